import { randomUUID } from "node:crypto";
import type { Answer, Client } from "./client";
import { questions } from "./questions";

/** The addresses of ours that are measured. */
export const pages = (caseId: string): Record<string, string> => ({
  "list, 50 outstanding": "/cases",
  "list, page 20": "/cases?page=20",
  "list, all": "/cases?view=all",
  dashboard: "/",
  "case page": `/cases/${caseId}`,
  ...Object.fromEntries(Object.entries(questions).map(([name, q]) => [`search, ${name}`, `/cases?view=all&q=${encodeURIComponent(q)}`])),
});

export async function getPage(client: Client, address: string): Promise<number> {
  const { status, body } = await client.send(address);
  if (status !== 200) throw new Error(`${address} answered ${status}`);
  return body.length;
}

const unescape = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const attribute = (tag: string, name: string) => unescape(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");

/** The hidden inputs of the form that holds this text, as a browser without JavaScript would send them back. */
export function hiddenOf(html: string, within: string): Record<string, string> {
  const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => text.includes(within));
  if (!form) throw new Error(`no form with ${within}`);
  return Object.fromEntries([...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [attribute(tag, "name"), attribute(tag, "value")]));
}

/** Sends a form to its own page, as a browser without JavaScript does. */
export function sendForm(client: Client, path: string, fields: Record<string, string>): Promise<Answer> {
  const boundary = `bench${randomUUID()}`;
  const body = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("") + `--${boundary}--\r\n`;
  return client.send(path, { method: "POST", body, headers: { "content-type": `multipart/form-data; boundary=${boundary}`, origin: client.origin } });
}

/** What the quick form sends besides what a person types. */
export async function quickForm(client: Client): Promise<{ hidden: Record<string, string>; placeId: string }> {
  const html = (await client.send("/cases/new")).body.toString();
  const hidden = hiddenOf(html, 'name="placeId"');
  const [, options = ""] = /<select[^>]*name="placeId"[^>]*>([\s\S]*?)<\/select>/.exec(html) ?? [];
  const placeId = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => attribute(tag, "value")).find(Boolean) ?? "";
  return { hidden, placeId };
}

/** Records one case through the form's own action; every one is another person and another submission. */
export async function createCase(client: Client, { hidden, placeId }: Awaited<ReturnType<typeof quickForm>>, turn: number): Promise<number> {
  const fields = { ...hidden, submission: randomUUID(), who: "named", name: `Өлшем Сынақұлы ${turn}`, personId: "", count: "", sex: "male", seized: "2026-11-19T10:30", placeId, agency: "", heldAt: "", detentionKind: "administrative_arrest" };
  const answer = await sendForm(client, "/cases/new", fields);
  if (answer.status !== 303) throw new Error(`creating answered ${answer.status}`);
  return answer.body.length;
}
