/** Names of what a task can be made from, the same for as long as the engine says the same; each is offered once on a case. */
export const hypothesisKey = ({ implies, from, convention }: { implies: string; from: string; convention: string }): string => `${implies}/${from}/${convention}`;
export const appealKey = ({ rule, orderId }: { rule: string; orderId: string }): string => `appeal/${rule}/${orderId}`;
export const limitKey = ({ rule }: { rule: string }): string => `limit/${rule}`;
