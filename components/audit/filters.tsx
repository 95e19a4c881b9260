import { useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { auditActions } from "@/lib/model/audit";

type Props = { people: readonly { id: string; name: string }[]; person: string | undefined; action: string | undefined };

/** Who and what to show; a plain form whose answer is the address. */
export function AuditFilters({ people, person, action }: Props) {
  const t = useTranslations("audit");
  return (
    // Drawn anew for each address: what a field held before would else stay in it after "clear".
    <form key={[person, action].join()} action="/audit" method="get" className="flex flex-wrap items-end gap-3 print:hidden" data-testid="audit-filters">
      <label className="field">
        <span className="font-medium">{t("filter.person")}</span>
        <select name="person" defaultValue={person ?? ""} className="input max-w-full" data-testid="field-person">
          <option value="">{t("filter.everybody")}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value="anonymous">{t("who.anonymous")}</option>
          <option value="command-line">{t("who.command_line")}</option>
        </select>
      </label>
      <label className="field">
        <span className="font-medium">{t("filter.action")}</span>
        <select name="action" defaultValue={action ?? ""} className="input max-w-full" data-testid="field-action">
          <option value="">{t("filter.everything")}</option>
          {auditActions.map((known) => (
            <option key={known} value={known}>
              {t(`kind.${known}`)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" data-testid="action-filter">
        {t("filter.show")}
      </Button>
      {(person || action) && <LinkButton href="/audit">{t("filter.clear")}</LinkButton>}
    </form>
  );
}
