import "server-only";
import { can, type Actor } from "@/lib/model/permissions";
import { makeExport } from "./export-register";
import { recordRecipient } from "./recipients";

/** An invented recipient, and a list that was asked for it, by whoever may do that. */
export async function recordSampleExport(actor: Actor): Promise<void> {
  if (!can(actor, "recipient.manage")) return;
  const { recipientId } = await recordRecipient(actor, { name: "«Мысал» құқық қорғау тобы", audience: "partners", profile: "partner", note: "", closed: "no" });
  await makeExport(actor, { what: "cases", format: "xlsx", to: recipientId, purpose: "advocacy", filter: "?view=outstanding", reason: "", password: "" });
}
