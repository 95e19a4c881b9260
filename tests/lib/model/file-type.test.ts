import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { cleanName, disposition, downloadName, fileTypeLabel } from "@/lib/model/file";
import { fileTypeOf, HEAD, TAIL, type FileVerdict } from "@/lib/model/file-type";
import { docm, docx, ftyp, gif, heic, id3, jpeg, mp3Frame, pdf, png, webp, xlsm, xlsx, zip } from "../../support/file-samples";

const text = (content: string): Buffer => Buffer.from(content);
const bytes = (...values: number[]): Buffer => Buffer.from([...values, ...Array.from({ length: 40 }, () => 0)]);
const join = (...parts: Buffer[]): Buffer => Buffer.concat(parts);
const mp3 = join(mp3Frame, mp3Frame, mp3Frame);
const ogg = join(text("OggS"), Buffer.alloc(60));
const svg = text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const html = text("<!doctype html><html><script>alert(1)</script></html>");

const found = (name: string, content: Buffer) => fileTypeOf(name, content.subarray(0, HEAD), content.subarray(-TAIL));

/** K22: what arrives under which name, what it is, and what becomes of it. */
const table: [name: string, content: Buffer, label: string, verdict: FileVerdict][] = [
  ["photo.jpg", jpeg, "JPEG", "kept"],
  ["PHOTO.JPEG", jpeg, "JPEG", "kept"],
  ["scan.png", png(4, 4), "PNG", "kept"],
  ["a.webp", webp, "WebP", "kept"],
  ["IMG_0001.HEIC", heic, "HEIC", "kept"],
  ["order.pdf", pdf, "PDF", "kept"],
  ["clip.mp4", join(ftyp("isom", "avc1"), Buffer.alloc(20)), "MP4", "kept"],
  ["clip.mov", join(ftyp("qt  "), Buffer.alloc(20)), "MP4", "kept"],
  ["voice.m4a", join(ftyp("M4A "), Buffer.alloc(20)), "M4A", "kept"],
  ["call.mp3", mp3, "MP3", "kept"],
  ["tagged.mp3", join(id3("TIT2CANARY"), mp3), "MP3", "kept"],
  ["note.ogg", ogg, "OGG", "kept"],
  ["note.opus", ogg, "OGG", "kept"],
  ["words.txt", text("Бес адам ұсталды.\n"), "TXT", "kept"],
  ["cyrillic.txt", Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), "TXT", "kept"],
  ["wide.txt", join(Buffer.from([0xff, 0xfe]), Buffer.from("Сәлем", "utf16le")), "TXT", "kept"],
  ["rows.csv", text("name;date\nА;2019\n"), "CSV", "kept"],
  ["ruling.docx", docx, "DOCX", "kept"],
  ["counts.xlsx", xlsx, "XLSX", "kept"],
  // The name says something else.
  ["photo.png", jpeg, "JPEG", "renamed"],
  ["photo", jpeg, "JPEG", "renamed"],
  ["photo.html", jpeg, "JPEG", "renamed"],
  ["photo.svg", png(4, 4), "PNG", "renamed"],
  ["a.pdf.jpg", pdf, "PDF", "renamed"],
  ["order.docx", pdf, "PDF", "renamed"],
  ["table.docx", xlsx, "XLSX", "renamed"],
  ["song.txt", mp3, "MP3", "renamed"],
  ["letter.pdf", text("only words"), "TXT", "renamed"],
  ["film.mp3", join(ftyp("isom"), Buffer.alloc(20)), "MP4", "renamed"],
  // Active content and what is packed.
  ["drawing.svg", svg, "SVG", "opaque"],
  ["drawing.png", svg, "SVG", "opaque"],
  ["drawing.txt", text("  <svg><script>alert(1)</script></svg>"), "SVG", "opaque"],
  ["page.html", html, "HTML", "opaque"],
  ["page.jpg", html, "HTML", "opaque"],
  ["page.txt", text("words <SCRIPT src=x></SCRIPT>"), "HTML", "opaque"],
  ["page.csv", text("a,b\n<img src=x onerror=alert(1)>,c"), "HTML", "opaque"],
  ["saved.mht", text("From: a\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n"), "HTML", "opaque"],
  ["feed.xml", text('<?xml version="1.0"?><a/>'), "XML", "opaque"],
  ["photos.zip", zip("a.jpg"), "ZIP", "opaque"],
  ["photos.docx", zip("a.jpg"), "ZIP", "opaque"],
  ["empty.zip", zip(), "ZIP", "opaque"],
  ["ruling.docm", docm, "DOCM", "opaque"],
  ["ruling.docx", docm, "DOCM", "opaque"],
  ["sheet.xlsx", xlsm, "DOCM", "opaque"],
  ["old.doc", bytes(0xd0, 0xcf, 0x11, 0xe0), "DOC", "opaque"],
  ["letter.doc", text("{\\rtf1\\ansi words}"), "RTF", "opaque"],
  ["move.gif", gif(3), "GIF", "opaque"],
  ["packed.rar", bytes(0x52, 0x61, 0x72, 0x21), "RAR", "opaque"],
  ["packed.7z", bytes(0x37, 0x7a, 0xbc, 0xaf), "7Z", "opaque"],
  ["log.gz", bytes(0x1f, 0x8b, 8), "GZIP", "opaque"],
  ["what.jpg", bytes(1, 2, 3, 0), "?", "opaque"],
  ["mail.eml", text("From: a@example.org\nSubject: x\n\nwords"), "EML", "opaque"],
  // Two formats in one file.
  ["photo.jpg", join(jpeg, zip("evil.js")), "JPEG", "mixed"],
  ["order.pdf", join(pdf, zip("evil.class")), "PDF", "mixed"],
  ["photo.jpg", join(jpeg.subarray(0, 20), text("<script>alert(1)</script>"), jpeg.subarray(20)), "JPEG", "mixed"],
  ["photo.png", join(png(4, 4), text("<html><script>")), "PNG", "mixed"],
  ["photo.jpg", join(jpeg.subarray(0, 100), pdf), "JPEG", "mixed"],
  // Programs.
  ["photo.jpg.exe", jpeg, "?", "refused"],
  ["photo.jpg", text("MZ\u0090\u0000"), "?", "refused"],
  ["run.pdf", bytes(0x7f, 0x45, 0x4c, 0x46), "?", "refused"],
  ["words.txt", text("#!/bin/sh\nrm"), "?", "refused"],
  ["order.pdf.js", text("alert(1)"), "?", "refused"],
  ["order.pdf.lnk", bytes(0x4c, 0, 0, 0, 1), "?", "refused"],
];

describe("what a file is", () => {
  it("has at least sixty rows to be judged by", () => expect(table.length).toBeGreaterThanOrEqual(60));

  it.each(table)("%s", (name, content, label, verdict) => {
    const { type, verdict: judged } = found(name, content);
    expect([fileTypeLabel(type), judged]).toEqual([label, verdict]);
  });

  it("is answered for whatever bytes there are", () => {
    fc.assert(fc.property(fc.string(), fc.uint8Array({ maxLength: 300 }), (name, content) => {
      expect(["kept", "renamed", "mixed", "opaque", "refused"]).toContain(found(name, Buffer.from(content)).verdict);
    }));
  });

  it("never leaves a name under which a desk would run or open something else", () => {
    for (const [name, content] of table) {
      const { type, verdict } = found(name, content);
      if (verdict !== "refused") expect(downloadName(name, type, verdict)).not.toMatch(/\.(html?|svg|xml|mht|docm|xlsm|exe|js|lnk)$/i);
    }
    expect(downloadName("photo.html", "image/jpeg", "renamed")).toBe("photo.html.jpg");
    expect(downloadName("ruling.docx", "application/x-office-macro", "opaque")).toBe("ruling.docx.bin");
  });
});

describe("a name", () => {
  it.each([
    ["../../etc/passwd", "__.._etc_passwd"],
    ["C:\\temp\\a.jpg", "C:_temp_a.jpg"],
    ["gpj.\u202eexe.jpg", "gpj.exe.jpg"],
    ["a\u0000b\r\nc.txt", "abc.txt"],
    [".htaccess", "_htaccess"],
    ["...", "file"],
    ["", "file"],
    ["Өтініш №5 «көшірме».pdf", "Өтініш №5 «көшірме».pdf"],
  ])("%j becomes %j", (typed, clean) => expect(cleanName(typed)).toBe(clean));

  it("is data, whatever it holds, and stands in one header line", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (typed) => {
      const name = cleanName(typed);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(400);
      expect(name).not.toMatch(/[\p{Cc}/\\\u202a-\u202e\u2066-\u2069]/u);
      expect(() => new Headers({ "Content-Disposition": disposition(name) })).not.toThrow();
      expect(decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition(name))?.[1] ?? "")).toBe(name);
    }));
    expect(disposition('a";\r\nX: "b.txt')).not.toMatch(/[\r\n]/);
  });
});
