import "server-only";
import { buildSpecialProcedures } from "@/lib/reports/special-procedures";
import { caseTemplate } from "./case-template";

export const specialProcedures = caseTemplate("special_procedures", buildSpecialProcedures);
