import { readFileSync } from "node:fs";
import path from "node:path";
import { importKinds } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { listImportMappings } from "@/lib/services/import-mappings";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { importSettled } from "@/lib/services/import-work";
import { clerk } from "./clerk";
import { type Command, type Outcome, Stop } from "./command";
import { needed, oneOf, readOptions } from "./options";

const options = { kind: "text", record: "flag", mapping: "text", mappings: "flag", team: "texts" } as const;

export const importing: Command = {
  about: "bring a file of cases, people or events in; nothing is recorded without --record",
  usage: `import FILE --kind ${importKinds.join("|")} [--mapping ID] [--record] [--team NAME]
       import --mappings [--kind ${importKinds.join("|")}] [--team NAME …]

Reads a CSV or XLSX file as the page does, with the mapping that its headings had last time, and checks every row. --record then records the accepted
rows, all or none. Where the file raises questions that only a person can answer it ends with 1 and says where to answer them.
--mapping reads it with a mapping that another file left behind, by the names of its headings: those that the mapping uses must all be there, in
whatever order, and others are left out. --mappings lists what there is, the last used first.
Rows that are refused or set aside are kept with their reasons; the page gives them as a sheet.`,
  run: async (args) => {
    if (args.includes("--mappings")) return listed(args);
    const { names, options: given } = readOptions(args, options, 1);
    const kind = oneOf(needed(given.kind, "kind"), importKinds, "--kind");
    if (given.mapping === "") throw new Stop("usage", "--mapping needs an id; import --mappings lists them.");
    const file = names[0] ?? "";
    const bytes = readFileSync(file);
    const actor = await clerk(given.team);
    const { importId, step } = await startImport(actor, { name: path.basename(file), bytes, encoding: "auto", delimiter: "auto", kind, ...(given.mapping === undefined ? {} : { mappingId: given.mapping }) });
    await importSettled(importId);
    if (step !== "ready") throw new Stop("refused", `The file is in, but raises questions. Answer them in the application: /imports/${importId}/${step}`, { importId, step });
    const checked = await getImportPage(actor, importId);
    if (!given.record) return told(checked, importId, "Nothing is recorded yet: add --record.");
    await recordImport(actor, { importId }, { version: checked.version });
    await importSettled(importId);
    const recorded = await page(actor, importId);
    return told(recorded, importId, "Recorded.");
  },
};

/** What files before left behind. */
async function listed(args: readonly string[]): Promise<Outcome> {
  const { options: given } = readOptions(args, options, 0);
  if (given.record || given.mapping !== undefined) throw new Stop("usage", "--mappings stands without --mapping and --record.");
  const kind = given.kind === undefined ? undefined : oneOf(given.kind, importKinds, "--kind");
  const known = await listImportMappings(await clerk(given.team), kind);
  const mappings = known.map(({ updatedAt, ...mapping }) => ({ ...mapping, used: new Date(updatedAt).toISOString() }));
  const lines = mappings.map(({ id, kind: of, team, used, sender, columns }) => `${id}  ${of}, ${team}, ${used.slice(0, 10)}${sender && `, ${sender}`}: ${columns.map(({ heading, as }) => `${heading} = ${as}`).join("; ")}`);
  return { exit: "ok", said: lines.length > 0 ? lines.join("\n") : "No file has left a mapping behind yet.", data: { mappings } };
}

type Page = Awaited<ReturnType<typeof getImportPage>>;

async function page(actor: Actor, importId: string): Promise<Page> {
  const found = await getImportPage(actor, importId);
  if (found.state !== "recorded") throw new Stop("refused", `Nothing was recorded: the work broke off (${found.failure || "unknown"}). See /imports/${importId}`, { importId });
  return found;
}

function told({ counts, state }: Page, importId: string, what: string): Outcome {
  const { accepted, aside, refused } = counts;
  return { exit: "ok", said: `${accepted} rows accepted, ${aside} set aside, ${refused} refused. ${what} See /imports/${importId}`, data: { importId, state, accepted, aside, refused } };
}
