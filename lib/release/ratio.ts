import { ReleaseError } from "./codes";
import type { InvalidCode } from "./codes";
import type { Rounding } from "./types";

/** An exact fraction in lowest terms with a positive denominator. */
export type Ratio = { n: bigint; d: bigint };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function ratio(n: bigint, d: bigint): Ratio {
  const common = gcd(n, d) || 1n;
  return { n: n / common, d: d / common };
}

/** Reads `"3/2"` or `"2"`; anything else, or a value that is not positive, is refused with `code`. */
export function parseRatio(text: string, code: InvalidCode, key: string): Ratio {
  const match = /^(\d{1,6})(?:\/(\d{1,6}))?$/.exec(text);
  const [n, d] = [BigInt(match?.[1] ?? "0"), BigInt(match?.[2] ?? "1")];
  if (n === 0n || d === 0n) throw new ReleaseError(code, key);
  return ratio(n, d);
}

export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const times = (a: Ratio, whole: number): Ratio => ratio(a.n * BigInt(whole), a.d);
export const isWhole = (a: Ratio): boolean => a.d === 1n;

/** Rounds a fraction that is not negative to whole days. */
export function round(a: Ratio, rounding: Rounding): number {
  const floor = a.n / a.d;
  const rest = a.n % a.d;
  const up = rest !== 0n && (rounding === "CEIL" || (rounding === "HALF_UP" && rest * 2n >= a.d));
  return Number(up ? floor + 1n : floor);
}

/** `271.5` where the decimal ends, otherwise the fraction itself: `361/3`. */
export function print(a: Ratio): string {
  for (let digits = 0, scale = 1n; digits <= 9; digits += 1, scale *= 10n) {
    if ((a.n * scale) % a.d !== 0n) continue;
    const text = ((a.n * scale) / a.d).toString().padStart(digits + 1, "0");
    return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
  return `${a.n}/${a.d}`;
}
