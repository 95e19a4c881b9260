/** Kinds of content that Erkin knows, by their media type: how they are called, their endings, and what can be shown of them. */
type Known = { label: string; endings: readonly string[]; preview: "image" | "pdf" | "audio" | "video" | "none" };

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const knownTypes: Record<string, Known> = {
  "image/jpeg": { label: "JPEG", endings: ["jpg", "jpeg", "jpe", "jfif"], preview: "image" },
  "image/png": { label: "PNG", endings: ["png"], preview: "image" },
  "image/webp": { label: "WebP", endings: ["webp"], preview: "image" },
  "image/heic": { label: "HEIC", endings: ["heic", "heif"], preview: "image" },
  "application/pdf": { label: "PDF", endings: ["pdf"], preview: "pdf" },
  "video/mp4": { label: "MP4", endings: ["mp4", "m4v", "mov"], preview: "video" },
  "audio/mpeg": { label: "MP3", endings: ["mp3"], preview: "audio" },
  "audio/mp4": { label: "M4A", endings: ["m4a", "m4b", "mp4"], preview: "audio" },
  "audio/ogg": { label: "OGG", endings: ["ogg", "oga", "opus"], preview: "audio" },
  "text/plain": { label: "TXT", endings: ["txt", "text", "log", "md"], preview: "none" },
  "text/csv": { label: "CSV", endings: ["csv"], preview: "none" },
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": { label: "DOCX", endings: ["docx"], preview: "none" },
  [XLSX_TYPE]: { label: "XLSX", endings: ["xlsx"], preview: "none" },
};
/** Kept, but only to be taken away: what a browser or an office program would run or unpack. */
export const opaqueTypes: Record<string, { label: string; endings: readonly string[] }> = {
  "text/html": { label: "HTML", endings: ["html", "htm", "xhtml", "mht", "mhtml"] },
  "image/svg+xml": { label: "SVG", endings: ["svg"] },
  "application/xml": { label: "XML", endings: ["xml"] },
  "application/zip": { label: "ZIP", endings: ["zip"] },
  "application/x-rar": { label: "RAR", endings: ["rar"] },
  "application/x-7z": { label: "7Z", endings: ["7z"] },
  "application/gzip": { label: "GZIP", endings: ["gz", "tgz"] },
  "image/gif": { label: "GIF", endings: ["gif"] },
  "image/tiff": { label: "TIFF", endings: ["tif", "tiff"] },
  "image/bmp": { label: "BMP", endings: ["bmp"] },
  "application/x-ole": { label: "DOC", endings: ["doc", "xls", "ppt", "msg"] },
  "application/x-office-macro": { label: "DOCM", endings: ["docm", "xlsm", "dotm", "xltm", "xlsb", "pptm"] },
  "application/rtf": { label: "RTF", endings: ["rtf"] },
  "video/webm": { label: "WEBM", endings: ["webm", "mkv"] },
  "video/avi": { label: "AVI", endings: ["avi"] },
  "audio/wav": { label: "WAV", endings: ["wav"] },
  "message/rfc822": { label: "EML", endings: ["eml"] },
  "application/octet-stream": { label: "?", endings: [] },
};

/**
 * `kept`: what it seems. `renamed`: the name's ending says something else than the content. `mixed`: a second format hides in it. `opaque`: kept
 * only to be taken away. `refused`: programs, which are not kept.
 */
export const fileVerdicts = ["kept", "renamed", "mixed", "opaque", "refused"] as const;
export type FileVerdict = (typeof fileVerdicts)[number];
export type Found = { type: string; verdict: FileVerdict };

/** The beginning of a file and its end, as far as they must be read to tell what it is. */
export const HEAD = 64 * 1024;
export const TAIL = 256 * 1024;

const ascii = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));
const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
const wide = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** The ending of a name, in small letters, without its dot. */
export const endingOf = (name: string): string => /\.([^.\s]{1,12})$/.exec(name.normalize("NFC"))?.[1]?.toLowerCase() ?? "";

const programs = /^(exe|com|scr|pif|bat|cmd|msi|msp|dll|cpl|hta|js|jse|mjs|vbs|vbe|wsf|wsh|ps1|psm1|sh|bash|lnk|url|desktop|jar|apk|ipa|app|dmg|pkg|deb|rpm|reg|scf|inf|gadget|chm|iso|img|vhd)$/;

/** What a file is, by its bytes first and by its name second. */
export function fileTypeOf(name: string, head: Uint8Array, tail: Uint8Array): Found {
  const ending = endingOf(name);
  if (isProgram(head) || programs.test(ending)) return { type: "application/octet-stream", verdict: "refused" };
  const type = typeOfBytes(head, tail, ending);
  const known = knownTypes[type];
  if (!known) return { type, verdict: "opaque" };
  if (hasSecondFormat(type, head, tail)) return { type, verdict: "mixed" };
  return { type, verdict: known.endings.includes(ending) ? "kept" : "renamed" };
}

function isProgram(head: Uint8Array): boolean {
  if (starts(head, 0x4d, 0x5a) || starts(head, 0x7f, 0x45, 0x4c, 0x46) || starts(head, 0x23, 0x21)) return true;
  const first = ((head[0] ?? 0) << 24) | ((head[1] ?? 0) << 16) | ((head[2] ?? 0) << 8) | (head[3] ?? 0);
  // Mach-O in both orders, Java classes and fat binaries, Windows shortcuts.
  return [0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe, 0x4c000000].includes(first >>> 0);
}

function typeOfBytes(head: Uint8Array, tail: Uint8Array, ending: string): string {
  if (starts(head, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (ascii(head, 0, 4) === "RIFF") return riffType(ascii(head, 8, 4));
  if (ascii(head, 4, 4) === "ftyp") return ftypType(head);
  if (ascii(head, 0, 5) === "%PDF-") return "application/pdf";
  if (ascii(head, 0, 3) === "ID3" || isMpegAudio(head)) return "audio/mpeg";
  if (ascii(head, 0, 4) === "OggS") return "audio/ogg";
  if (ascii(head, 0, 4) === "PK\u0003\u0004" || ascii(head, 0, 4) === "PK\u0005\u0006") return zipType(tail);
  return otherBinary(head) ?? textType(head, ending);
}

const riffType = (form: string): string => ({ WEBP: "image/webp", WAVE: "audio/wav", "AVI ": "video/avi" })[form] ?? "application/octet-stream";

function ftypType(head: Uint8Array): string {
  const brand = ascii(head, 8, 4);
  const length = Math.min(((head[2] ?? 0) << 8) | (head[3] ?? 0), 512);
  const brands = ascii(head, 8, Math.max(4, length - 8));
  if (/^(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/.test(brand)) return brands.includes("avif") && !/hei[cxms]/.test(brands) ? "application/octet-stream" : "image/heic";
  if (/^(M4A |M4B |M4P )/.test(brand)) return "audio/mp4";
  return /^(isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|qt {2}|dash|3gp|mmp4|f4v )/.test(brand) ? "video/mp4" : "application/octet-stream";
}

/** Two frames of MPEG audio in a row, so that a stray pair of bytes is no music. */
function isMpegAudio(head: Uint8Array): boolean {
  const first = mpegFrameLength(head, 0);
  return first !== undefined && (head.length <= first || mpegFrameLength(head, first) !== undefined);
}

const BITRATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const LOW_BITRATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

/** Length of the layer III frame that begins here, in bytes. */
export function mpegFrameLength(bytes: Uint8Array, at: number): number | undefined {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  const version = (b >> 3) & 3;
  if (a !== 0xff || (b & 0xe0) !== 0xe0 || version === 1 || ((b >> 1) & 3) !== 1) return undefined;
  const rate = (version === 3 ? BITRATES : LOW_BITRATES)[c >> 4];
  const sampling = [44_100, 48_000, 32_000][(c >> 2) & 3];
  if (!rate || !sampling) return undefined;
  const hertz = version === 3 ? sampling : version === 2 ? sampling / 2 : sampling / 4;
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / hertz) + ((c >> 1) & 1);
}

/** Word and Excel files are archives with a known list of contents; with a macro among them they are not what they say. */
function zipType(tail: Uint8Array): string {
  const names = wide(tail);
  if (/vbaProject\.bin|xl\/macrosheets\/|vbaData\.xml/i.test(names)) return "application/x-office-macro";
  const directory = names.slice(names.indexOf("PK\u0001\u0002"));
  if (!directory.includes("[Content_Types].xml")) return "application/zip";
  if (directory.includes("word/document.xml")) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return directory.includes("xl/workbook.xml") ? XLSX_TYPE : "application/zip";
}

const signatures: [number[], string][] = [
  [[0x47, 0x49, 0x46, 0x38], "image/gif"],
  [[0x49, 0x49, 0x2a, 0x00], "image/tiff"],
  [[0x4d, 0x4d, 0x00, 0x2a], "image/tiff"],
  [[0x42, 0x4d], "image/bmp"],
  [[0xd0, 0xcf, 0x11, 0xe0], "application/x-ole"],
  [[0x52, 0x61, 0x72, 0x21], "application/x-rar"],
  [[0x37, 0x7a, 0xbc, 0xaf], "application/x-7z"],
  [[0x1f, 0x8b], "application/gzip"],
  [[0x1a, 0x45, 0xdf, 0xa3], "video/webm"],
];

function otherBinary(head: Uint8Array): string | undefined {
  const found = signatures.find(([magic]) => starts(head, ...magic))?.[1];
  // Two letters are no proof that something is a picture.
  if (found === "image/bmp" && (head[6] !== 0 || head[7] !== 0)) return undefined;
  return found;
}

const ACTIVE = /<\s*(!doctype\s+html|html|head|body|script|iframe|img|svg|object|embed|meta|base|link|style|form|a\s)/i;

function textType(head: Uint8Array, ending: string): string {
  const text = decoded(head);
  if (text === undefined) return "application/octet-stream";
  const begins = text.replace(/^\uFEFF/, "").trimStart().slice(0, 4096);
  if (begins.startsWith("{\\rtf")) return "application/rtf";
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)*<(\w+:)?svg[\s>]/i.test(begins)) return "image/svg+xml";
  if (/^(mime-version|received|return-path|from|date|subject|message-id):/i.test(begins)) return /multipart\/related|<html/i.test(begins) ? "text/html" : "message/rfc822";
  if (ACTIVE.test(text.slice(0, 8192)) || /^(html?|xhtml|mht|mhtml)$/.test(ending)) return "text/html";
  if (/^<\?xml|^<[\w:]+[\s>]/i.test(begins) || ending === "xml") return "application/xml";
  if (ending === "svg") return "image/svg+xml";
  return ending === "csv" ? "text/csv" : "text/plain";
}

/** The text of the beginning, where it is text: UTF-8, UTF-16 with its mark, or one of the Cyrillic code pages. */
function decoded(head: Uint8Array): string | undefined {
  if (starts(head, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(head);
  if (starts(head, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(head);
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return undefined;
  try {
    // The last letter may have been cut in two.
    return new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
  } catch {
    return new TextDecoder("windows-1251").decode(head);
  }
}

function hasSecondFormat(type: string, head: Uint8Array, tail: Uint8Array): boolean {
  const begin = wide(head);
  const isArchive = type.includes("openxmlformats");
  if (!isArchive && endsAsArchive(tail)) return true;
  if (type !== "application/pdf" && !type.startsWith("text/") && begin.slice(0, 1024).includes("%PDF-")) return true;
  if (/^(image|audio|video)\//.test(type) || type === "application/pdf") return /<\s*(script|html|iframe|svg|!doctype html)[\s>]/i.test(begin.slice(0, 4096)) || /<\s*(script|html|iframe)[\s>]/i.test(wide(tail).slice(-4096));
  return false;
}

/** The record that ends an archive, where an unpacker looks for it. */
function endsAsArchive(tail: Uint8Array): boolean {
  const text = wide(tail.subarray(-66_000));
  const at = text.lastIndexOf("PK\u0005\u0006");
  return at >= 0 && text.length - at >= 22 && text.includes("PK\u0001\u0002");
}
