import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";

type Props = { countries: readonly { code: string; ruleSet: string }[]; current: string };

/** Whose rules are shown; each country has an address of its own. */
export function CountryLinks({ countries, current }: Props) {
  const t = useTranslations("rules");
  const law = useTranslations("law.set");
  return (
    <nav aria-label={t("countries")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {countries.map(({ code, ruleSet }) => (
          <li key={code}>
            <LinkButton href={`/rules?country=${code}`} variant={code === current ? "primary" : "secondary"} aria-current={code === current ? "page" : undefined} data-testid={`country-${code}`}>
              {law(ruleSet)}
            </LinkButton>
          </li>
        ))}
      </ul>
    </nav>
  );
}
