import { createRequire } from "node:module";
import { Document, Font, Image, Page, renderToBuffer, Text, View, type TextProps, type ViewProps } from "@react-pdf/renderer";
import { createElement as el, type Attributes, type PropsWithChildren, type ReactNode } from "react";
import type { ReportBlock, ReportDocument, ReportFrame } from "@/lib/model/report-document";

/*
 * Runs in scripts/document-child.ts only: laying out a long table takes seconds, and React as pages see it cannot draw documents. So nothing of
 * ours may be imported here but types.
 */

const FAMILY = "Noto Sans";
const fontFile = (name: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${name}`);
Font.register({ family: FAMILY, fonts: [{ src: fontFile("400Regular/NotoSans_400Regular.ttf") }, { src: fontFile("700Bold/NotoSans_700Bold.ttf"), fontWeight: 700 }] });
/**
 * Words stay whole in every language; what is longer than a column (hashes, addresses) may break after every eighth sign. The empty piece between
 * two is a place to break without a hyphen, which would stand in the text when it is copied.
 */
const LONGEST_WORD = 24;
Font.registerHyphenationCallback((word) => (word.length <= LONGEST_WORD ? [word] : (word.match(/.{1,8}/gsu) ?? [word]).flatMap((piece, at) => (at === 0 ? [piece] : ["", piece]))));

const ink = { text: "#1b1b1b", soft: "#555555", line: "#bdbdbd", head: "#eeeeee", mark: "#fff4d6", edge: "#b87a00" };
/** So many lines fit on a page with room to spare; what has more could never be placed whole. */
const MOST_LINES = 40;
/** Fewer signs than fit into a line as wide as the page. */
const LINE = 80;

/** Whether a text may be broken between two pages; `width` is its part of the page's. */
const isTall = (content: string, width = 1): boolean => content.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (LINE * width))), 0) > MOST_LINES;

type Style = NonNullable<ViewProps["style"]>;
type Placing = Pick<TextProps, "minPresenceAhead" | "orphans" | "widows">;
const text = (key: string, content: string, style: Style = {}, placing: Placing = {}) => el(Text, { key, style, ...placing } as Attributes & PropsWithChildren<TextProps>, content);
const bold = { fontWeight: 700 } as const;
const boxed = { borderLeftWidth: 3, borderLeftColor: ink.edge, backgroundColor: ink.mark, paddingVertical: 4, paddingHorizontal: 8, marginBottom: 6 } as const;

/** What is asked of a font of fontkit, which brings no types. */
interface Glyphs {
  readonly characterSet: readonly number[];
  glyphForCodePoint(sign: number): unknown;
  layout(text: string): unknown;
}

/**
 * The fonts, with every glyph told which sign it stands for. fontkit keeps a glyph as it was first asked for: a letter that it first meets as a part
 * of another one (h in һ, A in А of a document before) would stand for no sign, be drawn, and be missing from the text layer. A ligature stands for
 * its letters and not for the one sign that Unicode has for it: whoever searches types letters, and a fingerprint may hold an ff.
 */
async function loadFonts(): Promise<void> {
  for (const source of Font.getRegisteredFonts()[FAMILY]?.sources ?? []) {
    await source.load();
    const font = source.data as Glyphs | null;
    if (!font) continue;
    for (const sign of font.characterSet.filter(isLigature)) font.layout(String.fromCodePoint(sign).normalize("NFKC"));
    for (const sign of font.characterSet) font.glyphForCodePoint(sign);
  }
}

const isLigature = (sign: number): boolean => sign >= 0xfb00 && sign <= 0xfb06;

/** The document as PDF bytes, A4, with a text layer that can be searched and copied. */
export async function drawPdf(document: ReportDocument, frame: ReportFrame): Promise<Buffer> {
  await loadFonts();
  const day = new Date(`${frame.day}T00:00:00Z`);
  const info = { title: document.title, language: document.locale, creator: "Erkin", producer: "Erkin", creationDate: day, modificationDate: day };
  const style = { fontFamily: FAMILY, fontSize: 10, lineHeight: 1.4, color: ink.text, paddingTop: 42, paddingBottom: 62, paddingHorizontal: 46 } as const;
  const page = el(Page, { size: "A4", style, wrap: true, experimentalPagination: true }, footer(frame), letterhead(frame), opening(document, frame), ...document.blocks.flatMap((block, at) => drawn(block, `b${at}`, frame)));
  return renderToBuffer(el(Document, info, page));
}

function letterhead(frame: ReportFrame) {
  const { logo } = frame;
  const scale = logo ? Math.min(120 / logo.width, 44 / logo.height) : 0;
  const picture = logo ? [el(Image, { key: "logo", src: { data: Buffer.from(logo.png, "base64"), format: "png" }, style: { width: logo.width * scale, height: logo.height * scale, marginRight: 12 } })] : [];
  const words = el(View, { key: "words", style: { flexGrow: 1, flexShrink: 1 } }, text("name", frame.organisation, { ...bold, fontSize: 12, lineHeight: 1.3 }), ...frame.contact.map((line, at) => text(`c${at}`, line, { fontSize: 8, lineHeight: 1.3, color: ink.soft })));
  return el(View, { key: "letterhead", style: { flexDirection: "row", alignItems: "center", borderBottomWidth: 1, borderBottomColor: ink.line, paddingBottom: 8, marginBottom: 14 } }, ...picture, words);
}

function opening(document: ReportDocument, frame: ReportFrame) {
  const reference = [frame.number, frame.dayText].filter(Boolean).join(" · ");
  return el(
    View,
    { key: "opening", style: { marginBottom: 12 } },
    text("reference", reference, { fontSize: 9, lineHeight: 1.3, color: ink.soft, marginBottom: 6 }),
    ...document.addressee.map((line, at) => text(`a${at}`, line, { textAlign: "right" })),
    text("title", document.title, { ...bold, fontSize: 18, lineHeight: 1.25, marginTop: document.addressee.length > 0 ? 12 : 0 }),
    ...(document.subtitle ? [text("subtitle", document.subtitle, { fontSize: 11, lineHeight: 1.3, color: ink.soft, marginTop: 3 })] : []),
  );
}

function footer(frame: ReportFrame) {
  const small = { fontSize: 7.5, color: ink.soft, lineHeight: 1.3 } as const;
  const pages = el(Text, { key: "pages", style: { ...small, textAlign: "right", width: 60 }, render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages?: number }) => `${pageNumber} / ${totalPages ?? pageNumber}` });
  const first = [frame.organisation, frame.number, frame.dayText, frame.profile].filter(Boolean).join(" · ");
  const second = frame.fingerprint ? `${frame.words.fingerprint} ${frame.fingerprint}` : "";
  const words = el(View, { key: "words", style: { flexGrow: 1, flexShrink: 1 } }, text("first", first, small), ...(second ? [text("second", second, { ...small, fontSize: 6.5, lineHeight: 1.3 })] : []));
  const style = { position: "absolute", bottom: -40, left: 46, right: 46, flexDirection: "row", alignItems: "flex-start", borderTopWidth: 0.5, borderTopColor: ink.line, paddingTop: 4 } as const;
  return el(View, { key: "footer", fixed: true, style }, words, pages);
}

/** Paragraphs as typed: an empty line stays a distance, a line break a line. */
const paragraphs = (key: string, content: string, style: object = {}) => content.split(/\n{2,}/).map((part, at) => text(`${key}.${at}`, part, { marginBottom: 6, ...style }, { orphans: 2, widows: 2 }));

function drawn(block: ReportBlock, key: string, frame: ReportFrame): ReactNode[] {
  switch (block.kind) {
    case "heading":
      return [text(key, block.text, block.level === 1 ? { ...bold, fontSize: 13, lineHeight: 1.3, marginTop: 10, marginBottom: 5 } : { ...bold, fontSize: 11, lineHeight: 1.3, marginTop: 6, marginBottom: 4 }, { minPresenceAhead: 60 })];
    case "paragraph":
      return paragraphs(key, block.text);
    case "note":
      return [el(View, { key, style: boxed, wrap: isTall(block.text) }, ...paragraphs(key, block.text, { marginBottom: 0 }))];
    case "gap":
      return [el(View, { key, style: boxed, wrap: false }, text("q", `${frame.words.gap}: ${block.question}`, bold), ...(block.why ? [text("w", block.why, { fontSize: 9, lineHeight: 1.3 })] : []))];
    case "added":
      return block.text === "" ? [] : paragraphs(key, block.text);
    case "facts":
      return [el(View, { key, style: { marginBottom: 8 } }, ...block.rows.map(({ label, value }, at) => fact(`f${at}`, label, value || frame.words.notKnown)))];
    case "table":
      return table(block, key);
    case "list":
      return [el(View, { key, style: { marginBottom: 6 } }, ...block.items.map((item, at) => el(View, { key: `i${at}`, style: { flexDirection: "row", alignItems: "flex-start", marginBottom: 2 }, wrap: isTall(item) }, text("m", block.ordered ? `${at + 1}.` : "•", { width: block.ordered ? Math.max(22, 8 + 6 * String(block.items.length).length) : 12 }), text("t", item, { flex: 1 }))))];
    case "signature":
      return [el(View, { key, style: { marginTop: 24 }, wrap: false }, el(View, { key: "line", style: { width: 200, borderBottomWidth: 0.75, borderBottomColor: ink.text, marginBottom: 4, height: 28 } }), ...block.lines.map((line, at) => text(`l${at}`, line)))];
    case "page_break":
      return [el(View, { key, break: true })];
  }
}

const fact = (key: string, label: string, value: string) =>
  el(View, { key, style: { flexDirection: "row", alignItems: "flex-start", borderBottomWidth: 0.5, borderBottomColor: ink.line, paddingVertical: 2 }, wrap: isTall(value, 0.66) }, text("l", label, { width: "34%", color: ink.soft, paddingRight: 8 }), text("v", value, { flex: 1 }));

function table({ caption, columns, rows, empty }: Extract<ReportBlock, { kind: "table" }>, key: string): ReactNode[] {
  const titled = caption ? [text(`${key}.c`, caption, { ...bold, marginTop: 4, marginBottom: 3 }, { minPresenceAhead: 90 })] : [];
  if (rows.length === 0) return [...titled, text(`${key}.e`, empty, { marginBottom: 8, color: ink.soft })];
  const all = columns.reduce((sum, { share }) => sum + (share ?? 1), 0);
  const size = columns.length > 6 ? 7.5 : 8.5;
  const widthOf = (at: number) => (columns[at]?.share ?? 1) / all;
  const cell = (at: number, content: string) =>
    text(`c${at}`, content, { width: `${widthOf(at) * 100}%`, paddingHorizontal: 3, paddingVertical: 2.5, textAlign: columns[at]?.align === "end" ? "right" : "left" });
  const row = (rowKey: string, cells: string[], style: object, further: Pick<ViewProps, "fixed" | "wrap" | "minPresenceAhead">) => el(View, { key: rowKey, style: { flexDirection: "row", alignItems: "flex-start", borderBottomWidth: 0.5, borderBottomColor: ink.line, ...style }, ...further }, ...columns.map((_, at) => cell(at, cells[at] ?? "")));
  // With anything asked for ahead, the head does not stand without the first row, and so moves on with the title. The upper line is the head's own: an
  // edge of the table would be placed at the foot of a page by itself, and hold the title there.
  const head = row("head", columns.map(({ label }) => label), { backgroundColor: ink.head, borderTopWidth: 0.5, borderTopColor: ink.line, ...bold }, { fixed: true, wrap: false, minPresenceAhead: 1 });
  const body = rows.map((cells, at) => row(`r${at}`, cells, {}, { wrap: cells.some((content, column) => isTall(content, widthOf(column))) }));
  // The distance below is a piece of its own: as a margin of the table it would take the head along to the next page where it alone does not fit.
  return [...titled, el(View, { key, style: { fontSize: size, lineHeight: 1.3 } }, head, ...body), el(View, { key: `${key}.below`, style: { height: 10 } })];
}
