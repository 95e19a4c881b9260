import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { slotName } from "@/lib/wording/person-name";
import { formatUncertain } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";

type About = { caseId: string; reference: string; slot: number | null; slotCount: number | null; displayName: string; sex: string };
type Known<T> = { [K in keyof T]: T[K] | null };
/** An allegation without a case comes once, with nobody that it is about. */
type Alleged = Known<About> & { id: string; act: string };
type Props = { stated: readonly (About & { id: string; when: string })[]; alleged: readonly Alleged[] };

const isAbout = (each: Alleged): each is Alleged & About => each.caseId !== null;

function CaseLine({ cases }: { cases: readonly About[] }) {
  const people = useTranslations("people");
  return (
    <ul className="flex flex-wrap gap-x-4 text-sm">
      {cases.map((about) => (
        <li key={about.caseId} className="wrap-anywhere">
          <Link href={`/cases/${about.caseId}`} prefetch={false} className="link inline-block min-h-6">
            {about.reference}
          </Link>{" "}
          <bdi>{slotName(about, people)}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The stated releases and the allegations that name a source without quoting it, each with its cases. */
export function SourceMentions({ stated, alleged }: Props) {
  const t = useTranslations("sources.cited");
  const acts = useTranslations("vocab.alleged_acts");
  const locale = useLocale() as Locale;
  if (stated.length + alleged.length === 0) return null;
  return (
    <div className="grid gap-2" data-testid="source-mentions">
      <h3 className="text-sm text-muted">{t("title")}</h3>
      <ul className="grid gap-2">
        {[...new Set(stated.map(({ when }) => when))].map((when) => (
          <li key={when}>
            {t("stated", { when: formatUncertain(when, locale) })}
            <CaseLine cases={stated.filter((each) => each.when === when)} />
          </li>
        ))}
        {[...new Map(alleged.map(({ id, act }) => [id, act]))].map(([id, act]) => (
          <li key={id}>
            <Link href={`/allegations/${id}`} prefetch={false} className="link inline-block min-h-6">
              {t("allegation", { acts: acts(act) })}
            </Link>
            <CaseLine cases={alleged.filter((each) => each.id === id).filter(isAbout)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
