"use client";

import { useTranslations } from "next-intl";
import type { Option } from "@/components/forms/field-props";
import { FormShell } from "@/components/forms/form-shell";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-field";
import type { FormAction } from "@/components/forms/use-form-action";
import { Section } from "@/components/ui/section";
import { figureBounds, organiserTargets, rowChoices, separators, type EventMapping } from "@/lib/model/event-import";
import { listValues, wordLists, type ImportKind, type ImportTarget } from "@/lib/model/import-kind";
import { contentLanguages, countCategories, detentionKinds, eventKinds, institutionKinds, orderKinds, permits } from "@/lib/model/vocabularies";
import { PlaceQuestions } from "./place-questions";
import { ListQuestions, WordQuestions } from "./word-questions";

type Props = { action: FormAction; submission: string; importId: string; version: number; kind: ImportKind; mapping: EventMapping; places: readonly Option[]; zones: readonly string[]; mayAddPlaces: boolean };

/** How the cells of a file are read. Only what the chosen columns make a question is asked; the rest keeps its answer. */
export function DetailsForm({ action, submission, importId, version, kind, mapping, places, zones, mayAddPlaces }: Props) {
  const t = useTranslations("imports");
  const vocab = useTranslations("vocab");
  const has = (target: ImportTarget) => mapping.columns.includes(target);
  const of = (list: string, values: readonly string[]) => values.map((value) => ({ value, label: vocab(`${list}.${value}`) }));
  const own = (list: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${list}.${value}`) }));
  const { headings, columns, ...defaults } = mapping;
  const at = (target: ImportTarget) => columns.flatMap((each, position) => (each === target ? [position] : []));
  const column = (position: number) => headings[position] ?? "";
  const label = (name: string) => t(`field.${name}`);
  const labels = Object.fromEntries(["sender", "countedBy", "kind", "placeId", "organiserAs", "stationKind", "language", "detentionKind", "orderKind", "statedBy", "doubtful", "similar"].map((name) => [name, label(name)]));

  return (
    <FormShell action={action} submission={submission} version={version} hidden={{ importId }} defaults={defaults} labels={labels} submitLabel={t("details.submit")} cancelHref={`/imports/${importId}`} wide testId="details-form">
      <Section id="whole" title={t("details.whole")}>
        <TextField name="sender" label={label("sender")} hint={t("hint.sender")} required={has("external_id") || (has("count") && !has("count_by"))} />
        {at("count").map((position) => (
          <div key={position} className="grid items-end gap-3 sm:grid-cols-2">
            <SelectField name={`details.${position}.category`} label={t("details.category", { column: column(position) })} options={of("count_categories", countCategories)} empty={null} />
            <SelectField name={`details.${position}.bound`} label={t("details.bound", { column: column(position) })} hint={t("hint.bound")} options={of("count_bounds", figureBounds)} empty={null} />
          </div>
        ))}
        {has("count") && <TextField name="countedBy" label={label("countedBy")} hint={t("hint.countedBy")} />}
        {has("stated_release") && <TextField name="statedBy" label={label("statedBy")} hint={t("hint.statedBy")} />}
        {kind === "cases" && <SelectField name="detentionKind" label={label("detentionKind")} options={of("detention_kinds", detentionKinds)} empty={null} />}
        {has("term") || has("court") || has("order_date") || has("articles") || has("judge") || has("order_kind") ? <SelectField name="orderKind" label={label("orderKind")} options={of("order_kinds", orderKinds)} empty={null} /> : null}
        {has("sources") && <SelectField name="language" label={label("language")} options={of("content_languages", contentLanguages)} empty={null} />}
      </Section>
      {(has("organiser") || has("stations")) && (
        <Section id="lists" title={t("details.lists")}>
          {(["organiser", "stations"] as const).flatMap((target) =>
            at(target).map((position) => (
              <SelectField key={position} name={`details.${position}.separator`} label={t("details.separator", { column: column(position) })} hint={t("hint.separator")} options={own("separator", separators)} empty={null} />
            )),
          )}
          {has("organiser") && <SelectField name="organiserAs" label={label("organiserAs")} options={organiserTargets.map((value) => ({ value, label: value === "words" ? t("details.words") : vocab(`institution_kinds.${value}`) }))} empty={null} />}
          {has("stations") && <SelectField name="stationKind" label={label("stationKind")} options={of("institution_kinds", institutionKinds)} empty={null} />}
        </Section>
      )}
      {wordLists.map((list) => {
        const asked = mapping.words.map((word, position) => ({ ...word, position })).filter((word) => word.list === list);
        return asked.length === 0 ? null : (
          <Section key={list} id={list} title={t(`details.${list}`)}>
            <ListQuestions words={asked} options={of(list, listValues[list])} empty={t("details.refuse")} />
          </Section>
        );
      })}
      {kind === "events" && (
      <Section id="kinds" title={t("details.kinds")}>
        <WordQuestions name="kinds" words={mapping.kinds} options={of("event_kinds", eventKinds)} empty={t("details.unanswered")} />
        <SelectField name="kind" label={label("kind")} hint={t("hint.kind")} options={of("event_kinds", eventKinds)} empty={t("details.refuse")} />
      </Section>
      )}
      {mapping.permits.length > 0 && (
        <Section id="permits" title={t("details.permits")}>
          <WordQuestions name="permits" words={mapping.permits} options={of("permits", permits)} empty={t("details.to_note")} />
        </Section>
      )}
      {kind !== "people" && (
      <Section id="places" title={t("details.places")}>
        <PlaceQuestions places={mapping.places} options={places} zones={zones} mayAdd={mayAddPlaces} />
        <SelectField name="placeId" label={label("placeId")} hint={t("hint.placeId")} options={places} empty={t("details.refuse")} />
      </Section>
      )}
      <Section id="care" title={t("details.care")}>
        <SelectField name="doubtful" label={label("doubtful")} hint={t("hint.doubtful")} options={own("row_choice", rowChoices)} empty={null} />
        <SelectField name="similar" label={label("similar")} hint={t(`hint.similar_${kind}`)} options={own("row_choice", rowChoices)} empty={null} />
      </Section>
    </FormShell>
  );
}
