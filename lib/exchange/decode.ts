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
  const encoding = chosen === "auto" ? detected(bytes) : chosen;
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function detected(bytes: Uint8Array): Decoded["encoding"] {
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
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
