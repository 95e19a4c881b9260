"use client";

import { useTranslations } from "next-intl";
import { RepeatField } from "@/components/forms/repeat-field";
import { MOST_PERPETRATORS } from "@/lib/model/allegation";
import { involvements } from "@/lib/model/vocabularies";

/** Rows of bodies, units and persons that are said to have done it. */
export function PerpetratorFields({ agencies }: { agencies: readonly string[] }) {
  const t = useTranslations("allegations");
  const vocab = useTranslations("vocab.involvements");
  return (
    <RepeatField
      name="perpetrators"
      label={t("field.perpetrators")}
      hint={t("hint.perpetrators")}
      addLabel={t("add_perpetrator")}
      spare={1}
      max={MOST_PERPETRATORS}
      columns={[
        { name: "agency", label: t("field.agency"), suggestions: agencies },
        { name: "unit", label: t("field.unit") },
        { name: "person", label: t("field.person") },
        { name: "involvement", label: t("field.involvement"), options: involvements.map((value) => ({ value, label: vocab(value) })), empty: null, defaultValue: "unknown" },
      ]}
    />
  );
}
