import { z } from "zod";
import { id, inputOf, line } from "./fields";
import { knownTypes, opaqueTypes, type FileVerdict } from "./file-type";
import { fileSubjects } from "./vocabularies";

export type FileSubject = { type: (typeof fileSubjects)[number]; id: string };

/** How many bytes one part holds; every part but the last is exactly so long. */
export const PART = 8 * 1024 * 1024;
/** What the plain form takes, which knows neither pause nor resume. */
export const FORM_LIMIT = 25 * 1024 * 1024;

/** Why a file was not taken, with the status that says so to a program. */
export const fileProblems = {
  too_large: 413,
  too_slow: 408,
  empty: 400,
  wrong_length: 400,
  wrong_hash: 400,
  wrong_place: 409,
  unreadable: 400,
  program: 415,
  nothing_chosen: 400,
  origin_refused: 403,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  disk_full: 507,
  busy: 503,
  damaged: 500,
} as const;
export type FileProblemCode = keyof typeof fileProblems;

/** A file that cannot be taken or given, for a reason that has words in the room of files. */
export class FileProblem extends Error {
  constructor(readonly code: FileProblemCode) {
    super(code);
    this.name = "FileProblem";
  }
}

// eslint-disable-next-line no-control-regex -- control and bidi characters are what this takes out of a name
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A name as data: no control or direction characters, no folders, at most 200 letters; never empty. */
export function cleanName(typed: string): string {
  const name = typed.toWellFormed().normalize("NFC").replace(UNFIT, "").replace(/[/\\]+/g, "_").replace(/\s+/g, " ").trim().replace(/^\.+(?=.)/, "_");
  if (name === "" || /^[._]+$/.test(name)) return "file";
  if (name.length <= 200) return name;
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 && name.length - dot <= 13 ? name.slice(dot) : "";
  return [...name].slice(0, 190 - ending.length).join("") + ending;
}

export const fileTypeLabel = (type: string): string => (knownTypes[type] ?? opaqueTypes[type])?.label ?? "?";

/** The name that a file is taken away under: what a browser or a desk would open as something else gets the ending of what it is. */
export function downloadName(name: string, type: string, verdict: string): string {
  const clean = cleanName(name);
  const known = knownTypes[type];
  const ending = /\.([^.\s]{1,12})$/.exec(clean)?.[1]?.toLowerCase() ?? "";
  if (known && (verdict === "kept" || known.endings.includes(ending))) return clean;
  if (known) return `${clean}.${known.endings[0] ?? "bin"}`;
  if (["text/html", "image/svg+xml", "application/xml"].includes(type)) return `${clean}.txt`;
  return type !== "application/x-office-macro" && opaqueTypes[type]?.endings.includes(ending) ? clean : `${clean}.bin`;
}

/** Content-Disposition by RFC 6266: a plain name for old programs and the real one beside it. */
export function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, "_");
  const real = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}

/** What the begin of an upload says, in JSON. */
export const beginInput = z.strictObject({
  name: z.string().min(1).max(1000),
  size: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  subject: z.strictObject({ type: z.enum(fileSubjects), id: z.string().regex(/^[0-9a-z-]{1,64}$/) }),
  isProtected: z.boolean().default(false),
});
export type BeginInput = z.infer<typeof beginInput>;

export const linkInput = inputOf({ fileId: id(), record: line(500, { required: true }) });
export const describeInput = inputOf({ fileId: id(), description: line(500) });
export const fileWithdrawalInput = inputOf({ fileId: id(), reason: line(500, { required: true }) });

/** Kinds of content that a list of files can be narrowed to. */
export const fileKinds = ["image", "document", "audio", "video", "other"] as const;
export type FileKind = (typeof fileKinds)[number];

/** A file as lists show it. */
export type FileItem = {
  id: string;
  name: string;
  type: string;
  verdict: FileVerdict | "";
  size: number;
  sha256: string;
  preview: string;
  isProtected: boolean;
  receivedAt: number | null;
  withdrawn: string | null;
};
