import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CannotStrip, inOrder, strippedStream, type Bytes, type Patch } from "@/lib/exchange/media-bytes";
import { stripMedia } from "@/lib/exchange/media-strip";
import { boxesIn } from "@/lib/exchange/mp4-boxes";
import { checkSum } from "@/lib/exchange/strip-ogg";
import { box, ftyp, id3, mp3Frame } from "../../support/file-samples";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const u32 = (...values: number[]): Buffer => Buffer.concat(values.map((value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}));
const bytesOf = (whole: Buffer): Bytes => ({ size: whole.length, read: (from, to) => Promise.resolve(whole.subarray(Math.max(0, from), Math.max(0, to))) });

async function stripped(type: string, whole: Buffer, step = 1000): Promise<Buffer> {
  const found = await stripMedia(type, bytesOf(whole));
  if (!found) throw new Error("not a recording");
  async function* stream(from: number, to: number) {
    for (let at = from; at < to; at += step) yield await Promise.resolve(whole.subarray(at, Math.min(to, at + step)));
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of strippedStream(found, stream)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sound = Buffer.concat(Array.from({ length: 20 }, () => mp3Frame));
const ape = (text: string, header: boolean): Buffer => {
  const end = Buffer.concat([latin("APETAGEX"), Buffer.from([0xd0, 7, 0, 0]), le(text.length + 32), le(1), le(header ? 0x80000000 : 0), Buffer.alloc(8)]);
  return Buffer.concat([...(header ? [Buffer.concat([latin("APETAGEX"), Buffer.from([0xd0, 7, 0, 0]), le(text.length + 32), le(1), le(0xa0000000), Buffer.alloc(8)])] : []), latin(text), end]);
};
const le = (value: number): Buffer => Buffer.from(u32(value)).reverse();
const id3v1 = Buffer.concat([latin("TAGCANARY"), Buffer.alloc(119)]);
const lyrics = (text: string): Buffer => latin(`LYRICSBEGIN${text}${String(11 + text.length).padStart(6, "0")}LYRICS200`);

describe("sound of MP3", () => {
  it.each<[string, Buffer[], Buffer[]]>([
    ["nothing", [], []],
    ["ID3 in front", [id3("TIT2CANARY")], []],
    ["two of them", [id3("CANARY"), id3("CANARY")], []],
    ["ID3 of the first version", [], [id3v1]],
    ["APE behind", [], [ape("CANARY", true)]],
    ["APE without its header", [], [ape("CANARY", false)]],
    ["all of it", [id3("CANARY")], [ape("CANARY", true), lyrics("CANARY"), id3v1]],
  ])("stays byte for byte without %s", async (_, before, after) => {
    const out = await stripped("audio/mpeg", Buffer.concat([...before, sound, ...after]));
    expect(out.equals(sound)).toBe(true);
  });

  it("is not shown where a tag stands inside it, or where there is none", async () => {
    await expect(stripped("audio/mpeg", Buffer.concat([sound, id3("CANARY"), sound]))).rejects.toThrow(CannotStrip);
    await expect(stripped("audio/mpeg", id3("CANARY"))).rejects.toThrow(CannotStrip);
  });
});

const full = (type: string, ...content: Buffer[]): Buffer => box(type, u32(0), ...content);
const handler = (type: string): Buffer => full("hdlr", u32(0), latin(type), latin("CANARYmakr00"), latin("CANARY name\u0000"));
const made = u32(3_600_000_000, 3_600_000_001);

/** A track with one chunk of samples. */
const track = (type: string, chunkAt: number, samples: number[], ...more: Buffer[]): Buffer =>
  box("trak", full("tkhd", made, u32(1), Buffer.alloc(60)), ...more,
    box("mdia", full("mdhd", made, u32(1000, 5)), handler(type),
      box("minf", box("stbl", full("stsd", u32(1), box(type === "vide" ? "avc1" : "mp4a", Buffer.alloc(42), latin("CANARY encoder".padEnd(36, "\u0000")), box("avcC", Buffer.alloc(8)))), full("stsz", u32(0, samples.length, ...samples)), full("stsc", u32(1, 1, samples.length, 1)), full("stco", u32(1, chunkAt))))));

function film(): { whole: Buffer; video: Buffer; places: Buffer } {
  const [video, places] = [randomBytes(5000), Buffer.from("CANARY 43.2389,76.8897 ".repeat(20))];
  const top = ftyp("isom", "avc1");
  const at = top.length + 8;
  const mdat = box("mdat", video, places);
  const moov = box("moov", full("mvhd", made, Buffer.alloc(80)), track("vide", at, [2000, 3000], box("udta", latin("CANARY"))), track("meta", at + video.length, [200, places.length - 200]), box("udta", full("meta", latin("CANARY +43.2389+076.8897/"))), box("meta", latin("CANARY")), box("uuid", latin("CANARY XMP")));
  return { whole: Buffer.concat([top, mdat, moov, box("uuid", latin("CANARY")), box("free", latin("CANARY"))]), video, places };
}

describe("a film", () => {
  it("loses places, makers, dates and further tracks, and keeps its pictures and every length", async () => {
    const { whole, video } = film();
    const out = await stripped("video/mp4", whole, 333);
    expect(whole.toString("latin1").match(/CANARY/g)?.length).toBeGreaterThan(10);
    expect(out.toString("latin1")).not.toContain("CANARY");
    expect(out.includes(made)).toBe(false);
    expect(out.length).toBe(whole.length);
    expect(out.includes(video)).toBe(true);
    const names = async (from: number, to: number) => (await boxesIn(bytesOf(out), from, to)).map(({ type }) => type);
    expect(await names(0, out.length)).toEqual(["ftyp", "mdat", "moov", "free", "free"]);
    const [, , moov] = await boxesIn(bytesOf(out), 0, out.length);
    expect(await names(moov!.begin, moov!.end)).toEqual(["mvhd", "trak", "free", "free", "free", "free"]);
    // What is clean stays as it is.
    expect((await stripped("video/mp4", out)).equals(out)).toBe(true);
  });

  it("is not shown where it is cut off, has no pictures, or lies about its lengths", async () => {
    const { whole } = film();
    for (const bad of [whole.subarray(0, whole.length - 3), ftyp("isom"), Buffer.concat([ftyp("isom"), u32(4), latin("moov")]), Buffer.concat([ftyp("isom"), u32(99), latin("moov")])]) {
      await expect(stripped("video/mp4", bad)).rejects.toThrow(CannotStrip);
    }
  });

  it("whatever its bytes are, is cleaned or refused, in bounded time", async () => {
    const { whole } = film();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), async (turned) => {
        const broken = Buffer.from(whole);
        for (const [at, value] of turned) broken[at] = value;
        const out = await stripped("video/mp4", broken).catch((error: unknown) => {
          if (!(error instanceof CannotStrip)) throw error;
          return undefined;
        });
        if (out) expect(out.length).toBe(broken.length);
      }),
      { numRuns: 300 },
    );
  });
});

function page(serial: number, flags: number, number: number, ...packets: Buffer[]): Buffer {
  const lacing = packets.flatMap(({ length }) => [...Array.from({ length: Math.floor(length / 255) }, () => 255), length % 255]);
  const head = Buffer.alloc(27);
  head.write("OggS", 0, "latin1");
  head[5] = flags;
  head.writeUInt32LE(serial, 14);
  head.writeUInt32LE(number, 18);
  head[26] = lacing.length;
  const whole = Buffer.concat([head, Buffer.from(lacing), ...packets]);
  whole.writeUInt32LE(checkSum(whole), 22);
  return whole;
}

const opusTags = (...comments: string[]): Buffer => Buffer.concat([latin("OpusTags"), le(6), latin("CANARY"), le(comments.length), ...comments.map((text) => Buffer.concat([le(text.length), latin(text)]))]);
const vorbisTags = (text: string): Buffer => Buffer.concat([latin("\u0003vorbis"), le(6), latin("CANARY"), le(1), le(text.length), latin(text), Buffer.from([1])]);

describe("sound of Ogg", () => {
  it.each([
    ["Opus", page(7, 2, 0, Buffer.concat([latin("OpusHead"), Buffer.alloc(11)])), page(7, 0, 1, opusTags("TITLE=CANARY", "LOCATION=CANARY"))],
    ["Vorbis", page(7, 2, 0, Buffer.concat([latin("\u0001vorbis"), Buffer.alloc(22)])), page(7, 0, 1, vorbisTags("ARTIST=CANARY"), Buffer.concat([latin("\u0005vorbis"), randomBytes(300)]))],
  ])("loses the words of %s and keeps every packet of sound, with right check sums", async (_, head, tags) => {
    const rest = [page(7, 0, 2, randomBytes(700)), page(7, 4, 3, randomBytes(90))];
    const whole = Buffer.concat([head, tags, ...rest]);
    const out = await stripped("audio/ogg", whole, 100);
    expect(out.toString("latin1")).not.toContain("CANARY");
    expect(out.length).toBe(whole.length);
    expect(out.subarray(head.length + tags.length).equals(Buffer.concat(rest))).toBe(true);
    const again = Buffer.from(out.subarray(head.length, head.length + tags.length));
    const sum = again.readUInt32LE(22);
    again.writeUInt32LE(0, 22);
    expect(checkSum(again)).toBe(sum);
  });

  it("finds words that run over several pages, and a second stream behind the first", async () => {
    const long = opusTags(`TITLE=${"CANARY".repeat(12_000)}`);
    const [first, second] = [long.subarray(0, 255 * 255), long.subarray(255 * 255)];
    const start = page(1, 2, 0, Buffer.concat([latin("OpusHead"), Buffer.alloc(11)]));
    const open = page(1, 0, 1, first.subarray(0, 255 * 255 - 1));
    // A page that does not end its packet has 255 as its last length.
    const head = Buffer.concat([open.subarray(0, 26), Buffer.from([255]), Buffer.alloc(255, 255)]);
    const whole = Buffer.concat([start, Buffer.concat([head, first]), page(1, 1, 2, second), page(1, 4, 3, randomBytes(50)), page(2, 2, 0, Buffer.concat([latin("OpusHead"), Buffer.alloc(11)])), page(2, 0, 1, opusTags("TITLE=CANARY")), page(2, 4, 2, randomBytes(50))]);
    expect((await stripped("audio/ogg", whole)).toString("latin1")).not.toContain("CANARY");
  });

  it("is not shown where it is of another kind or cut off", async () => {
    const theora = page(7, 2, 0, Buffer.concat([latin("\u0080theora"), Buffer.alloc(20)]));
    await expect(stripped("audio/ogg", theora)).rejects.toThrow(CannotStrip);
    await expect(stripped("audio/ogg", page(7, 2, 0, Buffer.concat([latin("OpusHead"), Buffer.alloc(11)])))).rejects.toThrow(CannotStrip);
    await expect(stripped("audio/ogg", theora.subarray(0, 20))).rejects.toThrow(CannotStrip);
  });
});

it("patches do what they would do one after the other, in whatever pieces the bytes come", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.array(fc.tuple(fc.nat(199), fc.integer({ min: 1, max: 40 })), { maxLength: 8 }), fc.integer({ min: 1, max: 50 }), async (whole, holes, step) => {
      const patches: Patch[] = holes.filter(([at, length]) => at + length <= whole.length).map(([at, length]) => ({ at, length }));
      const expected = Buffer.from(whole);
      for (const { at, length } of patches) expected.fill(0, at, at + length);
      async function* stream(from: number, to: number) {
        for (let at = from; at < to; at += step) yield await Promise.resolve(whole.subarray(at, Math.min(to, at + step)));
      }
      const out: Uint8Array[] = [];
      for await (const piece of strippedStream({ from: 0, to: whole.length, patches: inOrder(patches) }, stream)) out.push(piece);
      expect(Buffer.concat(out).equals(expected)).toBe(true);
    }),
  );
});
