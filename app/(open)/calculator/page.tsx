import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { placeName } from "@/lib/wording/place-name";
import { CalculatorForm } from "@/components/calculator/calculator-form";
import { FormWords } from "@/components/forms/form-words";
import { PageHeader } from "@/components/layout/page-header";
import { formatCountry } from "@/lib/i18n/formats";
import { calculatorCountFroms, calculatorKinds } from "@/lib/model/calculator";
import { ruleSets } from "@/lib/release/rules/registry";
import { isCalculatorOpen } from "@/lib/services/calculator";
import { findHome, getPlaces, inputContext } from "@/lib/services/organisation";
import { requireSignedIn } from "@/lib/web/actor";
import { currentLocale } from "@/lib/web/locale";
import { calculateAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calculator"))("title") };
}

export default async function CalculatorPage() {
  if (!(await isCalculatorOpen())) await requireSignedIn("/calculator");
  const t = await getTranslations("calculator");
  const vocab = await getTranslations("vocab");
  const locale = await currentLocale();
  const places = await getPlaces();
  const home = await findHome();
  return (
    <>
      <PageHeader title={t("title")}>
        <p className="max-w-2xl text-muted print:hidden">{t("intro")}</p>
      </PageHeader>
      <FormWords namespaces={["calculator", "release", "law", "vocab"]}>
        <CalculatorForm
          action={calculateAction}
          places={places.map((place) => ({ value: place.id, label: placeName(place, locale) }))}
          zones={[...new Set(places.map(({ zone }) => zone))].sort()}
          countries={Object.keys(ruleSets).map((value) => ({ value, label: formatCountry(value, locale) })).sort((a, b) => a.label.localeCompare(b.label, locale))}
          kinds={calculatorKinds.map((value) => ({ value, label: vocab(`detention_kinds.${value}`) }))}
          countFroms={calculatorCountFroms.map((value) => ({ value, label: vocab(`count_froms.${value}`) }))}
          defaultPlace={home?.place.id ?? ""}
          {...await inputContext()}
        />
      </FormWords>
    </>
  );
}
