import type { Client } from "./client";
import { rssMiB, type Running } from "./processes";
import { PASSWORD } from "./asker";
import { getPage, hiddenOf, sendForm } from "./pages";
import { quantile } from "./timing";

export type ExportFigures = { seconds: number; firstByteMs: number; bytes: number; rssGrowthMiB: number | null; listMeanwhileP95: number };

const SAMPLE_MS = 50;

/** Asks for everything in full as a person without JavaScript would, preview and password and all; the address of the file. */
export async function askedExport(client: Client, format: "csv" | "xlsx" | "json"): Promise<string> {
  const preview = `/exports/preview?what=cases&format=${format}&to=internal&view=all`;
  const html = (await client.send(preview)).body.toString();
  const answer = await sendForm(client, preview, { ...hiddenOf(html, 'name="reason"'), reason: "a measurement", password: PASSWORD });
  const id = /\/exports\/([0-9a-f-]{36})/.exec(String(answer.headers.location))?.[1];
  if (!id) throw new Error(`asking for a file answered ${answer.status}`);
  return `/api/export/file/${id}`;
}

/** Fetches a whole export once; meanwhile the list is asked for again and again by somebody else, when there is a `list`. */
export async function measureExport(client: Client, server: Running, address: string, list: string): Promise<ExportFigures> {
  const before = rssMiB(server.pid);
  let peak = before ?? 0;
  const sampler = setInterval(() => (peak = Math.max(peak, rssMiB(server.pid) ?? 0)), SAMPLE_MS);
  let going = true;
  const waits: number[] = [];
  const others = (async () => {
    while (going) {
      const start = performance.now();
      await getPage(client, list);
      waits.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  const answer = await client.send(address, { discard: true });
  going = false;
  await others;
  clearInterval(sampler);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
  return {
    seconds: answer.totalMs / 1000,
    firstByteMs: answer.firstByteMs,
    bytes: Number(answer.headers["x-size"]),
    rssGrowthMiB: before === null ? null : peak - before,
    listMeanwhileP95: quantile(waits.toSorted((a, b) => a - b), 0.95),
  };
}
