import "server-only";
import { findLetterhead } from "@/db/queries/reports";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { ReportKind } from "@/lib/model/report";
import type { Letter, LetterData } from "@/lib/reports/letter";
import type { ReportWords } from "@/lib/reports/report-words";
import { findHome } from "../organisation";
import { getOutCaseFile } from "../outgoing-files";
import { caseRecord, pairedCasesOf } from "./records";
import type { Template } from "./template";

type Build = (data: LetterData, words: ReportWords, variant: string | null) => Letter;

/** A report about one case: loads it as the destination may know it and hands it to a pure builder; its only record is the case. */
export const caseTemplate = (kind: ReportKind, build: Build): Template => ({
  kind,
  needs: "case.read",
  build: async (actor, { subjectId, destination, variant }, words) => {
    if (subjectId === null) throw new AppError("not_found");
    const file = await getOutCaseFile(actor, subjectId, destination);
    const paired = await pairedCasesOf(actor, [subjectId], destination);
    const organisation = (await findHome())?.organisation.name ?? "";
    const reachable = ((await findLetterhead((await store()).read))?.contact ?? "").trim() !== "";
    return { ...build({ file, organisation, destination, reachable }, words, variant ?? null), records: paired.map(caseRecord) };
  },
});
