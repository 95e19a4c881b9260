import { z } from "zod";
import type { CalendarCase } from "./calendar";
import { choice, id, inputOf, optionalId, type Field } from "./fields";
import { noticeKinds, noticeWays, whoseCases, type NoticeKind, type NoticeWay, type WhoseCases } from "./vocabularies";

/** One address, as mail servers everywhere take it; empty means none. */
const email = (): Field<string> => ({
  kind: "line",
  class: "sensitive",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        const value = (typed ?? "").trim();
        if (value !== "" && !isAddress(value)) issues.addIssue({ code: "custom", message: "email_unreadable" });
        return value;
      }) as unknown as z.ZodType<string>,
});

/** Whether this is one plain address: nothing in it that could name a second one or end a line. */
export const isAddress = (text: string): boolean => text.length <= 200 && /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(text);

/** An hour of the day, 0 to 23; empty means none. */
const hour = (): Field<number | null> => ({
  kind: "line",
  class: "internal",
  schema: () =>
    z
      .string()
      .optional()
      .transform((typed, issues) => {
        if (!typed) return null;
        if (/^([01]?\d|2[0-3])$/.test(typed)) return Number(typed);
        issues.addIssue({ code: "custom", message: "unknown_option" });
        return null;
      }) as unknown as z.ZodType<number | null>,
});

const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, choice(noticeWays, { fallback: "app" })])) as Record<NoticeKind, Field<NoticeWay>>;

export const preferenceFields = { email: email(), whose: choice(whoseCases, { fallback: "mine" }), digestHour: hour(), quietFrom: hour(), quietTo: hour(), ...ways };
export const noticePreferenceInput = inputOf(preferenceFields);

/** How somebody is told; hours are those of the place where the organisation works. */
export type NoticePreferences = { email: string; whose: WhoseCases; digestHour: number; quietFrom: number | null; quietTo: number | null; ways: Record<NoticeKind, NoticeWay> };

export const USUAL_DIGEST_HOUR = 8;

/** What holds for somebody who has never said anything else. */
export const usualPreferences: NoticePreferences = { email: "", whose: "mine", digestHour: USUAL_DIGEST_HOUR, quietFrom: null, quietTo: null, ways: Object.fromEntries(noticeKinds.map((kind) => [kind, "app"])) as Record<NoticeKind, NoticeWay> };

/** Whether no mail goes out in this hour; quiet hours may go past midnight. */
export function isQuiet({ quietFrom, quietTo }: Pick<NoticePreferences, "quietFrom" | "quietTo">, at: number): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  return quietFrom < quietTo ? at >= quietFrom && at < quietTo : at >= quietFrom || at < quietTo;
}

export const noticeViews = ["unread", "all"] as const;
export type NoticeView = (typeof noticeViews)[number];

/** Marks one notice as read, or without an id all of them. */
export const noticeReadInput = inputOf({ noticeId: optionalId(), view: choice(noticeViews, { fallback: "unread" }) });
export const mailRetryInput = inputOf({ mailId: id() });
export const mailTestInput = inputOf({});

/** A notice as a page shows it; instants in milliseconds. */
export type NoticeItem = {
  id: string;
  kind: NoticeKind;
  case: CalendarCase;
  taskId: string | null;
  /** The rule of law of a limit; empty for anything else. */
  rule: string;
  /** What it is about: when somebody is due, when a limit passes. */
  about: number | null;
  zone: string;
  at: number;
  read: boolean;
  settled: boolean;
};
