/** How the bytes of a text file stand for letters; `auto` looks for itself. */
export const encodings = ["auto", "utf-8", "utf-16le", "utf-16be", "windows-1251"] as const;
export type Encoding = (typeof encodings)[number];
export type Decoded = { text: string; encoding: Exclude<Encoding, "auto"> };

/**
 * The text of a file, without its byte-order mark. A mark decides; without one, bytes that are valid UTF-8 are UTF-8, text in which every
 * second byte is zero is UTF-16, and the rest is Windows-1251, which older spreadsheets in Cyrillic write. Never fails: what cannot be
 * read in the chosen way comes back with U+FFFD in its place.
 */
export function decodeText(bytes: Uint8Array, chosen: Encoding = "auto"): Decoded {
  const encoding = chosen === "auto" ? detectEncoding(bytes) : chosen;
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** How the letters of these bytes are written, as far as they tell. */
export function detectEncoding(bytes: Uint8Array): Decoded["encoding"] {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = zerosIn(bytes.subarray(0, 4000));
  if (zeros.odd > 0 && zeros.odd > 4 * zeros.even) return "utf-16le";
  if (zeros.even > 0 && zeros.even > 4 * zeros.odd) return "utf-16be";
  return isUtf8(bytes) ? "utf-8" : "windows-1251";
}

/** Commas, digits and line breaks of UTF-16 have a zero byte on one side, whatever the language. */
function zerosIn(bytes: Uint8Array): { even: number; odd: number } {
  const found = { even: 0, odd: 0 };
  bytes.forEach((byte, at) => {
    if (byte === 0) found[at % 2 === 0 ? "even" : "odd"]++;
  });
  return found;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    for (const text of decodedSlices(bytes, "utf-8", true)) void text;
    return true;
  } catch {
    return false;
  }
}

const SLICE = 500_000;

/** The text of a file piece by piece, each letter whole, without the byte-order mark. `fatal`: throws where the bytes are no such text. */
export function* decodedSlices(bytes: Uint8Array, encoding: Decoded["encoding"], fatal = false): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal });
  for (let at = 0; at < bytes.length; at += SLICE) yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
  yield decoder.decode();
}
