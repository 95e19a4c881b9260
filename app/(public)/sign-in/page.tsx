import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/access/sign-in-form";
import { FormWords } from "@/components/forms/form-words";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { inputContext } from "@/lib/services/organisation";
import { isSetUp } from "@/lib/services/setup";
import { findActor } from "@/lib/web/actor";
import { param } from "@/lib/web/pages";
import { safePath } from "@/lib/web/safe-path";
import { signInAction } from "./actions";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("sign_in.title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = safePath(param((await searchParams).next));
  if (await findActor()) redirect(next);
  const t = await getTranslations("access.sign_in");
  return (
    <>
      <h1 data-testid="page-title">{t("title")}</h1>
      {!(await isSetUp()) && (
        <Alert title={t("not_set_up")} data-testid="not-set-up">
          {t("not_set_up_hint")}
        </Alert>
      )}
      <Card>
        <FormWords namespaces={["access"]}>
          <SignInForm action={signInAction} next={next} {...await inputContext()} />
        </FormWords>
      </Card>
      <p className="text-sm text-muted">{t("lost")}</p>
    </>
  );
}
