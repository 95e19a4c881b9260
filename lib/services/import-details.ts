import "server-only";
import { randomUUID } from "node:crypto";
import { keepImportMapping } from "@/db/queries/import-mappings";
import { listPlaces, type PlaceRow } from "@/db/queries/organisation";
import { store, type Tx } from "@/db/store";
import { refuse } from "@/lib/model/errors";
import type { EventMapping, ImportDetails } from "@/lib/model/event-import";
import { listValues, type ImportKind } from "@/lib/model/import-kind";
import { can, type Actor } from "@/lib/model/permissions";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { headingsKey, requireDraft, settingsOf } from "./import-batches";
import { keepSettings, thenChecked } from "./imports";
import { changesOf, write } from "./write";
import { isZone } from "./zones";

/** What the second step shows of a draft. */
export async function getImportDetails(actor: Actor, id: string) {
  const { read } = await store();
  const batch = await requireDraft(read, actor, id);
  const { mapping, remembered } = settingsOf(batch);
  return { id, version: batch.version, kind: batch.kind as ImportKind, fileName: batch.fileName, mapping, remembered, places: await listPlaces(read), mayAddPlaces: can(actor, "place.write") };
}

/** Second step: says how cells are read, what the file's words and places mean; remembered for the next file with these headings. */
export const setImportDetails = (actor: Actor, { importId, ...typed }: ImportDetails & { importId: string }, meta: FormMeta): Promise<{ importId: string }> =>
  thenChecked(write(
    actor,
    async (tx, log) => {
      const batch = await requireDraft(tx, actor, importId);
      const settings = settingsOf(batch);
      const { mapping } = settings;
      const needsSender = mapping.columns.includes("external_id") || (mapping.columns.includes("count") && !mapping.columns.includes("count_by")) || (mapping.columns.includes("stated_release") && !mapping.columns.includes("stated_by") && typed.statedBy === "");
      if (needsSender && typed.sender === "") throw refuse("sender", "required");
      const wrong = typed.words.findIndex(({ list, as }) => as !== "" && !(listValues[list] as readonly string[]).includes(as));
      if (wrong >= 0) throw refuse(`words.${wrong}.as`, "unknown_option");
      const places = await checkedPlaces(tx, actor, typed);
      const details = mapping.details.map((before, at) => typed.details[at] ?? before);
      const next: EventMapping = { headings: mapping.headings, columns: mapping.columns, ...typed, details, places };
      await keepSettings(tx, batch, meta, { ...settings, step: "ready", mapping: next });
      const at = realNow();
      await keepImportMapping(tx, { id: randomUUID(), teamId: batch.teamId, kind: batch.kind, headings: headingsKey(mapping.headings), mapping: JSON.stringify(next), createdAt: at, updatedAt: at });
      await log("import.mapped", { subject: ["import", importId], version: [batch.version, batch.version + 1], changes: changesOf(told(mapping), told(next), ["sender", "countedBy", "places"]) });
      return { importId };
    },
    meta.submission,
  ));

/** What the history tells of the answers: who is named, and places that are to be made. */
const told = ({ sender, countedBy, places }: ImportDetails) => ({
  sender,
  countedBy,
  places: places.filter(({ placeId, code }) => placeId === null && code !== "").map(({ text, code, zone }) => `${text} (${code}, ${zone})`),
});

/** Places are chosen among those on record, or described whole by somebody who may add one; a code is one place's. */
async function checkedPlaces(tx: Tx, actor: Actor, { places, placeId }: ImportDetails): Promise<ImportDetails["places"]> {
  const known = await listPlaces(tx);
  if (placeId !== null && !known.some((place) => place.id === placeId)) throw refuse("placeId", "unknown_option");
  const made = new Map<string, string>();
  return places.map((typed, at) => {
    const place = { ...typed, code: typed.code.toUpperCase(), country: typed.country.toUpperCase() };
    const name = (field: string) => `places.${at}.${field}`;
    if (place.placeId !== null) {
      if (!known.some((each) => each.id === place.placeId)) throw refuse(name("placeId"), "unknown_option");
      return { ...place, code: "", country: "", zone: "", nameKk: "", nameRu: "", nameEn: "" };
    }
    if (place.code === "") return place;
    checkNewPlace(actor, place, name, known);
    const described = JSON.stringify([place.country, place.zone, place.nameKk, place.nameRu, place.nameEn]);
    if ((made.get(place.code) ?? described) !== described) throw refuse(name("code"), "duplicate_name");
    made.set(place.code, described);
    return place;
  });
}

function checkNewPlace(actor: Actor, place: ImportDetails["places"][number], name: (field: string) => string, known: readonly PlaceRow[]): void {
  if (!can(actor, "place.write")) throw refuse(name("code"), "forbidden");
  if (!/^[A-Z]{2,5}$/.test(place.code)) throw refuse(name("code"), "invalid");
  if (known.some((each) => each.code === place.code)) throw refuse(name("code"), "duplicate_name");
  if (!/^[A-Z]{2}$/.test(place.country)) throw refuse(name("country"), "invalid");
  if (!isZone(place.zone)) throw refuse(name("zone"), "unknown_option");
}
