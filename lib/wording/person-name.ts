import type { useTranslations } from "next-intl";

/** The name to show, or who a person without a name is; `t` are the words of the namespace `people`. */
export const personName = (person: { displayName: string; sex: string }, t: ReturnType<typeof useTranslations>): string => person.displayName || t("unidentified", { sex: person.sex });

/** The same with the slot: "Unidentified man 3 of 5". */
export function slotName(person: { displayName: string; sex: string; slot: number | null; slotCount: number | null }, t: ReturnType<typeof useTranslations>): string {
  const slot = person.displayName === "" && person.slot !== null && person.slotCount !== null ? ` ${t("slot", { slot: person.slot, count: person.slotCount })}` : "";
  return personName(person, t) + slot;
}
