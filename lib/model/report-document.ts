/**
 * A document as reports make it: every word already in its language, no markup, no ids. One model and three drawings (page, PDF, DOCX), so that
 * what is previewed is what leaves.
 */
export type ReportDocument = {
  locale: "kk" | "ru" | "en";
  title: string;
  subtitle: string;
  /** To whom it is addressed, line by line; empty for a report to nobody in particular. */
  addressee: string[];
  blocks: ReportBlock[];
};

export type ReportColumn = {
  label: string;
  /** Share of the width, 1 where nothing is said. */
  share?: number;
  /** Figures stand at the end. */
  align?: "start" | "end";
};

export type ReportBlock =
  | { kind: "heading"; level: 1 | 2; text: string }
  | { kind: "paragraph"; text: string }
  /** Something that the reader must not miss: a doubt, a caveat. */
  | { kind: "note"; text: string }
  /** Labels with what the record holds; an empty value is drawn as not known. */
  | { kind: "facts"; rows: { label: string; value: string }[] }
  | { kind: "table"; caption: string; columns: ReportColumn[]; rows: string[][]; empty: string }
  | { kind: "list"; ordered: boolean; items: string[] }
  /** What the receiver asks and the record does not hold: marked, so that the editor sees it before it goes out. */
  | { kind: "gap"; question: string; why: string }
  /** Where the editor may add text before the report is issued; `slot` is stable within a template, `text` what was added so far. */
  | { kind: "added"; slot: string; label: string; text: string }
  | { kind: "signature"; lines: string[] }
  | { kind: "page_break" };

/** Everything around a document on every page, in the document's language: who writes, what it is, how it may be read. */
export type ReportFrame = {
  organisation: string;
  /** Address, telephone, mail, line by line. */
  contact: string[];
  /** PNG in base64, with its size in pixels; null where the organisation has none. */
  logo: { png: string; width: number; height: number } | null;
  /** "Bulletin 12", or "Draft" as long as it has no number. */
  number: string;
  /** Day of the making, YYYY-MM-DD, and the same in words. */
  day: string;
  dayText: string;
  /** Who may read it: "For the public". */
  profile: string;
  /** SHA-256 (hex) of what is written, the same in every format; empty for a draft. */
  fingerprint: string;
  words: { fingerprint: string; notKnown: string; gap: string };
};
