import { AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, LevelFormat, Packer, PageBreak, PageNumber, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, WidthType, type IParagraphOptions, type IStylesOptions } from "docx";
import type { ReportBlock, ReportDocument, ReportFrame } from "@/lib/model/report-document";

/*
 * Runs in scripts/document-child.ts only: a long table takes seconds. So nothing of ours may be imported here but types.
 */

/** Drawn by whatever the reader has: these fonts hold the Kazakh letters on every usual system. */
const FONT = "Noto Sans";
const WIDTH = 9638;
const languages = { kk: "kk-KZ", ru: "ru-RU", en: "en-GB" } as const;
const SOFT = "555555";
const line = { style: BorderStyle.SINGLE, size: 4, color: "BDBDBD" } as const;
const none = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const ORDERED = "ordered";
const BULLETS = "bullets";

/** The document as DOCX bytes, A4. */
export async function drawDocx(document: ReportDocument, frame: ReportFrame): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: "Erkin",
    lastModifiedBy: "Erkin",
    description: "",
    styles: styles(document.locale),
    numbering: { config: numbering(document.blocks) },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134, header: 567, footer: 567 } }, titlePage: true },
        headers: { first: letterhead(frame), default: new Header({ children: [new Paragraph({ style: "Small", text: [frame.organisation, frame.number].filter(Boolean).join(" · ") })] }) },
        footers: { first: footer(frame), default: footer(frame) },
        children: [...opening(document, frame), ...document.blocks.flatMap((block, at) => drawn(block, at, frame))],
      },
    ],
  });
  return Packer.toBuffer(file);
}

function styles(locale: ReportDocument["locale"]): IStylesOptions {
  const run = { font: FONT, color: "1B1B1B" };
  const heading = (size: number, before: number) => ({ run: { ...run, size, bold: true }, paragraph: { spacing: { before, after: 100 }, keepNext: true } });
  return {
    default: {
      document: { run: { ...run, size: 20, language: { value: languages[locale], eastAsia: languages[locale], bidirectional: languages[locale] } }, paragraph: { spacing: { after: 120, line: 276 } } },
      title: { run: { ...run, size: 36, bold: true }, paragraph: { spacing: { before: 120, after: 60 } } },
      heading1: heading(26, 240),
      heading2: heading(22, 160),
      listParagraph: { run },
    },
    paragraphStyles: [
      { id: "Small", name: "Small", basedOn: "Normal", run: { size: 15, color: SOFT }, paragraph: { spacing: { after: 0, line: 240 } } },
      { id: "Subtitle", name: "Subtitle", basedOn: "Normal", next: "Normal", run: { size: 22, color: SOFT } },
      { id: "Caption", name: "caption", basedOn: "Normal", next: "Normal", run: { bold: true }, paragraph: { keepNext: true, spacing: { before: 120, after: 60 } } },
      { id: "Cell", name: "Cell", basedOn: "Normal", run: { size: 17 }, paragraph: { spacing: { after: 0, line: 250 } } },
      { id: "NarrowCell", name: "Narrow cell", basedOn: "Cell", run: { size: 15 } },
    ],
  };
}

/** Every numbered list begins at one. */
function numbering(blocks: ReportBlock[]) {
  const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [{ level: 0, format, text, alignment: AlignmentType.START, style: { paragraph: { indent: { left: 425, hanging: 425 } } } }];
  const ordered = blocks.flatMap((block, at) => (block.kind === "list" && block.ordered ? [{ reference: `${ORDERED}${at}`, levels: level(LevelFormat.DECIMAL, "%1.") }] : []));
  return [{ reference: BULLETS, levels: level(LevelFormat.BULLET, "•") }, ...ordered];
}

function letterhead({ organisation, contact, logo }: ReportFrame): Header {
  const scale = logo ? Math.min(160 / logo.width, 58 / logo.height) : 0;
  const picture = logo ? [new Paragraph({ spacing: { after: 60 }, children: [new ImageRun({ type: "png", data: Buffer.from(logo.png, "base64"), transformation: { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) }, altText: { name: organisation, title: "", description: "" } })] })] : [];
  const name = new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: organisation, bold: true, size: 24 })] });
  return new Header({ children: [...picture, name, ...contact.map((text) => new Paragraph({ style: "Small", text })), new Paragraph({ style: "Small", border: { bottom: line }, spacing: { after: 200 }, text: "" })] });
}

function footer(frame: ReportFrame): Footer {
  const first = [frame.organisation, frame.number, frame.dayText, frame.profile].filter(Boolean).join(" · ");
  const pages = [new TextRun({ children: ["\t", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })];
  const said = new Paragraph({ style: "Small", border: { top: line }, tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }], children: [new TextRun(first), ...pages] });
  return new Footer({ children: [said, ...(frame.fingerprint ? [new Paragraph({ style: "Small", children: [new TextRun({ text: `${frame.words.fingerprint} ${frame.fingerprint}`, size: 12 })] })] : [])] });
}

function opening(document: ReportDocument, frame: ReportFrame): Paragraph[] {
  return [
    new Paragraph({ style: "Small", text: [frame.number, frame.dayText].filter(Boolean).join(" · ") }),
    ...document.addressee.map((text) => new Paragraph({ text, alignment: AlignmentType.END, spacing: { after: 0 } })),
    new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
    ...(document.subtitle ? [new Paragraph({ style: "Subtitle", text: document.subtitle })] : []),
  ];
}

/** Paragraphs as typed: an empty line ends one, a line break stays a line break. */
function paragraphs(content: string, further: IParagraphOptions = {}, run: { bold?: boolean } = {}): Paragraph[] {
  return content.split(/\n{2,}/).map((part) => new Paragraph({ ...further, children: part.split("\n").map((text, at) => new TextRun({ text, ...run, ...(at > 0 ? { break: 1 } : {}) })) }));
}

const boxed = { border: { left: { style: BorderStyle.SINGLE, size: 18, color: "B87A00", space: 6 } }, shading: { type: ShadingType.CLEAR, fill: "FFF4D6", color: "auto" }, indent: { left: 140 } } as const;

function drawn(block: ReportBlock, at: number, frame: ReportFrame): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, text: block.text })];
    case "paragraph":
      return paragraphs(block.text);
    case "note":
      return paragraphs(block.text, boxed);
    case "gap":
      return [...paragraphs(`${frame.words.gap}: ${block.question}`, { ...boxed, keepNext: block.why !== "" }, { bold: true }), ...(block.why ? paragraphs(block.why, boxed) : [])];
    case "added":
      return block.text === "" ? [] : paragraphs(block.text);
    case "facts":
      return block.rows.length === 0 ? [] : [grid([34, 66], block.rows.map(({ label, value }) => [label, value || frame.words.notKnown])), new Paragraph({ text: "", spacing: { after: 60 } })];
    case "table":
      return table(block);
    case "list":
      return block.items.flatMap((item) => paragraphs(item, { numbering: { reference: block.ordered ? `${ORDERED}${at}` : BULLETS, level: 0 }, spacing: { after: 40 } }));
    case "signature":
      return [new Paragraph({ text: "", spacing: { before: 480 } }), ...block.lines.map((text, index) => new Paragraph({ text, keepLines: true, spacing: { after: 0 }, ...(index === 0 ? { border: { top: { style: BorderStyle.SINGLE, size: 6, color: "1B1B1B", space: 4 } }, indent: { right: 6000 } } : {}) }))];
    case "page_break":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function table({ caption, columns, rows, empty }: Extract<ReportBlock, { kind: "table" }>): (Paragraph | Table)[] {
  const titled = caption ? [new Paragraph({ style: "Caption", text: caption })] : [];
  if (rows.length === 0) return [...titled, new Paragraph({ text: empty })];
  const shares = columns.map(({ share }) => share ?? 1);
  const ends = columns.map(({ align }) => align === "end");
  return [...titled, grid(shares, rows, { head: columns.map(({ label }) => label), ends }), new Paragraph({ text: "", spacing: { after: 60 } })];
}

/** A table as wide as the page; a head is repeated on every page, and no row is split between two. */
function grid(shares: number[], rows: string[][], { head, ends = [] }: { head?: string[]; ends?: boolean[] } = {}): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((share / all) * WIDTH));
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      ...(bold ? { shading: { type: ShadingType.CLEAR, fill: "EEEEEE", color: "auto" } } : {}),
      children: paragraphs(text, { style: shares.length > 6 ? "NarrowCell" : "Cell", alignment: ends[at] ? AlignmentType.END : AlignmentType.START }, { bold }),
    });
  const row = (cells: string[], isHead: boolean) => new TableRow({ cantSplit: true, tableHeader: isHead, children: widths.map((_, at) => cell(cells[at] ?? "", at, isHead)) });
  const borders = { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none };
  return new Table({ width: { size: WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders, rows: [...(head ? [row(head, true)] : []), ...rows.map((cells) => row(cells, false))] });
}
