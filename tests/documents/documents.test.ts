import { spawnSync } from "node:child_process";
import { inflateRawSync } from "node:zlib";
import mammoth from "mammoth";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { renderDocx } from "@/lib/documents/docx";
import { renderPdf } from "@/lib/documents/pdf";
import { drawPdf } from "@/lib/documents/pdf-draw";
import { throughOffice } from "../support/office";
import { pdfPages } from "../support/pdf-pages";
import type { ReportBlock, ReportDocument, ReportFrame } from "@/lib/model/report-document";

vi.unmock("@/lib/documents/draw");

const KAZAKH = "Ә ә Ғ ғ Қ қ Ң ң Ө ө Ұ ұ Ү ү Һ һ І і ₸ ffi";
const hash = "0123456789abcdef".repeat(4);
const frame: ReportFrame = {
  organisation: "Еркіндік қоры", contact: ["Алматы, Абай даңғылы 1", "info@example.org"], logo: null, number: "№ 12 бюллетень", day: "2019-11-03", dayText: "2019 жылғы 3 қараша", profile: "Жалпы жұртқа арналған", fingerprint: "f".repeat(64),
  words: { fingerprint: "SHA-256", notKnown: "белгісіз", gap: "Жетіспейді" },
};
const documentOf = (blocks: ReportBlock[]): ReportDocument => ({ locale: "kk", title: "Бостандығынан айырылған адамдардың тізімі", subtitle: "28 қазан – 3 қараша", addressee: ["Алматы қаласының прокуратурасы"], blocks });
const everyBlock: ReportBlock[] = [
  { kind: "heading", level: 1, text: KAZAKH },
  { kind: "heading", level: 2, text: "Екінші деңгей" },
  { kind: "paragraph", text: "Бірінші абзац.\nЖаңа жол.\n\nЕкінші абзац." },
  { kind: "note", text: "Күмән: күні расталмаған." },
  { kind: "gap", question: "Туған күні", why: "Жазбада жоқ." },
  { kind: "facts", rows: [{ label: "Орны", value: "Алматы" }, { label: "Күні", value: "" }, { label: "SHA-256", value: hash }] },
  { kind: "list", ordered: true, items: ["бірінші тармақ", "екінші тармақ"] },
  { kind: "list", ordered: false, items: ["нүктелі тармақ"] },
  { kind: "added", slot: "opening", label: "Кіріспе", text: "Қолмен қосылған мәтін." },
  { kind: "added", slot: "closing", label: "ЖАСЫРЫН БЕЛГІ", text: "" },
  { kind: "table", caption: "Адамдар", columns: [{ label: "Аты", share: 2 }, { label: "Саны", align: "end" }], rows: [["Ғабдуллин", "7"]], empty: "Ешкім жоқ" },
  { kind: "table", caption: "Бос", columns: [{ label: "Аты" }], rows: [], empty: "Ешкім жоқ" },
  { kind: "page_break" },
  { kind: "signature", lines: ["А. Қасымұлы", "үйлестіруші"] },
];
const told = [KAZAKH, "Екінші деңгей", "Бірінші абзац.", "Жаңа жол.", "Екінші абзац.", "Күмән: күні расталмаған.", "Жетіспейді: Туған күні", "Алматы", "белгісіз", "бірінші тармақ", "нүктелі тармақ", "Қолмен қосылған мәтін.", "Ғабдуллин", "Ешкім жоқ", "А. Қасымұлы", "Алматы қаласының прокуратурасы", "28 қазан – 3 қараша"];

const inOne = (text: string) => text.replace(/\s+/g, " ");

/** The members of a ZIP file as text, by the directory at its end. */
function membersOf(zip: Buffer): Map<string, string> {
  const members = new Map<string, string>();
  let at = zip.readUInt32LE(zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1") + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size, name, extra, comment, start] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const bytes = zip.subarray(data, data + size);
    members.set(zip.subarray(at + 46, at + 46 + name).toString("utf8"), (method === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return members;
}

let [pdf, docx]: [Buffer, Buffer] = [Buffer.alloc(0), Buffer.alloc(0)];
beforeAll(async () => {
  [pdf, docx] = await Promise.all([renderPdf(documentOf(everyBlock), frame), renderDocx(documentOf(everyBlock), frame)]);
});

describe("a PDF", () => {
  it("has a text layer with every word and every Kazakh letter, read by a program that did not write it", async () => {
    const pages = pdfPages(pdf);
    const text = inOne(pages.join(" "));
    for (const part of told) expect(text).toContain(part);
    expect(text).not.toContain("ЖАСЫРЫН БЕЛГІ");
    // A hash is copied without hyphens, wherever its line breaks.
    expect(text.replaceAll(" ", "")).toContain(hash);
    expect(text).not.toContain("\ufffe");
  });

  it("has every letter in its text layer whatever the same process drew before", async () => {
    const drawn = async (text: string) => inOne(pdfPages(await drawPdf(documentOf([{ kind: "heading", level: 1, text }, { kind: "paragraph", text }]), frame)).join(" "));
    const letters = "The Head of the OVD heard that Amina HIEROPKTX had asked";
    // Each of these is drawn with the picture of a Latin letter in it.
    expect(await drawn(KAZAKH)).toContain(KAZAKH);
    expect(await drawn("һНАЕОРСТХКІВМ")).toContain("һНАЕОРСТХКІВМ");
    expect(await drawn(letters)).toContain(letters);
  });

  it("carries number, profile, hash and its pages on every page", async () => {
    const pages = pdfPages(pdf);
    expect(pages.length).toBe(2);
    pages.forEach((page, at) => {
      for (const part of ["Еркіндік қоры", "№ 12 бюллетень", "Жалпы жұртқа арналған", "f".repeat(64), `${at + 1} / 2`]) expect(inOne(page)).toContain(part);
    });
  });

  it("tells the title, the language and the day, and nobody's name, hour or folder", () => {
    const raw = pdf.toString("latin1");
    const value = (key: string) => new RegExp(`\\n${new RegExp(`/${key} (\\d+) 0 R`).exec(raw)?.[1] ?? "none"} 0 obj\\n\\(([^)]*)\\)`).exec(raw)?.[1];
    expect({ producer: value("Producer"), creator: value("Creator") }).toEqual({ producer: "Erkin", creator: "Erkin" });
    expect(raw).toMatch(/\/Lang \(kk\)/);
    expect([...raw.matchAll(/D:\d{14}/g)].map(([date]) => date).every((date) => date === "D:20191103000000")).toBe(true);
    expect(raw).not.toMatch(/\/Author|node_modules|react-pdf|pdfkit/i);
    expect(raw).not.toContain(process.cwd());
  });

  it("is read the same by pdftotext, where that is installed", (context) => {
    const run = spawnSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
    if (run.error) return context.skip();
    const text = inOne(run.stdout);
    // It takes letters at even distances for one word drawn wide.
    for (const part of told) expect(part === KAZAKH ? text.replaceAll(" ", "") : text).toContain(part === KAZAKH ? part.replaceAll(" ", "") : part);
    expect(text.replaceAll(" ", "")).toContain(hash);
    expect(text).toContain("f".repeat(64));
  });
});

describe("a DOCX", () => {
  it("is opened by another program with real headings, lists and tables", async () => {
    const { value } = await mammoth.convertToHtml({ buffer: docx });
    const text = inOne(value.replace(/<[^>]+>/g, " "));
    for (const part of told) expect(text).toContain(part);
    expect(text).toContain(hash);
    expect(value).toMatch(/<h1>.*Ғ ғ/);
    expect(value).toMatch(/<h2>Екінші деңгей<\/h2>/);
    expect(value).toMatch(/<ol>\s*<li>бірінші тармақ/);
    expect(value).toMatch(/<table><thead>/);
  });

  it("tells the title, the language and the day, and nobody's name or hour", () => {
    const members = membersOf(docx);
    const core = members.get("docProps/core.xml") ?? "";
    expect(core).toContain("<dc:creator>Erkin</dc:creator>");
    expect(core).toContain("<cp:lastModifiedBy>Erkin</cp:lastModifiedBy>");
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g)].map(([at]) => at)).toEqual(["2019-11-03T00:00:00.000Z", "2019-11-03T00:00:00.000Z"]);
    expect(members.get("docProps/app.xml")).not.toMatch(/Company|Manager|Template/);
    expect(members.get("word/styles.xml")).toContain('w:val="kk-KZ"');
    for (const [name, text] of members) expect(text.includes(process.cwd()), name).toBe(false);
    const footers = [...members].filter(([name]) => name.startsWith("word/footer")).map(([, text]) => text);
    expect(footers.every((text) => text.includes("№ 12 бюллетень") && text.includes("NUMPAGES"))).toBe(true);
  });

  it("is read the same by LibreOffice, where that is installed", { timeout: 120_000 }, (context) => {
    const text = throughOffice(docx, "docx", "txt:Text (encoded):UTF8");
    if (text === undefined) return context.skip();
    // Pictures of lists and notes are LibreOffice's own; the words are ours.
    for (const part of told) expect(inOne(text.toString("utf8"))).toContain(part);
    const pages = pdfPages(throughOffice(docx, "docx", "pdf") ?? Buffer.alloc(0));
    pages.forEach((page, at) => expect(inOne(page)).toContain(`${at + 1} / ${pages.length}`));
    expect(inOne(pages.join(" "))).toContain(KAZAKH);
  });
});

describe("a long table", () => {
  it("of a thousand rows is drawn with its head on every page, while other things go on", async () => {
    const rows = Array.from({ length: 1000 }, (_, at) => [`Адам ${at + 1} Қасымұлы`, "Алматы қ., арнайы қабылдау орны", String(at + 1)]);
    const table: ReportBlock = { kind: "table", caption: "Адамдар", columns: [{ label: "АТЫ-ЖӨНІ", share: 2 }, { label: "Орны", share: 2 }, { label: "Саны", align: "end" }], rows, empty: "" };
    let turns = 0;
    const ticking = setInterval(() => turns++, 20);
    const bytes = await renderPdf(documentOf([table]), frame);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(20);
    const pages = pdfPages(bytes);
    expect(pages.every((page) => page.includes("АТЫ-ЖӨНІ"))).toBe(true);
    const text = inOne(pages.join(" "));
    for (const at of [1, 500, 1000]) expect(text).toContain(`Адам ${at} Қасымұлы`);
    expect((await renderDocx(documentOf([table]), frame)).length).toBeGreaterThan(10_000);
  }, 120_000);

  it("never leaves its title, nor the heading above, alone at the foot of a page", async () => {
    const columns = [{ label: "АТЫ" }, { label: "Орны" }];
    const tables = Array.from({ length: 45 }, (_, at): ReportBlock[] => [
      // Of ever other heights, so that each title comes to stand at another place of its page.
      { kind: "paragraph", text: Array.from({ length: 1 + ((at * 7) % 11) }, (_line, line) => `жол ${line}`).join("\n") },
      ...(at % 3 === 1 ? [] : [{ kind: "heading" as const, level: 1 as const, text: `Тарау ${at}.` }]),
      { kind: "table", caption: at % 3 === 0 ? "" : `Кесте ${at}.`, columns, rows: Array.from({ length: at % 5 === 4 ? 70 : 3 }, (_row, row) => [row === 0 ? `Бірінші ${at}.` : "келесі", at % 7 === 2 ? "ұзақ сипаттама ".repeat(12) : "Алматы"]), empty: "" },
    ]).flat();
    const pages = pdfPages(await renderPdf(documentOf(tables), frame)).map(inOne);
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(text));
    const apart = Array.from({ length: 45 }, (_, at) => at).filter((at) => [`Тарау ${at}.`, `Кесте ${at}.`].some((title) => pageOf(title) >= 0 && pageOf(title) !== pageOf(`Бірінші ${at}.`)));
    expect(pages.length).toBeGreaterThan(10);
    expect(apart).toEqual([]);
  }, 120_000);

  it("never begins a page with its head where no row follows", async () => {
    const tables = Array.from({ length: 60 }, (_, at): ReportBlock[] => [
      { kind: "paragraph", text: Array.from({ length: 1 + ((at * 5) % 9) }, (_line, line) => `жол ${line}`).join("\n") },
      { kind: "table", caption: "", columns: [{ label: `БАС ${at}.` }, { label: "Орны" }], rows: Array.from({ length: 6 + (at % 9) }, () => [`қатар ${at}.`, at % 4 === 2 ? "ұзақ сипаттама ".repeat(9) : "Алматы"]), empty: "" },
    ]).flat();
    const pages = pdfPages(await renderPdf(documentOf(tables), frame)).map(inOne);
    const alone = Array.from({ length: 60 }, (_, at) => at).filter((at) => pages.some((page) => page.includes(`БАС ${at}.`) && !page.includes(`қатар ${at}.`)));
    expect(pages.length).toBeGreaterThan(10);
    expect(alone).toEqual([]);
  }, 120_000);

  it("with a row taller than a page is drawn all the same", async () => {
    const tall = "Өте ұзақ сипаттама. ".repeat(600);
    const pages = pdfPages(await renderPdf(documentOf([{ kind: "table", caption: "", columns: [{ label: "A" }, { label: "B" }], rows: [["бас", tall], ["соңы", "бар"]], empty: "" }]), frame));
    expect(pages.length).toBeGreaterThan(1);
    expect(inOne(pages.join(" "))).toContain("соңы");
    // A sentence can end on the next page; a word cannot.
    const words = pages.map((page) => page.match(/сипаттама/g)?.length ?? 0);
    expect(words.reduce((sum, count) => sum + count, 0)).toBe(600);
    expect(Math.max(...words)).toBeLessThan(400);
  });

  it("and whatever else has more lines than a page is drawn over several, line by line", async () => {
    const lines = (word: string) => Array.from({ length: 90 }, (_, at) => `${word}${at}.`).join("\n");
    const narrow = Array.from({ length: 20 }, (_, at) => `сөйлем${at} ұзақтаулау мәтін`).join(" ");
    const blocks: ReportBlock[] = [
      { kind: "facts", rows: [{ label: "Орны", value: lines("факт") }] },
      { kind: "list", ordered: false, items: [lines("тармақ")] },
      { kind: "table", caption: "", columns: [{ label: "A", share: 10 }, { label: "B" }], rows: [["бас", lines("ұяшық")], ["екінші", narrow]], empty: "" },
      { kind: "note", text: lines("күмән") },
    ];
    const pages = pdfPages(await renderPdf(documentOf(blocks), frame));
    expect(pages.length).toBeGreaterThan(6);
    const most = Math.max(...["факт", "тармақ", "ұяшық", "күмән"].flatMap((word) => pages.map((page) => page.match(new RegExp(`${word}\\d`, "g"))?.length ?? 0)));
    // Of what is not broken, all lines stand on one page, most of them below its foot.
    expect(most).toBeLessThan(80);
    for (const word of ["факт", "тармақ", "ұяшық", "күмән"]) expect(inOne(pages.join(" "))).toContain(`${word}89.`);
  }, 60_000);
});
