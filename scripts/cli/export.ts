import { EVERYBODY, exportFormats, exportKinds, filterText, HOUSE } from "@/lib/model/export";
import type { Actor } from "@/lib/model/permissions";
import { audienceProfiles } from "@/lib/model/destination";
import { consentPurposes } from "@/lib/model/vocabularies";
import { getExportChoices, getExportPage, makeExport, openExport } from "@/lib/services/export-register";
import { clerk } from "./clerk";
import { type Command, Stop } from "./command";
import { needed, oneOf, readOptions } from "./options";
import { checkedOut, writeOut } from "./outfile";

export const exporting: Command = {
  about: "take records out: cases, people, allegations, events, counts, or who was held too long",
  usage: `export ${exportKinds.join("|")} --out FILE [--format ${exportFormats.join("|")}] [--filter "view=all&place=…"]
       [--profile public|internal] [--recipient NAME] [--purpose PURPOSE] [--reason TEXT] [--team NAME …]

The same file as on the page, in the same register, with the same profiles: without --profile and --recipient everybody is meant, who is told least.
--recipient names one of the recipients of the register, whose profile counts. Whatever goes outside needs a --purpose, since nobody is named for a
purpose that nobody agreed to: ${consentPurposes.join(", ")}.
--profile internal is in full and needs a --reason. --filter is what stands behind the question mark in the address of the list; without it the cases
are those still in custody, with view=all they are all; event=ID takes the counts of one event. --out - writes to the standard output.`,
  run: async (args) => {
    const { names, options } = readOptions(args, { out: "text", format: "text", filter: "text", profile: "text", recipient: "text", purpose: "text", reason: "text", team: "texts" }, 1);
    const what = oneOf(names[0] ?? "", exportKinds, "What is exported");
    const format = oneOf(options.format ?? "csv", exportFormats, "--format");
    const out = needed(options.out, "out");
    checkedOut(out);
    const purpose = options.purpose === undefined ? "" : oneOf(options.purpose, consentPurposes, "--purpose");
    const actor = await clerk(options.team);
    const to = await destination(actor, options.profile, options.recipient);
    if (to === HOUSE && !options.reason) throw new Stop("usage", "--profile internal needs a --reason.");
    if (to !== HOUSE && purpose === "") throw new Stop("usage", "What goes outside needs a --purpose.");
    const { exportId } = await makeExport(actor, { what, format, to, purpose, filter: filterText(what, options.filter ?? ""), reason: options.reason ?? "", password: "" });
    const { body } = await openExport(actor, exportId);
    const written = await writeOut(out, body);
    const { rows, profile } = await getExportPage(actor, exportId);
    return { exit: "ok", said: `${written.out}: ${rows ?? 0} ${what}, profile ${profile}, ${written.bytes} bytes. Register: ${exportId}`, data: { ...written, what, format, profile, rows, exportId } };
  },
};

/** To whom it goes: the house, everybody, or a recipient by name or id, who must have the profile that was asked for. */
async function destination(actor: Actor, profile: string | undefined, recipient: string | undefined): Promise<string> {
  const asked = profile === undefined ? undefined : oneOf(profile, audienceProfiles, "--profile");
  if (recipient === undefined) {
    if (asked === "partner") throw new Stop("usage", "--profile partner needs a --recipient.");
    return asked === "internal" ? HOUSE : EVERYBODY;
  }
  const found = (await getExportChoices(actor)).recipients.filter(({ id, name }) => id === recipient || name === recipient);
  const [one, other] = found;
  if (!one || other) throw new Stop("missing", other ? `Several recipients are called ${recipient}: use the id.` : `There is no recipient ${recipient}.`);
  if (asked !== undefined && asked !== one.profile) throw new Stop("refused", `${one.name} gets the profile ${one.profile}, not ${asked}.`);
  return one.id;
}
