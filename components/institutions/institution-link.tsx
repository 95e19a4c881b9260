import Link from "next/link";
import { useLocale } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { institutionName, type NamedInstitution } from "@/lib/model/institution-name";

/** The name of an institution in the reader's language, leading to its page. */
export function InstitutionLink({ of }: { of: NamedInstitution }) {
  return (
    <Link href={`/institutions/${of.id}`} prefetch={false} className="link wrap-anywhere" data-testid="institution-link">
      {institutionName(of, useLocale() as Locale)}
    </Link>
  );
}
