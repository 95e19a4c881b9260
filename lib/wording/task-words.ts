import type { useTranslations } from "next-intl";
import { institutionName, type Body } from "@/lib/model/institution-name";
import { appealWords, limitTitle, lastOf, type ReleaseWords } from "./clock-words";
import { hypothesisWords } from "./hypothesis-words";
import { formatInstant, formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { TaskItem } from "@/lib/model/task";
import type { EstimateAppeal, EstimateLimit, Hypothesis } from "@/lib/release/estimate-facts";

/** The words of the namespace `tasks`. */
export type TaskWords = ReturnType<typeof useTranslations>;
type Words = ReturnType<typeof useTranslations>;

export type TaskState = "open" | "overdue" | "done";
export const taskState = ({ doneAt, overdue }: Pick<TaskItem, "doneAt" | "overdue">): TaskState => (doneAt !== null ? "done" : overdue ? "overdue" : "open");

/** "due 5 November 2019", or that there is no date. */
export const dueWords = ({ due }: Pick<TaskItem, "due">, t: TaskWords, locale: Locale): string => (due === null ? t("no_due") : t("due_on", { date: formatUncertain(due, locale, { compact: true }) }));

/** "done by Dana on Tue 5 Nov 2019, 10:30"; empty while it is open. */
export function doneWords({ doneAt, doneBy }: Pick<TaskItem, "doneAt" | "doneBy">, zone: string, t: TaskWords, locale: Locale): string {
  if (doneAt === null) return "";
  const date = formatInstant(doneAt, zone, locale, { compact: true });
  return doneBy === null ? t("done_on", { date }) : t("done_by", { who: doneBy, date });
}

export type Offered =
  | { origin: "hypothesis"; hypothesis: Hypothesis }
  | { origin: "appeal"; appeal: EstimateAppeal }
  | { origin: "limit"; limit: EstimateLimit }
  | { origin: "complaint"; complaint: { kind: string; body: Body | null; number: string; due: string | null } };
type About = { sex: string; zone: string; locale: Locale; tasks: TaskWords; release: ReleaseWords; vocab: Words };

/** What a task made from an offer begins with, in the reader's language: its text, and the date by which as far as there is one. */
export function offeredTask(offer: Offered, { sex, zone, locale, tasks: t, release, vocab }: About): { what: string; due: string } {
  switch (offer.origin) {
    case "hypothesis": {
      const sentence = hypothesisWords(offer.hypothesis, { sex, zone, locale, t: release }) ?? "";
      return { what: t(`offer.${offer.hypothesis.implies}`, { sentence }), due: "" };
    }
    case "appeal": {
      const { orderKind, until } = offer.appeal;
      return { what: t("offer.appeal", { order: vocab(`order_kinds.${orderKind}`), until: appealWords(until, zone, locale, release) }), due: lastOf(until, zone) };
    }
    case "limit":
      return { what: t("offer.limit", { limit: limitTitle(offer.limit, release) }), due: lastOf(offer.limit.at, zone) };
    case "complaint": {
      const { kind, body, number, due } = offer.complaint;
      const complaint = [vocab(`complaint_kinds.${kind}`), ...(body ? [institutionName(body, locale)] : []), ...(number ? [number] : [])].join(", ");
      return { what: t("offer.complaint", { complaint }), due: due ?? "" };
    }
  }
}
