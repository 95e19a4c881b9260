import { inputOf, optionalId } from "@/lib/model/fields";
import { sourceFields } from "@/lib/model/source";

/** A new source; `forCase` is the case whose citation form sent the person here, and where they go back to. */
export const newSourceInput = inputOf({ ...sourceFields, forCase: optionalId() });
