import "server-only";
import { can, type Actor } from "@/lib/model/permissions";
import { reportSubjects, type ReportKind } from "@/lib/model/report";
import { individualComplaint, urgentAppeal } from "./arbitrary-detention";
import { caseDossier } from "./case-dossier";
import { eventReport } from "./event-report";
import { illTreatment } from "./ill-treatment";
import { overdueLetter } from "./overdue-letter";
import { personsDeprived } from "./persons-deprived";
import { specialProcedures } from "./special-procedures";
import { statisticsAnnex } from "./statistics-annex";
import type { Template } from "./template";

/** Every kind of report that can be made; a kind without a template is not offered. One line for each. */
const templates: readonly Template[] = [personsDeprived, caseDossier, overdueLetter, urgentAppeal, individualComplaint, specialProcedures, illTreatment, eventReport, statisticsAnnex];

export const templateOf = (kind: ReportKind): Template | undefined => templates.find((each) => each.kind === kind);
export const offeredKinds = (): ReportKind[] => templates.map(({ kind }) => kind);
/** The kinds that this actor can make of one case or event. */
export const kindsAbout = (actor: Actor, subject: "case" | "event", teamId: string): ReportKind[] =>
  templates.filter(({ kind, needs }) => reportSubjects[kind] === subject && can(actor, "report.make", { teamId }) && can(actor, needs, { teamId })).map(({ kind }) => kind);
