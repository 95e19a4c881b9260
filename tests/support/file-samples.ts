import { crc32, deflateSync } from "node:zlib";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** An archive that holds empty files of these names, not compressed. */
export function zip(...names: string[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.write("PK\u0003\u0004", 0, "latin1");
    head.writeUInt16LE(bytes.length, 26);
    local.push(head, bytes);
    const entry = Buffer.alloc(46);
    entry.write("PK\u0001\u0002", 0, "latin1");
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(at, 42);
    central.push(entry, bytes);
    at += 30 + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", 0, "latin1");
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, ...central, end]);
}

export const docx = zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
export const xlsx = zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
export const docm = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
export const xlsm = zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml");

const chunk = (type: string, data: Buffer): Buffer => Buffer.concat([u32(data.length), latin(type), data, u32(crc32(Buffer.concat([latin(type), data])))]);

/** A PNG whose header promises these measures; its data are as many as `rows` grey rows. */
export function png(width: number, height: number, rows = height, ...chunks: Buffer[]): Buffer {
  const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([latin("\u0089PNG\r\n\u001a\n"), chunk("IHDR", header), ...chunks, chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * rows))), chunk("IEND", Buffer.alloc(0))]);
}
export const pngText = (key: string, value: string): Buffer => chunk("tEXt", latin(`${key}\u0000${value}`));

/** A GIF of one dot that is shown `frames` times. */
export function gif(frames: number): Buffer {
  const frame = Buffer.from([0x21, 0xf9, 4, 0, 1, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([latin("GIF89a"), Buffer.from([1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]), ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

export const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), latin("JFIF\u0000"), Buffer.alloc(200), Buffer.from([0xff, 0xd9])]);
export const webp = Buffer.concat([latin("RIFF"), Buffer.from([40, 0, 0, 0]), latin("WEBPVP8 "), Buffer.alloc(32)]);
export const pdf = latin(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n4 0 obj<</Length 22>>stream\n0 0 1 rg 90 90 99 99 re f\nendstream endobj\ntrailer<</Root 1 0 R/Info<</Author(CANARY)>>>>\n%%EOF",
);

/** A box of MP4: length, name, content. */
export const box = (type: string, ...content: Buffer[]): Buffer => Buffer.concat([u32(8 + content.reduce((sum, { length }) => sum + length, 0)), latin(type), ...content]);
export const ftyp = (brand: string, ...others: string[]): Buffer => box("ftyp", latin(brand), u32(0), ...others.map(latin));

/** One frame of layer III: 128 kbit/s, 44.1 kHz, without sound. */
export const mp3Frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)]);
export const id3 = (content: string): Buffer => Buffer.concat([latin("ID3\u0004\u0000\u0000"), Buffer.from([0, 0, content.length >> 7, content.length & 0x7f]), latin(content)]);

/** A picture of iPhones: 64 by 48 dots, with a maker and a place among its metadata. */
export const heic = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeFtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQ" +
    "AAAERAAAMAAQAAAAAAAAIFAAEAAAAAAAAAGgACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACHwABAAAAAAAAARIAAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAA" +
    "AAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANVpcHJwAAAAs2lwY28AAABzaHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAJ0" +
    "IBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBt" +
    "YQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAAE0bWRhdAAAABYoAa8ZgO9Jpb//3Dmf9TYv+F61pj5uAAAAAElJKgAIAAAACAAPAQIADA" +
    "AAAH4AAAASAQMAAQAAAAEAAAAaAQUAAQAAAG4AAAAbAQUAAQAAAHYAAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAIoAAAAliAQAAQAAANgAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAE1B" +
    "S0VSQ0FOQVJZAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABAAAAAA6AEAAEAAAAwAAAAAAAAAAIAAQACAAIAAABOAAAAAgAFAAMAAAD2AA" +
    "AAAAAAACsAAAABAAAADgAAAAEAAAAAAAAAAQAAAA==",
  "base64",
);
