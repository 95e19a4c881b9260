import "server-only";
import type { ReportKind } from "@/lib/model/report";
import { personsDeprived } from "./persons-deprived";
import type { Template } from "./template";

/** Every kind of report that can be made; a kind without a template is not offered. One line for each. */
const templates: readonly Template[] = [personsDeprived];

export const templateOf = (kind: ReportKind): Template | undefined => templates.find((each) => each.kind === kind);
export const offeredKinds = (): ReportKind[] => templates.map(({ kind }) => kind);
