import type { BeginInput, FileProblemCode } from "@/lib/model/file";

/** The server refused, for a reason that has words. */
export class Refused extends Error {
  constructor(readonly code: FileProblemCode | "unexpected") {
    super(code);
  }
}
/** The line broke: going on later will do. */
export class Lost extends Error {}

type Begun = { fileId: string; received: number; part: number };

async function asked<T>(address: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(address, { ...init, cache: "no-store", credentials: "same-origin" });
  } catch (error) {
    throw init.signal?.aborted ? error : new Lost();
  }
  if (answer.ok) return (await answer.json()) as T;
  throw new Refused(codeOf(await answer.text()));
}

function codeOf(text: string): FileProblemCode | "unexpected" {
  try {
    return (JSON.parse(text) as { error?: FileProblemCode }).error ?? "unexpected";
  } catch {
    return "unexpected";
  }
}

const announce = (file: File, target: Omit<BeginInput, "name" | "size">, signal: AbortSignal): Promise<Begun> =>
  asked("/api/files", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ name: file.name, size: file.size, ...target }), signal });

export const giveUp = (fileId: string): Promise<unknown> => asked(`/api/files/${fileId}/upload`, { method: "DELETE" });

/** SHA-256 (hex) of a stretch of a file, where the browser offers it: on secure addresses. */
async function hashOf(bytes: ArrayBuffer): Promise<string | undefined> {
  if (!globalThis.isSecureContext) return undefined;
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Begins, or goes on with what an earlier attempt left on the server, if that is the beginning of this very file. */
async function begun(file: File, target: Omit<BeginInput, "name" | "size">, signal: AbortSignal): Promise<Begun> {
  const found = await announce(file, target, signal);
  if (found.received === 0) return found;
  const { parts } = await asked<{ parts: string[] }>(`/api/files/${found.fileId}/upload`, { signal });
  for (const [index, expected] of parts.entries()) {
    const here = await hashOf(await file.slice(index * found.part, Math.min((index + 1) * found.part, found.received)).arrayBuffer());
    if (here === expected || here === undefined) continue;
    await giveUp(found.fileId);
    return announce(file, target, signal);
  }
  return found;
}

/** Sends one part; `onSent` hears how many of its bytes have left. XMLHttpRequest, because fetch does not tell of the way out. */
function sendPart(fileId: string, offset: number, bytes: ArrayBuffer, hash: string | undefined, signal: AbortSignal, onSent: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/files/${fileId}/upload?offset=${offset}`);
    if (hash !== undefined) request.setRequestHeader("X-Part-SHA256", hash);
    request.upload.onprogress = (event) => onSent(event.loaded);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Refused(codeOf(request.responseText))));
    request.onerror = () => reject(new Lost());
    request.onabort = () => reject(new DOMException("paused", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(bytes);
  });
}

export type Heard = { begun: (fileId: string) => void; received: (bytes: number) => void; finishing: () => void };

/** Sends a file from wherever it stopped to its end. Throws `Refused`, `Lost`, or an AbortError when it is paused. */
export async function sendFile(file: File, target: Omit<BeginInput, "name" | "size">, signal: AbortSignal, heard: Heard): Promise<string> {
  const { fileId, received, part } = await begun(file, target, signal);
  heard.begun(fileId);
  for (let at = received; at < file.size; at += part) {
    heard.received(at);
    const bytes = await file.slice(at, at + part).arrayBuffer();
    const hash = await hashOf(bytes);
    signal.throwIfAborted();
    await sendPart(fileId, at, bytes, hash, signal, (sent) => heard.received(at + sent));
  }
  heard.finishing();
  await asked(`/api/files/${fileId}/upload`, { method: "POST", signal });
  return fileId;
}
