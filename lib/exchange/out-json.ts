import type { OutHead } from "./out-schema";

/** A JSON file in pieces, one batch at a time: the head, one record on each line, and the count at the end. */
export async function* outJson(head: OutHead, batches: AsyncIterable<readonly object[]>): AsyncGenerator<string, void> {
  yield `${JSON.stringify(head).slice(0, -1)},\n${JSON.stringify(head.what)}:[`;
  let count = 0;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield batch.map((record, position) => `${count + position === 0 ? "" : ","}\n${JSON.stringify(record)}`).join("");
    count += batch.length;
  }
  yield `\n],\n"count":${count}}\n`;
}
