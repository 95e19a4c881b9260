import "server-only";
import { buildArbitraryDetention } from "@/lib/reports/arbitrary-detention";
import { caseTemplate } from "./case-template";

/** To the Working Group on Arbitrary Detention, while somebody is held and at any time. */
export const urgentAppeal = caseTemplate("urgent_appeal", (data, words) => buildArbitraryDetention("urgent_appeal", data, words));
export const individualComplaint = caseTemplate("individual_complaint", (data, words) => buildArbitraryDetention("individual_complaint", data, words));
