import { provedPassword } from "./account";
import { id, inputOf, line } from "./fields";

/** Taking back everything that a file brought in. */
export const importUndoInput = inputOf({ importId: id(), reason: line(500, { required: true }), password: provedPassword() });
/** One row of a file that is recorded although it looks like something on record. */
export const importRowInput = inputOf({ importId: id(), row: line(8, { required: true }) });
