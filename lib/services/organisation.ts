import "server-only";
import { Temporal } from "temporal-polyfill";
import { findOrganisation, findPlace, listPlaces, type OrganisationRow, type PlaceRow } from "@/db/queries/organisation";
import { store } from "@/db/store";
import type { InputContext } from "@/lib/model/fields";
import { now } from "./clock";

export type Home = { organisation: OrganisationRow; place: PlaceRow };

/** The organisation with its default place; undefined before set-up. */
export async function findHome(): Promise<Home | undefined> {
  const { read } = await store();
  const organisation = await findOrganisation(read);
  const place = organisation && (await findPlace(read, organisation.defaultPlaceId));
  return organisation && place ? { organisation, place } : undefined;
}

export const getPlaces = async (): Promise<PlaceRow[]> => listPlaces((await store()).read);

/** Today's date where the organisation works: what "25 October" without a year is read against. */
export async function inputContext(): Promise<InputContext> {
  const zone = (await findHome())?.place.zone ?? "UTC";
  return { today: todayIn(zone) };
}

export const todayIn = (zone: string): string => Temporal.Instant.fromEpochMilliseconds(now()).toZonedDateTimeISO(zone).toPlainDate().toString();
