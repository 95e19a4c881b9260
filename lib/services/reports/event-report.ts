import "server-only";
import { listEventInstitutions } from "@/db/queries/events";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import { knownReading } from "@/lib/model/over-detention";
import { ownCount } from "@/lib/model/own-count";
import type { ReportRecord } from "@/lib/model/report";
import { countCategories } from "@/lib/model/vocabularies";
import { buildEventReport } from "@/lib/reports/event-report";
import { allow } from "../allow";
import type { CaseListItem } from "../case-list";
import { discloserOf } from "../disclosure";
import { takenAt } from "../event-page";
import { getOutEventFile } from "../outgoing-files";
import { plainRecord } from "./records";
import type { Template } from "./template";

/** What happened at one event: the records by the destination's profile, our own count and the rulings by the same definitions as the event's page. */
export const eventReport: Template = {
  kind: "event_report",
  needs: "event.read",
  build: async (actor, { subjectId, destination }, words) => {
    allow(actor, "event.read");
    if (subjectId === null) throw new AppError("not_found");
    const file = await getOutEventFile(actor, subjectId, destination);
    const { read } = await store();
    const { cases, counted } = await takenAt(read, actor, subjectId);
    const categories = countCategories.filter((category) => category === "detained" || file.counts.some((count) => count.category === category));
    const own = categories.flatMap((category) => {
      const found = ownCount(counted, category, []);
      return found ? [{ category, ...found }] : [];
    });
    const bodies = await listEventInstitutions(read, [subjectId]);
    const standing = new Map(bodies.map(({ id, kind, status, statusFrom, legalStatus }) => [id, { kind, status, statusFrom, legalStatus }]));
    const { profile, mayName } = await (await discloserOf(actor, destination)).rules();
    const named = (item: CaseListItem) => item.personName !== "" && (profile === "internal" || mayName(item.personId));
    return {
      ...buildEventReport({ ...file, standing, penalties: penaltiesOf(cases.flatMap((each) => each.penalties)), own }, words),
      addressee: [],
      records: [plainRecord("event", { id: subjectId, version: file.event.version, label: file.event.title }), ...cases.map(({ item }) => caseRecord(item, named(item)))],
    };
  },
};

type Penalty = { kind: string; term: string | null };

function penaltiesOf(penalties: readonly Penalty[]): (Penalty & { count: number })[] {
  const groups = Map.groupBy(penalties, ({ kind, term }) => `${kind} ${term ?? ""}`);
  return [...groups.values()].flatMap((own) => (own[0] ? [{ ...own[0], count: own.length }] : [])).sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

const caseRecord = ({ id, version, reference, status, outstanding, expectedFrom, expectedTo, dueSort, releasedText }: CaseListItem, named: boolean): ReportRecord => ({
  kind: "case", id, version, label: reference, named, status, outstanding, expectedFrom, expectedTo, overdueFrom: knownReading(dueSort), released: releasedText,
});
