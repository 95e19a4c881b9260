import { claimValueText } from "@/components/claims/claim-value";
import { formatTerm, formatUncertain, formatWindow } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Names } from "@/lib/model/audit";
import { countOf } from "@/lib/model/claim-count";
import { fileTypeLabel } from "@/lib/model/file";
import { termOf } from "@/lib/model/ordered-term";
import { parseTerm, termUnits } from "@/lib/model/term";
import { ruleKey } from "@/lib/release/explain";
import { isUncertainDate } from "@/lib/model/uncertain-date";

/** Where the labels of a subject's fields live besides the log's own. */
export const rooms: Record<string, readonly string[]> = {
  case: ["cases"],
  moment: ["cases"],
  statedRelease: ["cases", "rulings"],
  estimate: ["cases"],
  override: ["estimates"],
  order: ["rulings"],
  adjustment: ["rulings"],
  allegation: ["allegations"],
  response: ["allegations"],
  complaint: ["allegations"],
  citation: ["claims", "sources"],
  task: ["tasks"],
  source: ["sources"],
  recipient: ["exports"],
  export: ["exports"],
  file: ["files"],
  person: ["people"],
  consent: ["consent"],
  event: ["events"],
  import: ["imports"],
  count: ["events"],
  user: ["admin"],
  invitation: ["admin"],
  team: ["admin"],
  institution: ["institutions"],
  place: ["places"],
  organisation: ["admin", "reports"],
  report: ["reports"],
  filter: ["reports"],
  rule: ["rules"],
  run: ["rules"],
};

/** Fields of a rule of law whose values have their words outside the vocabularies. */
const phrases: Record<string, string> = { exact: "release.convention", window: "release.convention", chain: "rules.chain", rule: "rules.release_rule" };

/** The vocabulary of a field, as `vocab.<list>`. */
export const lists: Record<string, string> = {
  "case.detentionKind": "detention_kinds",
  "case.priority": "priorities",
  "case.rights": "engaged_rights",
  "case.eventLink": "case_event_links",
  "moment.kind": "moment_kinds",
  "moment.releaseKind": "release_kinds",
  "order.kind": "order_kinds",
  "order.countFrom": "count_froms",
  "order.relation": "order_relations",
  "adjustment.kind": "adjustment_kinds",
  "allegation.acts": "alleged_acts",
  "allegation.victimScope": "victim_scopes",
  "allegation.victimBound": "victim_bounds",
  "allegation.involvement": "involvements",
  "allegation.medicalAttention": "medical_attentions",
  "allegation.verification": "verifications",
  "allegation.response": "authority_responses",
  "response.answer": "authority_responses",
  "complaint.kind": "complaint_kinds",
  "complaint.outcome": "complaint_outcomes",
  "citation.field": "cited_fields",
  "citation.valueKind": "claim_kinds",
  "source.kind": "source_kinds",
  "source.language": "content_languages",
  "source.reliability": "source_reliabilities",
  "source.confidentiality": "source_confidentialities",
  "person.identification": "identifications",
  "person.sex": "sexes",
  "consent.purpose": "consent_purposes",
  "consent.audience": "consent_audiences",
  "consent.givenBy": "consent_givers",
  "consent.form": "consent_forms",
  "recipient.audience": "consent_audiences",
  "export.purpose": "consent_purposes",
  "event.kind": "event_kinds",
  "event.permit": "permits",
  "count.category": "count_categories",
  "count.bound": "count_bounds",
  "report.purpose": "consent_purposes",
  "institution.kind": "institution_kinds",
  "institution.status": "institution_statuses",
  "place.kind": "place_kinds",
  "user.role": "roles",
  "user.theme": "themes",
  "invitation.role": "roles",
};

const DATES = /^(when|due|from|to|date|start|end|seized|birthDate|countFromWhen|responseWhen|asked|answered|filed|published|asOf|statusFrom|given$|expires)/;

type Words = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean };
type About = { type: string; field: string; zone: string; locale: Locale; names: Record<string, Names>; vocab: Words; own: Words; all: Words };

/** A value of the log as a person reads it: words of a list, a date, the name behind an id, else the text itself. */
export function valueWords(value: string, { type, field, zone, locale, names, vocab, own, all }: About): string {
  const list = lists[`${type}.${field}`];
  if (list) return value.split("; ").map((part) => (vocab.has(`${list}.${part}`) ? vocab(`${list}.${part}`) : part)).join("; ");
  if (field === "events") return value.split("; ").map((part) => linkWords(part, { locale, names, vocab })).join("; ");
  if (field === "places") return value.split("; ").map((part) => names[part]?.[locale] ?? part).join("; ");
  if (type === "file" && field === "type") return fileTypeLabel(value);
  if (type === "rule") return ruleWords(value, field, locale, all);
  if (type === "citation" && field === "value") return claimedWords(value, locale, all);
  if (field === "term" || field === "ownTerm") return termWords(value, locale);
  if (field === "expectedRelease") return windowWords(value, zone, locale);
  if (DATES.test(field) && isUncertainDate(value)) return formatUncertain(value, locale);
  if (own.has(`value.${field}.${value}`)) return own(`value.${field}.${value}`);
  const room = rooms[type]?.find((each) => all.has(`${each}.value.${field}.${value}`));
  return room === undefined ? (names[value]?.[locale] ?? value) : all(`${room}.value.${field}.${value}`);
}

/** What an own value of a rule of law holds, by the field of its form. */
function ruleWords(value: string, field: string, locale: Locale, all: Words): string {
  const said = (key: string) => (all.has(key) ? all(key) : undefined);
  if (field === "ruleId") return said(`law.title.${ruleKey(value)}`) ?? value;
  if (field === "exact" && value === "none") return all("rules.form.exact_none");
  const phrase = phrases[field];
  if (phrase) return value.split("; ").map((part) => said(`${phrase}.${part}`) ?? part).join("; ");
  const term = field === "term" || field === "exceptional" ? parseTerm(value) : undefined;
  return term?.ok ? formatTerm(term.value, locale) : value;
}

/** A link of a case to an event as the log keeps it, `link:event:place:spot`. */
function linkWords(part: string, { locale, names, vocab }: Pick<About, "locale" | "names" | "vocab">): string {
  const [link = "", eventId = "", placeId = "", ...spot] = part.split(":");
  const how = vocab.has(`case_event_links.${link}`) ? vocab(`case_event_links.${link}`) : link;
  return [`${how}: ${names[eventId]?.[locale] ?? eventId}`, names[placeId]?.[locale] ?? placeId, spot.join(":")].filter(Boolean).join(", ");
}

/** A claimed value, whose kind its own text shows. */
function claimedWords(value: string, locale: Locale, all: Words): string {
  const valueKind = isUncertainDate(value) ? "when" : termOf(value) !== null ? "term" : countOf(value) !== null ? "count" : "name";
  return claimValueText({ valueKind, value }, {}, locale, (key, values) => all(`claims.${key}`, values), false);
}

/** A term as the log keeps it: "P10D", or "10 d" in entries of the first version. */
function termWords(value: string, locale: Locale): string {
  const [amount, letter] = value.split(" ");
  const unit = termUnits.find((each) => each === letter);
  const term = unit ? { [unit]: Number(amount) } : termOf(value);
  return term === null ? value : formatTerm(term, locale);
}

/** `from/to` as two instants, `..` where a side is open. */
function windowWords(value: string, zone: string, locale: Locale): string {
  const [from = "..", to = ".."] = value.split("/");
  return formatWindow(from === ".." ? null : from, to === ".." ? null : to, zone, locale);
}
