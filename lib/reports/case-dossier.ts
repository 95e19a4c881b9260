import type { OutClaim, OutSource } from "@/lib/model/outgoing";
import type { ReportBlock } from "@/lib/model/report-document";
import { allegationsPart, complaintsTable } from "./allegation-blocks";
import { countWords, detentionRows, eventLines, heldAt, identityRows, rightsList, rulingBlocks, sinceWhen } from "./case-facts";
import { timelineTable } from "./case-timeline";
import { added, bullets, heading, paragraph, teller, type Letter, type LetterData, type Teller } from "./letter";
import { releaseBlocks, untilText } from "./release-blocks";
import { keptSource, type ReportWords } from "./report-words";
import { unknowns } from "./unknowns";

/** Everything of one case: who says what, what was computed, what is alleged by whom, what proves it, and what is not known. */
export function buildCaseDossier(data: LetterData, words: ReportWords): Letter {
  const tell = teller(data, words);
  const { letters, item, name } = tell;
  return {
    title: letters("dossier.title"),
    subtitle: letters("overdue.subtitle", { name, reference: item.reference }),
    addressee: [],
    blocks: [
      heading(letters("dossier.brief")),
      ...briefBlocks(tell),
      heading(letters("identity.title")),
      { kind: "facts", rows: [...identityRows(tell), ...(item.lawyer ? [{ label: letters("identity.lawyer"), value: item.lawyer }] : [])] },
      heading(letters("detention.title")),
      { kind: "facts", rows: detentionRows(tell) },
      ...bullets(eventLines(tell)),
      heading(letters("dossier.rulings"), 2),
      ...(tell.file.orders.length > 0 ? rulingBlocks(tell, { judges: true }) : [paragraph(letters("detention.no_ruling"))]),
      heading(letters("dossier.facts")),
      claimsTable(tell),
      heading(letters("timeline.title")),
      timelineTable(tell),
      ...releaseBlocks(tell, { reasons: true, level: 1 }),
      ...allegationsPart(tell),
      ...(tell.file.allegations.length > 0 ? [complaintsTable(tell)] : []),
      heading(letters("dossier.rights")),
      ...(rightsList(tell).length > 0 ? bullets(rightsList(tell)) : [paragraph(letters("dossier.no_rights"))]),
      heading(letters("dossier.evidence")),
      sourcesTable(tell),
      filesTable(tell),
      heading(letters("dossier.unknown")),
      ...unknownBlocks(tell),
      heading(letters("dossier.remarks")),
      added(tell, "remarks"),
    ],
  };
}

/** The five questions: who, held where, since when, until when, who says so. */
function briefBlocks(tell: Teller): ReportBlock[] {
  const { letters, item, name, place, joined, file, who } = tell;
  const row = (key: string, value: string) => ({ label: letters(`dossier.${key}`), value });
  const publishers = file.claims.map((claim) => claimedBy(claim, sourceOf(tell, claim), tell)).filter(Boolean);
  const speakers = [...file.stated.map(who), ...file.allegations.map(who)];
  return [
    {
      kind: "facts",
      rows: [
        row("who", name),
        row(item.outstanding ? "where" : "was_where", joined(heldAt(tell), place)),
        row("since", sinceWhen(tell)),
        row("until", untilText(tell)),
        row("says", [...new Set([...publishers, ...speakers])].join("; ")),
      ],
    },
  ];
}

const sourceOf = ({ file }: Teller, { sourceId }: OutClaim): OutSource | undefined => file.sources.find(({ id }) => id === sourceId);

/** Who says so: the person quoted, else whoever published it; of a protected source nothing more than that it is one. */
function claimedBy({ saidBy }: OutClaim, source: OutSource | undefined, { words }: Teller): string {
  if (source?.masked) return keptSource(words);
  return saidBy.trim() || source?.publisher || source?.author || source?.title || "";
}

/** "Title, publisher, date"; of a protected source its kind. */
function sourceText(source: OutSource | undefined, { letters, joined, said, date, words }: Teller): string {
  if (!source) return letters("not_known");
  if (source.masked) return joined(keptSource(words), source.kind === "other" ? "" : said("source_kinds", source.kind));
  return joined(source.title, source.publisher, date(source.published)) || said("source_kinds", source.kind) || letters("not_known");
}

function claimsTable(tell: Teller): ReportBlock {
  const { file, letters, said } = tell;
  const label = (key: string) => letters(`dossier.claims.${key}`);
  const rows = file.claims.map((claim) => {
    const source = sourceOf(tell, claim);
    return [said("cited_fields", claim.field), claim.quote, claimedBy(claim, source, tell), sourceText(source, tell)].map((cell) => cell || letters(source?.masked ? "withheld" : "not_known"));
  });
  return { kind: "table", caption: label("caption"), columns: [{ label: label("about") }, { label: label("quote"), share: 3 }, { label: label("by"), share: 2 }, { label: label("source"), share: 2 }], rows, empty: label("empty") };
}

function sourcesTable(tell: Teller): ReportBlock {
  const { file, letters, said, date } = tell;
  const label = (key: string) => letters(`dossier.sources.${key}`);
  const rows = file.sources.map((source) => [sourceText({ ...source, published: null }, tell), source.masked && source.kind === "other" ? "" : said("source_kinds", source.kind), date(source.published), said("source_reliabilities", source.reliability), source.sha256].map((cell) => cell || letters(source.masked ? "withheld" : "not_known")));
  return { kind: "table", caption: label("caption"), columns: [{ label: label("source"), share: 3 }, { label: label("kind") }, { label: label("published"), share: 1.5 }, { label: label("reliability") }, { label: label("hash"), share: 3 }], rows, empty: label("empty") };
}

function filesTable(tell: Teller): ReportBlock {
  const { file, letters, day } = tell;
  const label = (key: string) => letters(`dossier.files.${key}`);
  const rows = file.files.map(({ name, description, type, size, receivedAt, sha256 }) => [description || name || letters("not_known"), type, countWords(size, tell), receivedAt === null ? letters("not_known") : day(receivedAt), sha256]);
  return { kind: "table", caption: label("caption"), columns: [{ label: label("name"), share: 2 }, { label: label("type") }, { label: label("size"), align: "end" }, { label: label("received"), share: 1.5 }, { label: label("hash"), share: 3 }], rows, empty: label("empty") };
}

function unknownBlocks(tell: Teller): ReportBlock[] {
  const { letters } = tell;
  const missing = unknowns(tell);
  if (missing.length === 0) return [paragraph(letters("dossier.nothing_unknown"))];
  return [paragraph(letters("dossier.unknown_lead")), ...bullets(missing.map((key) => letters(`missing.${key}`)))];
}
