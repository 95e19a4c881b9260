import { readFileSync } from "node:fs";
import path from "node:path";
import { importKinds } from "@/lib/model/import-kind";
import type { Actor } from "@/lib/model/permissions";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { importSettled } from "@/lib/services/import-work";
import { clerk } from "./clerk";
import { type Command, type Outcome, Stop } from "./command";
import { needed, oneOf, readOptions } from "./options";

export const importing: Command = {
  about: "bring a file of cases, people or events in; nothing is recorded without --record",
  usage: `import FILE --kind ${importKinds.join("|")} [--record] [--team NAME]

Reads a CSV or XLSX file as the page does, with the mapping that its headings had last time, and checks every row. --record then records the accepted
rows, all or none. Where the file raises questions that only a person can answer it ends with 1 and says where to answer them.
Rows that are refused or set aside are kept with their reasons; the page gives them as a sheet.`,
  run: async (args) => {
    const { names, options } = readOptions(args, { kind: "text", record: "flag", team: "texts" }, 1);
    const kind = oneOf(needed(options.kind, "kind"), importKinds, "--kind");
    const file = names[0] ?? "";
    const bytes = readFileSync(file);
    const actor = await clerk(options.team);
    const { importId, step } = await startImport(actor, { name: path.basename(file), bytes, encoding: "auto", delimiter: "auto", kind });
    await importSettled(importId);
    if (step !== "ready") throw new Stop("refused", `The file is in, but raises questions. Answer them in the application: /imports/${importId}/${step}`, { importId, step });
    const checked = await getImportPage(actor, importId);
    if (!options.record) return told(checked, importId, "Nothing is recorded yet: add --record.");
    await recordImport(actor, { importId }, { version: checked.version });
    await importSettled(importId);
    const recorded = await page(actor, importId);
    return told(recorded, importId, "Recorded.");
  },
};

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
