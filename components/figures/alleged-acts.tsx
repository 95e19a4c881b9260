import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";

export type ShownAct = { act: string; allegations: readonly { id: string; attributedTo: string; verification: string; response: string }[] };

/** What is alleged, by act: every line says who alleges it, how far it is borne out and what the authority answered. */
export function AllegedActs({ acts }: { acts: readonly ShownAct[] }) {
  const t = useTranslations("figures");
  const vocab = useTranslations("vocab");
  return (
    <Section id="alleged" title={t("alleged")} data-testid="section-alleged">
      <p className="text-sm text-muted">{t(acts.length ? "alleged_note" : "alleged_none")}</p>
      {acts.map(({ act, allegations }) => (
        <div key={act} className="grid gap-1" data-testid={`alleged-${act}`}>
          <h3>{t("act", { act: vocab(`alleged_acts.${act}`), count: allegations.length })}</h3>
          <ul className="grid gap-1">
            {allegations.map(({ id, attributedTo, verification, response }) => (
              <li key={id} className="min-w-0 wrap-anywhere">
                <Link href={`/allegations/${id}`} prefetch={false} className="link">
                  {t("by", { who: attributedTo || t("by_protected") })}
                </Link>{" "}
                <span className="text-sm text-muted">
                  {vocab(`verifications.${verification}`)} · {vocab(`authority_responses.${response}`)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
