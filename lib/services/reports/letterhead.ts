import "server-only";
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { findLetterhead, insertLetterhead, updateLetterhead, type LetterheadRow } from "@/db/queries/reports";
import { store, type Tx } from "@/db/store";
import { AppError, refuse, seenVersion } from "@/lib/model/errors";
import type { Actor } from "@/lib/model/permissions";
import { allow } from "../allow";
import { realNow } from "../clock";
import type { FormMeta } from "../form-meta";
import { changesOf, write, type Log } from "../write";

export const MOST_LOGO_BYTES = 200 * 1024;
const MOST_PIXELS = 16_000_000;
const WIDE = 800;
const HIGH = 300;

export type Letterhead = Pick<LetterheadRow, "contact" | "logo" | "logoWidth" | "logoHeight" | "version">;
const none: Letterhead = { contact: "", logo: "", logoWidth: 0, logoHeight: 0, version: 0 };

/** What stands at the head of what the organisation sends. */
export async function getLetterhead(actor: Actor): Promise<Letterhead> {
  allow(actor, "organisation.manage");
  return (await findLetterhead((await store()).read)) ?? none;
}

export const updateContact = (actor: Actor, { contact }: { contact: string }, meta: FormMeta): Promise<{ contact: string }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "organisation.manage");
      const before = await findLetterhead(tx);
      if (before) {
        const saved = { version: before.version, values: { contact: before.contact } };
        if (!(await updateLetterhead(tx, before.id, seenVersion(meta.version, saved), { contact, updatedAt: realNow() }))) throw new AppError("conflict", { current: saved });
      } else {
        await inserted(tx, { contact });
      }
      await told(log, changesOf({ contact: before?.contact }, { contact }, ["contact"]));
      return { contact };
    },
    meta.submission,
  );

/**
 * Takes a picture of at most 200 kB as PNG or JPEG, draws it anew without what else was in the file, and puts it into the place of the one before.
 * Without bytes the logo is taken away. Refused as `logo_unreadable` or `logo_too_large` on `logo`.
 */
export async function setLogo(actor: Actor, bytes: Uint8Array | null): Promise<{ width: number; height: number }> {
  allow(actor, "organisation.manage");
  const drawn = bytes === null ? { png: "", width: 0, height: 0 } : await redrawn(bytes);
  return write(actor, async (tx, log) => {
    const before = await findLetterhead(tx);
    const change = { logo: drawn.png, logoWidth: drawn.width, logoHeight: drawn.height };
    if (before) await updateLetterhead(tx, before.id, before.version, { ...change, updatedAt: realNow() });
    else await inserted(tx, change);
    await told(log, [{ field: "logo", before: sizeText(before), after: sizeText(change) }]);
    return { width: drawn.width, height: drawn.height };
  });
}

const sizeText = (of: { logoWidth: number; logoHeight: number } | undefined): string | null => (of && of.logoWidth > 0 ? `${of.logoWidth} × ${of.logoHeight}` : null);
const told = (log: Log, changes: Parameters<Log>[1]["changes"]) => log("letterhead.updated", { subject: ["organisation", "letterhead"], ...(changes ? { changes } : {}) });
const inserted = (tx: Tx, change: Partial<LetterheadRow>) => insertLetterhead(tx, { id: randomUUID(), ...change, createdAt: realNow(), updatedAt: realNow() });

async function redrawn(bytes: Uint8Array): Promise<{ png: string; width: number; height: number }> {
  if (bytes.length > MOST_LOGO_BYTES) throw refuse("logo", "logo_too_large");
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50;
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8;
  if (!isPng && !isJpeg) throw refuse("logo", "logo_unreadable");
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).rotate().resize(WIDE, HIGH, { fit: "inside", withoutEnlargement: true }).toColourspace("srgb").png({ compressionLevel: 9 }).toBuffer({ resolveWithObject: true });
    return { png: data.toString("base64"), width: info.width, height: info.height };
  } catch {
    throw refuse("logo", "logo_unreadable");
  }
}
