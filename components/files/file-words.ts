import { formatCount } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { FileSubject } from "@/lib/model/file";

type Say = (key: string, values: Record<string, string>) => string;

/** "4.2 MB" in the words of the room of files. */
export function sizeWords(size: number, t: Say, locale: Locale): string {
  if (size < 1024) return t("size.bytes", { size: formatCount(size, locale) });
  const [unit, value] = size < 1024 * 1024 ? ["kb", size / 1024] : ["mb", size / 1024 / 1024];
  return t(`size.${unit}`, { size: formatCount(value < 10 ? Math.round(value * 10) / 10 : Math.round(value), locale) });
}

const pages: Record<FileSubject["type"], string> = { case: "cases", source: "sources", allegation: "allegations", event: "events" };

/** The page of a record that files belong to. */
export const subjectHref = ({ type, id }: FileSubject): string => `/${pages[type]}/${id}`;
export const addFilesHref = ({ type, id }: FileSubject): string => `/files/new?${new URLSearchParams({ type, id }).toString()}`;
