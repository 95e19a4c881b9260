import { useTranslations } from "next-intl";
import type { NamedInstitution } from "@/lib/model/institution-name";
import { InstitutionLink } from "./institution-link";

/** Institutions as a plain list, each with what it is. */
export function InstitutionLinks({ items }: { items: readonly (NamedInstitution & { kind: string })[] }) {
  const vocab = useTranslations("vocab.institution_kinds");
  return (
    <ul className="grid gap-1">
      {items.map((item) => (
        <li key={item.id} className="min-w-0 wrap-anywhere">
          <InstitutionLink of={item} /> <span className="text-sm text-muted">{vocab(item.kind)}</span>
        </li>
      ))}
    </ul>
  );
}
