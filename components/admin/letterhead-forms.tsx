"use client";

import { useTranslations } from "next-intl";
import { FormShell } from "@/components/forms/form-shell";
import { TextareaField } from "@/components/forms/textarea-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { letterheadInput } from "@/lib/model/report-input";

type Props = { action: FormAction; contact: string; version: number; submission: string; today: string };

/** The lines under the organisation's name on everything that it sends. */
export function ContactForm({ action, contact, version, submission, today }: Props) {
  const t = useTranslations("reports");
  return (
    <FormShell action={action} schema={letterheadInput({ today })} defaults={{ contact }} version={version === 0 ? undefined : version} submission={submission} labels={{ contact: t("field.contact") }} submitLabel={t("letterhead.save")} testId="contact-form">
      <TextareaField name="contact" label={t("field.contact")} hint={t("letterhead.contact_hint")} rows={3} />
    </FormShell>
  );
}

/** The logo, sent as any browser does it: nothing here needs JavaScript. */
export function LogoForm({ logo, width, height }: { logo: string; width: number; height: number }) {
  const t = useTranslations("reports");
  return (
    <form action="/api/letterhead" method="post" encType="multipart/form-data" className="grid max-w-2xl gap-4" data-testid="logo-form">
      {/* eslint-disable-next-line @next/next/no-img-element -- drawn anew by us and part of the page */}
      {logo !== "" && <img src={`data:image/png;base64,${logo}`} alt={t("letterhead.logo_now")} width={width} height={height} className="max-h-20 w-auto max-w-full rounded-sm border border-line bg-white object-contain p-1" data-testid="logo-now" />}
      <div className="field">
        <label htmlFor="logo-file" className="font-medium">
          {t("field.logo")}
        </label>
        <p id="logo-hint" className="text-sm text-muted">
          {t("letterhead.logo_hint")}
        </p>
        <input id="logo-file" name="logo" type="file" accept="image/png,image/jpeg" aria-describedby="logo-hint" className="input w-full" data-testid="field-logo" />
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="button button-secondary" data-testid="submit-logo">
          {t("letterhead.upload")}
        </button>
        {logo !== "" && (
          <button type="submit" name="remove" value="yes" className="button button-secondary" data-testid="remove-logo">
            {t("letterhead.remove")}
          </button>
        )}
      </div>
    </form>
  );
}
