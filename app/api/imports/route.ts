import type { NextRequest } from "next/server";
import { delimiters } from "@/lib/exchange/csv-read";
import { encodings } from "@/lib/exchange/decode";
import { AppError } from "@/lib/model/errors";
import { FileProblem } from "@/lib/model/file";
import { importKinds, MOST_IMPORT_BYTES } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { startImport } from "@/lib/services/import-start";
import { paced } from "@/lib/services/upload-pace";
import { findActor } from "@/lib/web/actor";
import { fileHeaders } from "@/lib/web/file-answer";
import { readMultipart } from "@/lib/web/multipart";
import { isOwnOrigin } from "@/lib/web/origin";

/** Room for what a form puts around the file. */
const MOST_AROUND = 20_000;

const refused = (status: number): Response => new Response(null, { status, headers: fileHeaders({ Connection: "close" }) });
/** Back to the page, as forms go: the address says what was wrong. Relative, because a proxy may stand before us. */
const goto = (path: string): Response => new Response(null, { status: 303, headers: fileHeaders({ Location: path }) });
const back = (problem: string, params: Record<string, string | number> = {}): Response =>
  goto(`/imports/new?${new URLSearchParams({ problem, ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])) }).toString()}`);

// One file is taken apart at a time: several would stand in memory beside each other.
const slot = globalThis as typeof globalThis & { erkinUpload?: Promise<unknown> };

/** Takes a file in. A form posts here and not to an action, because a file may be larger than an action's body; proxy.ts, which would keep a copy of it, does not see it. */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOwnOrigin(request.headers)) return refused(403);
  const signedIn = await findActor();
  if (!signedIn) return goto("/sign-in?next=/imports/new");
  return take(request, signedIn.actor);
}

function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const mine = (slot.erkinUpload ?? Promise.resolve()).then(run);
  slot.erkinUpload = mine.catch(() => undefined);
  return mine;
}

async function take(request: NextRequest, actor: Actor): Promise<Response> {
  let chosen: Record<string, string> = {};
  try {
    if (Number(request.headers.get("content-length") ?? 0) > MOST_IMPORT_BYTES + MOST_AROUND) return back("too_large");
    const { importId, step } = await readMultipart(request.headers, paced(request.body, MOST_IMPORT_BYTES + MOST_AROUND), async ({ fields, name, file }) => {
      const choices = choicesOf(fields);
      chosen = choices;
      const bytes = await bytesOf(file);
      return inTurn(() => startImport(actor, { name, bytes, ...choices }));
    });
    return goto(step === "columns" ? `/imports/${importId}/columns` : step === "details" ? `/imports/${importId}/details` : `/imports/${importId}`);
  } catch (error) {
    if (error instanceof FileProblem) return back(error.code === "too_large" ? "too_large" : "no_file", chosen);
    if (!(error instanceof AppError)) throw error;
    const problem = error.detail.problems?.["file"];
    if (error.code === "forbidden" || error.code === "not_found") return refused(403);
    return back(problem?.code ?? error.code, { ...chosen, ...problem?.params });
  }
}

function choicesOf(fields: Map<string, string>) {
  const chosen = <const V extends readonly string[]>(values: V, name: string): V[number] | undefined => values.find((value) => value === fields.get(name));
  return { kind: chosen(importKinds, "kind") ?? "events", encoding: chosen(encodings, "encoding") ?? "auto", delimiter: chosen(delimiters, "delimiter") ?? "auto" };
}

async function bytesOf(file: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file) {
    size += piece.byteLength;
    if (size > MOST_IMPORT_BYTES) throw new FileProblem("too_large");
    pieces.push(piece);
  }
  if (size === 0) throw new FileProblem("nothing_chosen");
  const bytes = new Uint8Array(size);
  let at = 0;
  // Each piece is let go as it is copied: a large file hardly stands in memory twice.
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}
