import "server-only";
import { can, type Actor } from "@/lib/model/permissions";
import { reportSubjects, type ReportKind } from "@/lib/model/report";
import { personsDeprived } from "./persons-deprived";
import type { Template } from "./template";

/** Every kind of report that can be made; a kind without a template is not offered. One line for each. */
const templates: readonly Template[] = [personsDeprived];

export const templateOf = (kind: ReportKind): Template | undefined => templates.find((each) => each.kind === kind);
export const offeredKinds = (): ReportKind[] => templates.map(({ kind }) => kind);
/** The kinds that this actor can make of one case or event. */
export const kindsAbout = (actor: Actor, subject: "case" | "event", teamId: string): ReportKind[] =>
  templates.filter(({ kind, needs }) => reportSubjects[kind] === subject && can(actor, "report.make", { teamId }) && can(actor, needs, { teamId })).map(({ kind }) => kind);
