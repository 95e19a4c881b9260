import "server-only";
import type { Actor } from "@/lib/model/permissions";
import { readFixture } from "@/lib/model/seed-fixture";
import { inputContext } from "./organisation";
import { recordSampleFile } from "./sample-files";
import { foundingScenario } from "./sample-founding";
import { recordSampleImport } from "./sample-import";
import { recordSampleSheet } from "./sample-sheet";
import { samplePeople } from "./sample-people";
import { recordSampleReports } from "./sample-reports";
import { recordFixture, type Seeded } from "./seed";
import { recordTask } from "./tasks";

/** Invented people around today, then the founding scenario, all of them recorded by the actor as through the forms. */
export async function recordSampleData(actor: Actor): Promise<Seeded> {
  const context = await inputContext();
  const people = samplePeople(context.today);
  const read = readFixture(
    {
      sources: [...people.sources, ...foundingScenario.sources],
      people: [...people.people, ...foundingScenario.people],
      consents: people.consents,
      institutions: foundingScenario.institutions,
      events: [...people.events, ...foundingScenario.events],
      cases: [...people.cases, ...foundingScenario.cases],
      orders: [...people.orders, ...foundingScenario.orders],
      adjustments: people.adjustments,
      allegations: [...people.allegations, ...foundingScenario.allegations],
      counts: [...people.counts, ...foundingScenario.counts],
      citations: [...people.citations, ...foundingScenario.citations],
    },
    context,
  );
  if (!read.ok) throw new Error(`the sample data is not a fixture: ${read.problems.join("; ")}`);
  const seeded = await recordFixture(read.fixture, () => actor);
  for (const { key, ...task } of people.tasks) for (const caseId of seeded.caseIds[key] ?? []) await recordTask(actor, { ...task, caseId, from: "", assigneeId: null });
  for (const caseId of seeded.caseIds["zheksebayev"] ?? []) await recordSampleFile(actor, { type: "case", id: caseId });
  await recordSampleImport(actor);
  await recordSampleSheet(actor);
  await recordSampleReports(actor, context.today);
  return seeded;
}
