import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { SetupForm } from "@/components/access/setup-form";
import { FormWords } from "@/components/forms/form-words";
import { Alert } from "@/components/ui/alert";
import { placeName } from "@/lib/wording/place-name";
import { inputContext } from "@/lib/services/organisation";
import { isSetUp, setupPlaces, setupTokenWorks } from "@/lib/services/setup";
import { currentLocale } from "@/lib/web/locale";
import { param } from "@/lib/web/pages";
import { setupAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("setup.title") };
}

export default async function SetupPage({ searchParams }: Props) {
  if (await isSetUp()) notFound();
  const token = param((await searchParams).token) ?? "";
  const t = await getTranslations("access");
  if (!(await setupTokenWorks(token))) return <BadLink />;
  const locale = await currentLocale();
  const places = (await setupPlaces()).map((place) => ({ value: place.id, code: place.code, label: t("place_option", { name: placeName(place, locale), zone: place.zone }) }));
  return (
    <>
      <h1 data-testid="page-title">{t("setup.title")}</h1>
      <p>{t("setup.intro")}</p>
      <FormWords namespaces={["access"]}>
        <SetupForm action={setupAction} token={token} places={places} locale={locale} {...await inputContext()} />
      </FormWords>
    </>
  );
}

async function BadLink() {
  const t = await getTranslations("access.setup");
  return (
    <>
      <h1 data-testid="page-title">{t("bad_title")}</h1>
      <Alert tone="today" data-testid="bad-link">
        <p>{t("bad_explain")}</p>
        <p className="mt-2">{t("bad_how")}</p>
      </Alert>
    </>
  );
}
