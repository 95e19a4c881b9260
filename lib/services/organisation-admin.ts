import "server-only";
import { and, eq } from "drizzle-orm";
import { findOrganisation, findPlace, listPlaces, type OrganisationRow, type PlaceRow } from "@/db/queries/organisation";
import { organisations } from "@/db/schema";
import { store } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { changesOf, write } from "./write";

type OrganisationInput = { name: string; defaultLocale: string; defaultPlaceId: string; calculator: "signed_in" | "everybody" };

/** The organisation and its places, for the administrator's pages. */
export async function getOrganisationSettings(actor: Actor): Promise<{ organisation: OrganisationRow; places: PlaceRow[] }> {
  allow(actor, "organisation.manage");
  const { read } = await store();
  const organisation = await findOrganisation(read);
  if (!organisation) throw new AppError("not_found");
  return { organisation, places: await listPlaces(read) };
}

/** Who may use the calculator, as the form and the history say it. */
export const calculatorUse = ({ calculatorOpen }: Pick<OrganisationRow, "calculatorOpen">): OrganisationInput["calculator"] => (calculatorOpen ? "everybody" : "signed_in");

export const updateOrganisation = (actor: Actor, input: OrganisationInput, meta: FormMeta): Promise<{ id: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "organisation.manage");
      const before = await findOrganisation(tx);
      if (!before) throw new AppError("not_found");
      if (!(await findPlace(tx, input.defaultPlaceId))) throw refuse("defaultPlaceId", "unknown_option");
      const { name, defaultLocale, defaultPlaceId } = before;
      const saved = { version: before.version, values: { name, defaultLocale, defaultPlaceId, calculator: calculatorUse(before) } };
      const { calculator, ...columns } = input;
      const version = seenVersion(meta.version, saved);
      const changed = await tx
        .update(organisations)
        .set({ ...columns, calculatorOpen: calculator === "everybody", version: version + 1, updatedAt: realNow() })
        .where(and(eq(organisations.id, before.id), eq(organisations.version, version)))
        .returning({ id: organisations.id });
      if (changed.length === 0) throw new AppError("conflict", { current: saved });
      await log("organisation.updated", { subject: ["organisation", before.id], version: [version, version + 1], changes: changesOf(saved.values, input, Object.keys(input)) });
      return { id: before.id };
    },
    meta.submission,
  );
