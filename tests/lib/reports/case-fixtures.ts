import { discloseAllegation } from "@/lib/disclosure/disclose-allegation";
import { discloseCase, disclosePartsOf } from "@/lib/disclosure/disclose-case";
import { discloseClaims, discloseFiles, discloseSource } from "@/lib/disclosure/disclose-source";
import type { DisclosureRules } from "@/lib/disclosure/rules";
import { estimateRelease, type CaseFacts } from "@/lib/release/estimate";
import { columnsOf } from "@/lib/release/estimate-columns";
import { custodyFacts, custodyStatus } from "@/lib/model/custody-state";
import { INTERNAL, type Destination } from "@/lib/model/destination";
import type { NamedInstitution } from "@/lib/model/institution-name";
import { termOf } from "@/lib/model/ordered-term";
import type { OutAllegation, OutCase, OutCaseFile, OutOrder } from "@/lib/model/outgoing";
import type { CountFrom, MomentKind } from "@/lib/model/vocabularies";
import type { LetterData } from "@/lib/reports/letter";

/** Invented people and bodies; what is told of the founding case is told in words of our own. */
export const zone = "Asia/Almaty";
export const body = (id: string, name: string, given: Partial<NamedInstitution> = {}): NamedInstitution => ({ id, name, nameKk: "", nameRu: "", nameEn: "", ...given });
export const police = { ...body("id-police", "Сынақ қаласының полициясы", { nameRu: "Полиция города Сынак", nameEn: "Synaq city police" }), kind: "police" };
export const court = body("id-court", "Сынақ қаласының мамандандырылған соты", { nameRu: "Специализированный суд города Сынак", nameEn: "Specialised Court of Synaq" });
export const facility = body("id-facility", "Сынақ арнайы қабылдау орны", { nameRu: "Специальный приёмник города Сынак", nameEn: "Synaq special reception centre" });
const place = { id: "id-place", nameKk: "Сынақ", nameRu: "Сынак", nameEn: "Synaq" };

type Given = Partial<Omit<OutCaseFile, "case" | "estimate">> & { case?: Partial<Omit<OutCase, "person">>; person?: Partial<OutCase["person"]>; now: number };

export const order = (given: Partial<OutOrder> = {}): OutOrder => ({ id: "id-order", version: 1, kind: "administrative_arrest", court, judge: "", date: "2026-03-02", articles: "", term: "P10D", countFrom: "not_stated", countFromWhen: null, relation: "not_stated", note: "", zone, ...given });
export const moment = (kind: string, when: string | null, institution: NamedInstitution | null = null, releaseKind: string | null = null) => ({ id: `id-${kind}`, version: 1, kind, when, institution, releaseKind, note: "" });

/** A case whose derived columns and whose estimate are the engine's own answer to its moments, orders and stated dates. */
export function caseFile({ now, case: given = {}, person = {}, ...parts }: Given): OutCaseFile {
  const [moments, orders, stated] = [parts.moments ?? [], parts.orders ?? [], parts.stated ?? []];
  const custody = custodyFacts(moments.map((each, createdAt) => ({ kind: each.kind as MomentKind, when: each.when, institutionId: each.institution?.id ?? null, releaseKind: each.releaseKind, createdAt })), zone);
  const detentionKind = given.detentionKind ?? "administrative_arrest";
  const facts: CaseFacts = {
    zone,
    jurisdiction: "KZ",
    detentionKind,
    moments: moments.map(({ kind, when }) => ({ kind: kind as MomentKind, when })),
    orders: orders.map(({ id, kind, date, term, countFrom, countFromWhen }) => ({ id, kind, date, term: termOf(term), countFrom: countFrom as CountFrom, countFromWhen, relation: "not_stated" as const, relatesTo: null, servedShare: null })),
    adjustments: [],
    overrides: [],
    stated: stated.map(({ id, when }) => ({ id, when })),
    observed: custody.releasedText,
  };
  const estimate = estimateRelease(facts, "2025c");
  const columns = columnsOf(estimate);
  const status = custodyStatus({ state: custody.state, outstanding: custody.outstanding, watchFrom: columns.watchFrom, dueSort: columns.overdueFrom ?? Infinity }, now);
  return {
    case: {
      id: "id-case", version: 3, reference: "SYN-2026-0007", slot: null, slotCount: null, detentionKind, priority: "normal", status, outstanding: custody.outstanding, place, zone,
      heldAt: moments.findLast(({ institution }) => institution !== null)?.institution ?? null, agency: null, court: null, event: null, taken: custody.seizedText, custodyFrom: custody.custodyFrom, custodyTo: custody.custodyTo,
      released: custody.releasedText, releaseKind: custody.releaseKind, term: columns.termText, expectedFrom: columns.expectedFrom, expectedTo: columns.expectedTo, expectedBasis: columns.expectedBasis,
      expectedKind: columns.expectedKind, countingConfirmed: columns.countingConfirmed, statedDiffers: columns.statedDiffers, overdueFrom: columns.overdueFrom, verdict: columns.verdict, overKind: columns.overKind,
      overMinutes: columns.overMinutes, overMinutesMost: columns.overMinutesMost, ownerName: "", lawyer: "", note: "", ...given,
      person: { id: "id-person", version: 1, named: true, identification: "unidentified", displayName: "", names: [], sex: "unknown", birthDate: null, nationality: "", occupation: "", affiliation: "", residence: "", healthRisk: "", familyContact: "", ...person },
    },
    moments, orders, stated,
    adjustments: parts.adjustments ?? [], allegations: parts.allegations ?? [], claims: parts.claims ?? [], sources: parts.sources ?? [], files: parts.files ?? [], rights: parts.rights ?? [], events: parts.events ?? [],
    estimate,
  };
}

export const allegation = (given: Partial<OutAllegation> = {}): OutAllegation => ({
  id: "id-allegation", version: 1, when: null, zone, whereText: "", acts: ["beating"], description: "", victimScope: "these", victimBound: "unknown", victimCount: null, victimGroup: "", caseIds: ["id-case"], attributedTo: "sister", masked: false,
  sourceId: null, perpetrators: [], injuries: "", medicalAttention: "unknown", medicalNote: "", forcedStatement: "", verification: "alleged", response: "not_asked", answer: null, complaints: [], event: null, place: null, ...given,
});

export const data = (file: OutCaseFile, destination: Destination = INTERNAL): LetterData => ({ file, organisation: "Сынақ құқық орталығы", destination, reachable: false });

export const at = (iso: string): number => Date.parse(iso);
/** Ten days from 2 March, seized on the first at 15:00: on every reading over by midnight after the 12th. */
export const overdueNow = at("2026-03-14T09:30:00+05:00");

/** Everything filled in, still inside after the term. */
export const full = (given: Partial<Given> = {}): OutCaseFile =>
  caseFile({
    now: overdueNow,
    person: { displayName: "Ерлан Сынақбай", names: [{ text: "Ерлан Сынақбай", kind: "legal" }, { text: "Yerlan Synaqbai", kind: "transliteration" }], identification: "identified", sex: "male", birthDate: "1991-05-09", nationality: "Қазақстан", occupation: "мұғалім", affiliation: "«Сынақ» бастамасы", residence: "Сынақ, Бірінші көше", healthRisk: "CANARY-HEALTH диабет", familyContact: "CANARY-FAMILY" },
    case: { agency: police, lawyer: "Дана Адвокатова" },
    moments: [moment("seized", "2026-03-01T15:00"), moment("delivered", "2026-03-01T16:10", police), moment("admitted", "2026-03-02T19:00~", facility)],
    orders: [order({ articles: "488-бап 6-бөлік", judge: "CANARY-JUDGE" })],
    stated: [{ id: "id-stated", version: 1, when: "2026-03-11", attributedTo: "адвокаты", masked: false, sourceId: null, note: "" }],
    events: [{ id: "id-event", title: "Наурыз митингі", link: "at", start: "2026-03-01", zone }],
    rights: ["iccpr_9", "iccpr_19", "iccpr_21"],
    sources: [
      { id: "id-source", masked: false, kind: "article", title: "Мұғалім қамауда", publisher: "Сынақ газеті", author: "", url: "https://example.org/1", language: "kk", published: "2026-03-03", sha256: "a".repeat(64), reliability: "reliable" },
      { id: "id-guarded", masked: true, kind: "witness", title: "", publisher: "", author: "", url: "", language: "other", published: null, sha256: "", reliability: "unknown" },
    ],
    claims: [
      { id: "id-claim", sourceId: "id-source", field: "ruling", quote: "сот оны он тәулікке қамады", valueKind: "term", value: "P10D", saidBy: "адвокаты", followed: true },
      { id: "id-claim-2", sourceId: "id-guarded", field: "abuse", quote: "", valueKind: "", value: "", saidBy: "CANARY-SPEAKER", followed: false },
    ],
    files: [{ id: "id-file", name: "үкім.pdf", description: "Қаулының көшірмесі", type: "application/pdf", size: 48213, sha256: "b".repeat(64), receivedAt: at("2026-03-05T10:00:00+05:00") }],
    allegations: [
      allegation({
        when: "2026-03-01T23:00~", acts: ["beating", "denial_of_counsel"], attributedTo: "әпкесі", description: "Тергеу кезінде ұрған", perpetrators: [{ id: "id-perp", body: police, unit: "2-бөлімше", person: "CANARY-OFFICER", involvement: "direct" }],
        injuries: "CANARY-INJURY көгерген", medicalAttention: "refused", medicalNote: "дәрігер шақырылмаған", forcedStatement: "хаттамаға қол қойғызған", response: "denied", answer: { body: police, asked: "2026-03-04", answered: "2026-03-06", note: "Ондай болған жоқ" },
        complaints: [{ id: "id-complaint", kind: "prosecutor", body: body("id-prosecutor", "Сынақ прокуратурасы"), filed: "2026-03-05", answerDue: "2026-03-20", outcome: "pending", note: "" }],
      }),
      allegation({ id: "id-allegation-2", acts: ["threats"], attributedTo: "CANARY-MASKED", masked: true }),
    ],
    ...given,
  });

/** Nothing is known but that somebody is held. */
export const empty = (now = overdueNow): OutCaseFile => caseFile({ now, case: { detentionKind: "unknown" } });

/** The same as it leaves the house to somebody to whom the person may be named or not. */
export function disclosed(file: OutCaseFile, profile: "partner" | "public", named: boolean): OutCaseFile {
  const rules: DisclosureRules = { profile, mayName: () => named, pseudonym: (kind) => ({ person: "P-PSEUDONYM", case: "C-PSEUDONYM", record: "R-PSEUDONYM" })[kind], hide: (text) => (named ? text : text.replace(/Ерлан|Сынақбай/g, "[…]")), coarse: (where) => where };
  const item = discloseCase(file.case, rules);
  const { moments, orders, adjustments, stated } = file;
  return {
    ...file,
    case: item,
    ...disclosePartsOf({ moments, orders, adjustments, stated }, item.person.named, rules),
    allegations: file.allegations.map((each) => discloseAllegation(each, [{ personId: "id-person" }], rules)),
    sources: file.sources.map((each) => discloseSource(each, each.masked ? "protected" : "public", rules)),
    claims: discloseClaims(file.claims, new Set(["id-source"]), rules),
    files: discloseFiles(file.files, rules),
    estimate: profile === "public" ? null : file.estimate,
  };
}
