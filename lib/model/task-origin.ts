/** Names of what a task can be made from, the same for as long as the engine says the same; each is offered once on a case. */
export const hypothesisKey = ({ implies, from, convention }: { implies: string; from: string; convention: string }): string => `${implies}/${from}/${convention}`;
export const appealKey = ({ rule, orderId }: { rule: string; orderId: string }): string => `appeal/${rule}/${orderId}`;
export const limitKey = ({ rule }: { rule: string }): string => `limit/${rule}`;
export const complaintKey = (complaintId: string): string => `complaint/${complaintId}`;
/** The complaint that a task's name speaks of; undefined where it speaks of something else. */
export const complaintIdOf = (key: string): string | undefined => /^complaint\/([0-9a-z-]{1,64})$/.exec(key)?.[1];
