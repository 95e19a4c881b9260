import "server-only";
import { buildOverdueLetter, letterVariant } from "@/lib/reports/overdue-letter";
import { caseTemplate } from "./case-template";

/** To the place of detention, the prosecutor or the ombudsman; not issued while the record does not say that the term has run. */
export const overdueLetter = caseTemplate("overdue_letter", (data, words, variant) => buildOverdueLetter(data, letterVariant(variant), words));
