import sharp from "sharp";
import { deflateSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import type { FileSubject } from "@/lib/model/file";
import { openOriginal, openPreview } from "@/lib/services/file-custody";
import { getFilePage } from "@/lib/services/files";
import { drawPreview } from "@/lib/vault/preview";
import { gif, heic, mp3Frame, id3, pdf, png, pngText } from "../support/file-samples";
import { sent } from "../support/files";
import { aCase } from "../support/records";
import { freshWorld, monitor } from "../support/world";

let subject: FileSubject;
beforeEach(async () => {
  await freshWorld();
  subject = { type: "case", id: await aCase() };
});

async function bytesOf(opening: ReturnType<typeof openOriginal>): Promise<Buffer> {
  const { sealed } = await opening;
  const bytes = await sealed.read(0, sealed.size);
  await sealed.close();
  return bytes;
}

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="CANARY" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="43,14N"/></rdf:RDF></x:xmpmeta>';
const EXIF = { IFD0: { Make: "CANARY phone", Copyright: "CANARY", Software: "CANARY" }, IFD2: { DateTimeOriginal: "2019:10:26 14:00:00" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "43/1 14/1 19/1", GPSLongitudeRef: "E", GPSLongitude: "76/1 53/1 0/1" } };

/** 400 by 200 dots: red on the left, blue on the right, so that a turn can be seen. */
async function photo(format: "jpeg" | "png" | "webp", orientation = 1): Promise<Buffer> {
  const half = await sharp({ create: { width: 200, height: 200, channels: 3, background: "#d01010" } }).png().toBuffer();
  return sharp({ create: { width: 400, height: 200, channels: 3, background: "#1010d0" } })
    .composite([{ input: half, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .withExif(EXIF)
    .withXmp(XMP)
    .toFormat(format)
    .toBuffer();
}

/** A JPEG whose Exif holds a thumbnail, as cameras write it: a second picture that cropping and blurring forget. */
async function withThumbnail(): Promise<Buffer> {
  const [whole, small] = [await photo("jpeg"), await sharp({ create: { width: 16, height: 16, channels: 3, background: "#00ff00" } }).jpeg().toBuffer()];
  const ifd = Buffer.alloc(8 + 2 + 4 + 2 + 24 + 4);
  ifd.write("II*\u0000", 0, "latin1");
  ifd.writeUInt32LE(8, 4);
  ifd.writeUInt16LE(0, 8);
  ifd.writeUInt32LE(14, 10);
  ifd.writeUInt16LE(2, 14);
  for (const [row, tag, value] of [[0, 0x0201, ifd.length], [1, 0x0202, small.length]] as const) {
    ifd.writeUInt16LE(tag, 16 + row * 12);
    ifd.writeUInt16LE(4, 18 + row * 12);
    ifd.writeUInt32LE(1, 20 + row * 12);
    ifd.writeUInt32LE(value, 24 + row * 12);
  }
  const content = Buffer.concat([Buffer.from("Exif\u0000\u0000", "latin1"), ifd, small]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, content, whole.subarray(2)]);
}

describe("the copy that is shown (K23)", () => {
  it.each<[string, () => Promise<Buffer>]>([
    ["a.jpg", () => photo("jpeg")],
    ["b.jpg", withThumbnail],
    ["c.png", () => photo("png")],
    ["d.png", () => Promise.resolve(png(30, 20, 20, pngText("Comment", "CANARY")))],
    ["e.webp", () => photo("webp")],
    ["f.heic", () => Promise.resolve(heic)],
    ["g.pdf", () => Promise.resolve(pdf)],
  ])("of %s has no metadata at all, and the original is what was sent", async (name, make) => {
    const bytes = await make();
    expect(bytes.toString("latin1")).toContain(name === "b.jpg" ? "Exif" : name === "f.heic" ? "MAKERCANARY" : "CANARY");
    const { fileId, verdict } = await sent(monitor, { subject, name, bytes });
    expect(verdict).toBe("kept");
    expect((await bytesOf(openOriginal(monitor, fileId))).equals(bytes)).toBe(true);
    const shown = await bytesOf(openPreview(monitor, fileId));
    const read = await sharp(shown).metadata();
    expect({ format: read.format, exif: read.exif, xmp: read.xmp, iptc: read.iptc, icc: read.icc, orientation: read.orientation, comments: read.comments }).toEqual({ format: "webp", exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, orientation: undefined, comments: undefined });
    expect(chunksOf(shown)).toEqual([expect.stringMatching(/^VP8[ LX]$/)]);
    expect(shown.toString("latin1")).not.toMatch(/CANARY|Exif|adobe|GPS/);
  });

  it("stands upright: the orientation is applied before it is forgotten", async () => {
    const { fileId } = await sent(monitor, { subject, name: "turned.jpg", bytes: await photo("jpeg", 6) });
    const shown = sharp(await bytesOf(openPreview(monitor, fileId)));
    const { width, height } = await shown.metadata();
    expect([width, height]).toEqual([200, 400]);
    const { data } = await shown.extract({ left: 100, top: 20, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true });
    // What was left is now above.
    expect(data[0]).toBeGreaterThan(150);
  });

  it("of a recording is the recording without its tags; of other things there is none", async () => {
    const sound = Buffer.concat(Array.from({ length: 50 }, () => mp3Frame));
    const { fileId } = await sent(monitor, { subject, name: "call.mp3", bytes: Buffer.concat([id3("TIT2CANARY"), sound]) });
    expect((await bytesOf(openPreview(monitor, fileId))).equals(sound)).toBe(true);
    for (const [name, bytes] of [["a.svg", Buffer.from("<svg onload='alert(1)'/>")], ["b.gif", gif(2)], ["c.txt", Buffer.from("words")]] as const) {
      const other = await sent(monitor, { subject, name, bytes });
      expect((await getFilePage(monitor, other.fileId)).file.preview, name).toBe("none");
    }
  });
});

/** Names of the pieces that a WebP consists of. */
function chunksOf(webp: Buffer): string[] {
  const names: string[] = [];
  for (let at = 12; at + 8 <= webp.length; ) {
    names.push(webp.toString("latin1", at, at + 4));
    at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) & 1);
  }
  return names;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}

describe("a picture that is too much (K24)", () => {
  it.each<[string, string, () => Buffer]>([
    ["a PNG of 30 000 by 30 000 dots", "pixels", () => png(30_000, 30_000, 1)],
    ["a PNG that says it is small and unpacks to a hundred megabytes", "unreadable", () => bombBehind(png(10, 10))],
    ["a GIF of a thousand frames", "pixels", () => gif(1000)],
    ["half a JPEG", "unreadable", () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ["nothing", "unreadable", () => Buffer.alloc(0)],
  ])("%s is refused within two seconds", async (_, why, make) => {
    const bytes = make();
    const began = performance.now();
    const result = await drawPreview("picture", once(bytes));
    expect(performance.now() - began).toBeLessThan(2000);
    if (why === "pixels") expect(result).toEqual({ refused: "pixels" });
    else expect("drawn" in result && result.drawn.length > 10_000).toBe(false);
  });

  it("is kept and can be taken away all the same, and the server answers others meanwhile", async () => {
    const bytes = png(30_000, 30_000, 1);
    let ticks = 0;
    const clock = setInterval(() => ticks++, 10);
    const { fileId } = await sent(monitor, { subject, name: "bomb.png", bytes });
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(5);
    expect((await getFilePage(monitor, fileId)).file.preview).toBe("failed");
    expect((await bytesOf(openOriginal(monitor, fileId))).equals(bytes)).toBe(true);
  });

  it("a document that cannot be read is no preview, and no error", async () => {
    expect(await drawPreview("page", once(Buffer.from("%PDF-1.4 nothing follows")))).toEqual({ refused: "unreadable" });
    expect(await drawPreview("heic", once(Buffer.from("....ftypheic")))).toEqual({ refused: "unreadable" });
  });
});

function bombBehind(small: Buffer): Buffer {
  const packed = deflateSync(Buffer.alloc(100_000_000));
  const at = small.indexOf("IDAT", 0, "latin1");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packed.length);
  return Buffer.concat([small.subarray(0, at - 4), length, Buffer.from("IDAT", "latin1"), packed, Buffer.alloc(4), small.subarray(-12)]);
}
