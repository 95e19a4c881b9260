import { CircleHelp } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Withdrawn } from "@/components/cases/withdrawn";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { zoneNote } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import type { Quote, TimelineEntry, ToldSource } from "@/lib/model/timeline";
import { lineDate, lineWords } from "@/lib/wording/line-words";

type Props = { caseId: string; entries: readonly TimelineEntry[]; homeZone: string };

/** Where a line leads: to the record itself where it has a page, else to its part of the page of the case. */
function hrefOf(caseId: string, { id, told }: TimelineEntry): string {
  if (told.kind === "event") return `/events/${told.eventId}`;
  if (told.kind === "allegation") return `/allegations/${id}`;
  if (told.kind === "task") return `/cases/${caseId}/tasks/${id}`;
  const parts = { custody: "custody", ruling: "rulings", time: "rulings", stated: "release", answer: "abuse", complaint: "abuse", claim: "sources" } as const;
  return `/cases/${caseId}#${parts[told.kind]}`;
}

function SourceName({ source }: { source: ToldSource }) {
  const t = useTranslations("timeline");
  if (source.id === null) return t("source_hidden");
  return (
    <Link href={`/sources/${source.id}`} prefetch={false} className="link">
      {source.title}
    </Link>
  );
}

function Quoted({ quote: { text, saidBy, source } }: { quote: Quote }) {
  const t = useTranslations("timeline.line");
  return (
    <div className="border-s-2 border-line ps-3">
      {text !== "" && (
        <blockquote className="wrap-anywhere whitespace-pre-line">
          <q>{text}</q>
        </blockquote>
      )}
      <p className="text-sm">
        {saidBy && `${t("says", { who: saidBy })} · `}
        <SourceName source={source} />
      </p>
    </div>
  );
}

function Line({ entry, caseId, homeZone }: { entry: TimelineEntry; caseId: string; homeZone: string }) {
  const t = useTranslations("timeline");
  const words = useTranslations("timeline.line");
  const vocab = useTranslations("vocab");
  const locale = useLocale() as Locale;
  const { told, withdrawn, uncertain, note, sources, quotes, at, when, zone } = entry;
  const { title, detail } = lineWords(told, words, vocab, locale);
  const date = lineDate(entry, homeZone, locale);
  const elsewhere = at === null || when === null ? null : zoneNote(zone, homeZone, at, locale);
  return (
    <li className="grid gap-x-4 gap-y-1 border-t border-line py-3 first:border-0 sm:grid-cols-[15rem_minmax(0,1fr)]" data-testid={`line-${told.kind}`}>
      <div className="text-sm text-muted tabular-nums">
        {date !== null && <span className={classNames(withdrawn !== null && "line-through", told.kind === "stated" && "italic")}>{date}</span>}
        {elsewhere && <span className="block">{elsewhere}</span>}
        {uncertain && (
          <span className="flex items-center gap-1" data-testid="line-uncertain">
            <CircleHelp aria-hidden className="size-3.5" />
            {t("uncertain")}
          </span>
        )}
      </div>
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className={withdrawn === null ? undefined : "line-through"}>
          <Link href={hrefOf(caseId, entry)} prefetch={false} className={classNames("link font-medium", told.kind === "stated" && "italic")}>
            {title}
          </Link>
          {detail && ` · ${detail}`} <Badge>{vocab(`timeline_kinds.${told.kind}`)}</Badge>
        </p>
        {note && <p className="text-sm whitespace-pre-line text-muted">{note}</p>}
        {sources.length > 0 && (
          <p className="text-sm">
            {t("source")}{" "}
            {sources.map((source, position) => (
              <span key={source.id ?? "hidden"}>
                {position > 0 && ", "}
                <SourceName source={source} />
              </span>
            ))}
          </p>
        )}
        {quotes.map((quote) => (
          <Quoted key={quote.id} quote={quote} />
        ))}
        <Withdrawn reason={withdrawn} />
      </div>
    </li>
  );
}

/** Everything in order of time; what has no date stands apart at the end, so that it takes no place among the dates. */
export function TimelineList({ entries, ...rest }: Props) {
  const t = useTranslations("timeline");
  const [dated, undated] = [entries.filter(({ at }) => at !== null), entries.filter(({ at }) => at === null)];
  return (
    <>
      {dated.length > 0 && (
        <ol data-testid="timeline">
          {dated.map((entry) => (
            <Line key={entry.id} entry={entry} {...rest} />
          ))}
        </ol>
      )}
      {undated.length > 0 && (
        <section aria-labelledby="undated-title" className="grid gap-1">
          <h2 id="undated-title" className="text-base">
            {t("undated")}
          </h2>
          <ul data-testid="timeline-undated">
            {undated.map((entry) => (
              <Line key={entry.id} entry={entry} {...rest} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
