import "server-only";

/** The same batches; once the last was taken, or the reader went away earlier (`complete` false), `finish` is told how many rows left. */
export async function* countedBatches<Row>(batches: AsyncIterable<Row[]>, finish: (rows: number, complete: boolean) => Promise<unknown>): AsyncGenerator<Row[], void> {
  let rows = 0;
  let complete = false;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch;
    }
    complete = true;
  } finally {
    await finish(rows, complete);
  }
}

/** What the log says at the end of whatever left, however it left. */
export const finishedChanges = (rows: number, complete: boolean) => [{ field: "rows", before: null, after: String(rows) }, { field: "complete", before: null, after: String(complete) }];
