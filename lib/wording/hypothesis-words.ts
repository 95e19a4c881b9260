import { formatTerm } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Hypothesis } from "@/lib/release/estimate-facts";
import { dateOrInstant, type ReleaseWords } from "./clock-words";

type About = { sex: string; zone: string; locale: Locale; t: ReleaseWords };

/** "If he was let go at the end of the term, counted in 24-hour days, he was seized on 21 October 2019, 16:00: a hypothesis, not a fact". Null where it says nothing. */
export function hypothesisWords(hypothesis: Hypothesis, about: About): string | null {
  const { implies, from, convention, days = [] } = hypothesis;
  const { sex, t, locale } = about;
  const shared = { from, sex, counted: t(`hypothesis.counted.${convention}`) };
  const when = implies === "start" ? startWords(hypothesis, about) : null;
  if (implies === "start" && when === null) return null;
  if (implies === "term" && days.length === 0) return null;
  const sentence = when === null ? t("hypothesis.term", { ...shared, days: dayWords(days, t, locale) }) : t("hypothesis.start", { ...shared, when });
  return t("hypothesis.marked", { sentence });
}

function startWords({ at, date, candidates, earliest, latest }: Hypothesis, { zone, locale, t }: About): string | null {
  const told = (value: string) => dateOrInstant(value, zone, locale);
  const exact = at ?? date;
  if (exact !== undefined) return t("hypothesis.on", { date: told(exact) });
  if (candidates?.length) return t("hypothesis.or", { dates: candidates.map(told).join(` ${t("hypothesis.or_word")} `) });
  if (earliest !== undefined && latest !== undefined) return t("hypothesis.between", { from: told(earliest), to: told(latest) });
  if (earliest !== undefined) return t("hypothesis.not_before", { from: told(earliest) });
  return latest === undefined ? null : t("hypothesis.not_after", { to: told(latest) });
}

/** "10 days", "10–12 days", "10, 12 or 15 days". */
function dayWords(days: readonly number[], t: ReleaseWords, locale: Locale): string {
  const sorted = days.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const named = formatTerm({ d: last }, locale);
  if (sorted.length === 1) return named;
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${first}–${named}`;
  return `${sorted.slice(0, -1).join(", ")} ${t("hypothesis.or_word")} ${named}`;
}
