import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { personNames } from "@/db/schema";
import { store } from "@/db/store";
import { HIDDEN } from "@/lib/disclosure/hide-names";
import type { Destination } from "@/lib/model/destination";
import { foldName } from "@/lib/names/fold";
import { recordConsent } from "@/lib/services/consents";
import { discloserOf } from "@/lib/services/disclosure";
import { makeExport } from "@/lib/services/export-register";
import { setImportDetails } from "@/lib/services/import-details";
import { getImportPage } from "@/lib/services/import-preview";
import { recordImport } from "@/lib/services/import-record";
import { startImport } from "@/lib/services/import-start";
import { undoImport } from "@/lib/services/import-undo";
import { importSettled } from "@/lib/services/import-work";
import { namesNow } from "@/lib/services/names-kept";
import { recordPerson, updatePerson, updatePersonIn } from "@/lib/services/people";
import { write } from "@/lib/services/write";
import { answers } from "../support/import-files";
import { csvOf } from "../support/import-rows";
import { personValues } from "../support/matrix-records";
import { aCase, release } from "../support/records";
import { admin, coordinator, freshWorld, monitor, stranger } from "../support/world";

beforeEach(async () => void (await freshWorld()));

const everybody: Destination = { profile: "public", recipientId: "public", audience: "public", purpose: "publication" };
const named = (text: string) => ({ ...personValues, names: [{ text, kind: "legal" as const }] });
/** A text as it would leave now, by a discloser that was made now. */
const told = async (text: string, by = coordinator) => (await (await discloserOf(by, everybody)).rules()).hide(text);
const list = async (by = coordinator) => namesNow((await store()).read, by);

describe("names that are kept", () => {
  it("are kept while only what bears on no name happens, and for each team apart", async () => {
    await recordPerson(monitor, named("Болат Құпиябаев"));
    const first = await list();
    const caseId = await aCase({ name: "Дина Екінші" });
    const second = await list();
    expect(second).not.toBe(first);
    await release([caseId], "2019-10-30T12:00");
    await makeExport(coordinator, { what: "cases", format: "csv", to: "public", purpose: "publication", filter: "", reason: "", password: "" });
    expect(await list()).toBe(second);
    expect(await list(admin)).toBe(second);
    expect((await list(stranger)).count).toBe(0);
    expect(await list()).toBe(second);
    expect(await told("Құпиябаев was here", stranger)).toBe("Құпиябаев was here");
  });

  it("never outlive a person who is added or renamed, also under a discloser that was made before", async () => {
    const text = "Сейітов, Жұмабаева and Құпиябаев were there";
    const before = await discloserOf(coordinator, everybody);
    expect((await before.rules()).hide(text)).toBe(text);
    const { personId } = await recordPerson(monitor, named("Берік Сейітов"));
    expect((await before.rules()).hide(text)).toBe(`${HIDDEN}, Жұмабаева and Құпиябаев were there`);
    await updatePerson(monitor, { ...named("Берік Жұмабаев"), personId }, { version: 1 });
    for (const hide of [(await before.rules()).hide, (await (await discloserOf(coordinator, everybody)).rules()).hide]) expect(hide(text)).toBe(`Сейітов, ${HIDDEN} and Құпиябаев were there`);
    await aCase({ name: "Болат Құпиябаев" });
    expect(await told(text)).toBe(`Сейітов, ${HIDDEN} and ${HIDDEN} were there`);
    await recordConsent(monitor, { personId, purpose: "publication", audiences: ["public"], givenBy: "person", givenByName: "", form: "written", given: "2019-10-22", expires: null, note: "" });
    expect(await told(text)).toBe(`Сейітов, Жұмабаева and ${HIDDEN} were there`);
  });

  it("know who came with a file, and who was taken back with it and comes with the next", async () => {
    const imported = async (name: string) => {
      const { importId } = await startImport(coordinator, { name: "n.csv", bytes: new TextEncoder().encode(csvOf([["№", "ФИО"], ["1", name]])), encoding: "auto", delimiter: "auto", kind: "people" });
      await setImportDetails(coordinator, await answers(coordinator, importId, { sender: "Қоғам Сын" }), { version: 1 });
      await importSettled(importId);
      await recordImport(coordinator, { importId }, { version: (await getImportPage(coordinator, importId)).version });
      await importSettled(importId);
      return importId;
    };
    await list();
    const importId = await imported("Тестова Айгүл");
    expect(await told("Тестова, Өзгешева")).toBe(`${HIDDEN}, Өзгешева`);
    await undoImport(coordinator, { importId, reason: "a wrong file", password: "" }, { version: (await getImportPage(coordinator, importId)).version });
    expect(await told("Тестова, Өзгешева")).toBe("Тестова, Өзгешева");
    await imported("Өзгешева Сәуле");
    expect(await told("Тестова, Өзгешева")).toBe(`Тестова, ${HIDDEN}`);
  });

  it("are not those of a transaction that never came to be, nor of another process's past", async () => {
    const { personId } = await recordPerson(monitor, named("Берік Сейітов"));
    const discloser = await discloserOf(coordinator, everybody);
    await expect(
      write(monitor, async (tx, log) => {
        await updatePersonIn(tx, log, monitor, { ...named("Берік Жұмабаев"), personId }, 1);
        const rules = await discloser.rules(tx);
        expect(rules.hide("Сейітов, Жұмабаев")).toBe(`Сейітов, ${HIDDEN}`);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await told("Сейітов, Жұмабаев")).toBe(`${HIDDEN}, Жұмабаев`);
    // Nothing in this process is told of a change: rows and an entry alone, as another process would leave them.
    await write(monitor, async (tx, log) => {
      await tx.update(personNames).set({ nameKey: foldName("Берік Жұмабаев") }).where(eq(personNames.personId, personId));
      await log("something.new", { subject: ["person", personId] });
    });
    expect(await told("Сейітов, Жұмабаев")).toBe(`Сейітов, ${HIDDEN}`);
  });

  it("hold only while names are written where the log is known to say so", () => {
    const root = path.resolve(import.meta.dirname, "../..");
    const files = ["db", "lib", "scripts"].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => `${folder}/${name}`));
    const writes = /\b(?:insert|delete|update|insertRows)\((?:tx, )?(?:schema\.)?(?:people|personNames)\b|\bof owned\b/;
    // Each of these leaves person.recorded, person.updated, import.recorded or import.undone in its transaction.
    expect(files.filter((name) => writes.test(readFileSync(path.join(root, name), "utf8"))).sort()).toEqual(["db/queries/people.ts", "lib/services/import-cases.ts", "lib/services/import-staging.ts", "lib/services/people.ts"]);
  });
});
