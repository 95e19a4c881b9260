import { Temporal } from "temporal-polyfill";
import { reasonText, type ReasonWords } from "@/lib/wording/reason-words";
import { termWords } from "@/lib/wording/case-words";
import { termOf } from "@/lib/model/ordered-term";
import { slotName } from "@/lib/wording/person-name";
import { placeName } from "@/lib/wording/place-name";
import { formatDeadline, formatInstant, formatTerm, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Destination } from "@/lib/model/destination";
import { institutionName, type NamedInstitution } from "@/lib/model/institution-name";
import type { OutAllegation, OutCaseFile } from "@/lib/model/outgoing";
import type { BuiltReport } from "@/lib/model/report";
import type { ReportBlock } from "@/lib/model/report-document";
import type { ReleaseEstimate } from "@/lib/release/estimate-facts";
import type { Reason } from "@/lib/release/explain";
import { heldBeyond, overdueOf, toldExactly } from "./overdue";
import { formal, keptSource, type ReportWords } from "./report-words";

/** What a document about one case is made from: the case as it may leave, who writes, and to whom it goes. */
export type LetterData = { file: OutCaseFile; organisation: string; destination: Destination; /** Whether the letterhead says how the organisation is reached. */ reachable: boolean };
export type Letter = Omit<BuiltReport, "records">;

/** What every document about a case says alike; whatever is not known is "", never a guess. */
export type Teller = ReturnType<typeof teller>;

export function teller({ file, organisation, destination, reachable }: LetterData, words: ReportWords) {
  const { locale, now, vocab } = words;
  const { zone } = file.case;
  const letters = words.room("letters");
  const release = words.room("release");
  const law = words.room("law");
  // The computation holds exact dates: where those of the case are told less exactly, it stays out.
  const estimate = toldExactly(destination, file.case) ? (file.estimate as ReleaseEstimate | null) : null;
  const reasonWords: ReasonWords = { release, law, locale, zone, style: formal };
  const date = (when: string | null) => (when === null ? "" : formatUncertain(when, locale, formal));
  const day = (at: number) => formatUncertain(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(words.zone).toPlainDate().toString(), locale, formal);
  return {
    file,
    item: file.case,
    organisation,
    destination,
    reachable,
    estimate,
    overdue: overdueOf(file, estimate, now),
    beyond: heldBeyond(file.case, estimate),
    words,
    letters,
    release,
    law,
    date,
    instant: (at: number) => formatInstant(at, zone, locale, formal),
    deadline: (end: number) => formatDeadline(end, zone, locale, formal),
    window: (from: number | string | null, to: number | string | null) => (from === null && to === null ? "" : formatWindow(from, to, zone, locale, formal)),
    now: formatInstant(now, zone, locale, formal),
    today: day(now),
    /** An instant as the day on which it falls where the organisation works. */
    day,
    name: slotName({ displayName: file.case.person.displayName, sex: file.case.person.sex, slot: file.case.slot, slotCount: file.case.slotCount }, words.room("people")),
    place: placeName(file.case.place, locale),
    body: (of: NamedInstitution | null) => (of === null ? "" : institutionName(of, locale)),
    /** The words of a value of a vocabulary; "" where the value says that nothing is known. */
    said: (list: string, code: string | null) => (code === null || code === "" || code === "unknown" || code === "not_stated" || !vocab.has(`${list}.${code}`) ? "" : vocab(`${list}.${code}`)),
    reason: (reason: Reason) => reasonText(reason, reasonWords),
    /** Who says so: what was recorded, or that the source is not told. */
    who: ({ masked, attributedTo }: Pick<OutAllegation, "masked" | "attributedTo">) => (masked || attributedTo.trim() === "" ? keptSource(words) : attributedTo.trim()),
    term: (text: string | null) => (termOf(text) === null ? "" : (termWords(text, locale) ?? "")),
    days: (days: number) => formatTerm({ d: days }, locale),
    joined: (...parts: string[]) => parts.filter(Boolean).join(", "),
  };
}

export const heading = (text: string, level: 1 | 2 = 1): ReportBlock => ({ kind: "heading", level, text });
export const paragraph = (text: string): ReportBlock => ({ kind: "paragraph", text });
export const note = (text: string): ReportBlock => ({ kind: "note", text });
export const bullets = (items: string[], ordered = false): ReportBlock[] => (items.length === 0 ? [] : [{ kind: "list", ordered, items }]);

export type GapName = "name" | "consent" | "consent_asked" | "sex" | "birth" | "nationality" | "document" | "occupation" | "residence" | "taken" | "arrest_place" | "agency" | "warrant" | "reasons" | "basis" | "held_at" | "was_held_at" | "ruling" | "category" | "review" | "remedies" | "contact" | "danger" | "allegations" | "perpetrator" | "answer" | "mandate" | "defender";

/** What the receiver asks and the record does not hold. */
export const gap = ({ letters }: Teller, name: GapName): ReportBlock => ({ kind: "gap", question: letters(`gap.${name}.q`), why: letters(`gap.${name}.why`) });
export const gapUnless = (tell: Teller, known: boolean, name: GapName): ReportBlock[] => (known ? [] : [gap(tell, name)]);
export const added = ({ letters }: Teller, slot: string, label = letters("added")): ReportBlock => ({ kind: "added", slot, label, text: "" });
export const signature = ({ letters, organisation, today }: Teller): ReportBlock => ({ kind: "signature", lines: [letters("sign.line"), letters("sign.for", { organisation }), letters("sign.date", { date: today })] });
