import "server-only";
import { buildCaseDossier } from "@/lib/reports/case-dossier";
import { caseTemplate } from "./case-template";

export const caseDossier = caseTemplate("case_dossier", buildCaseDossier);
