/**
 * Draws one picture anew and nothing else: the original comes in on standard input, a WebP goes out on standard output. Runs in a process of its
 * own, which its parent ends when it takes too long or grows too big; it holds no key, no secret and no address.
 * Exit codes: 0 drawn, 2 too many pixels, 3 cannot be read.
 */
import { createRequire } from "node:module";
import sharp, { type Sharp } from "sharp";

const MOST_PIXELS = 40_000_000;
const SIDE = 1600;
const MOST_FRAMES = 200;

class TooBig extends Error {}

async function everything(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const refuseAbove = (pixels: number): void => {
  if (!(pixels > 0 && pixels <= MOST_PIXELS)) throw new TooBig();
};

/** Pixels only: sharp writes no metadata unless it is told to, and turns the picture before the orientation is forgotten. */
const drawn = (picture: Sharp): Promise<Buffer> => picture.rotate().resize(SIDE, SIDE, { fit: "inside", withoutEnlargement: true }).toColourspace("srgb").webp({ quality: 82, effort: 2 }).toBuffer();

async function picture(bytes: Buffer): Promise<Buffer> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true } as const;
  const { width = 0, height = 0, pages = 1 } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
  refuseAbove(width * height);
  if (pages > MOST_FRAMES) throw new TooBig();
  return drawn(sharp(bytes, options));
}

type HeifImage = { get_width: () => number; get_height: () => number; display: (into: { data: Uint8ClampedArray; width: number; height: number }, done: (drawn: { data: Uint8ClampedArray } | null) => void) => void };

async function heic(bytes: Buffer): Promise<Buffer> {
  const libheif = createRequire(import.meta.url)("libheif-js/wasm-bundle") as { HeifDecoder: new () => { decode: (bytes: Buffer) => HeifImage[] } };
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (!image) throw new Error("no picture in it");
  const [width, height] = [image.get_width(), image.get_height()];
  refuseAbove(width * height);
  // libheif turns the picture by itself.
  const data = await new Promise<Uint8ClampedArray>((resolve, reject) => image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (done) => (done ? resolve(done.data) : reject(new Error("cannot be drawn")))));
  return drawn(sharp(data, { raw: { width, height, channels: 4 } }));
}

async function firstPage(bytes: Buffer): Promise<Buffer> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  const page = (await library.loadDocument(bytes)).getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(4, SIDE / Math.max(originalWidth, originalHeight));
  refuseAbove(originalWidth * originalHeight * scale * scale);
  const { data, width, height } = await page.render({ scale, render: "bitmap" });
  return drawn(sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: "#ffffff" }));
}

const ways: Record<string, (bytes: Buffer) => Promise<Buffer>> = { picture, heic, page: firstPage };

sharp.concurrency(1);
sharp.cache(false);
try {
  const bytes = await everything();
  const made = await ways[process.argv[2] ?? ""]?.(bytes);
  if (!made) throw new Error("unknown way");
  process.stdout.write(made);
} catch (error) {
  process.exitCode = error instanceof TooBig || (error instanceof Error && /pixel limit/i.test(error.message)) ? 2 : 3;
}
