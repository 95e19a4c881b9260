import { id, inputOf, line } from "./fields";

/** Taking back a fact of a case: `recordId` is the fact, `caseId` the case whose page the person was on. */
export const caseWithdrawalInput = inputOf({ caseId: id(), recordId: id(), reason: line(500, { required: true }) });
