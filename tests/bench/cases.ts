import type Database from "better-sqlite3";
import { Temporal } from "temporal-polyfill";
import { allegationActs, allegationCases, allegations, auditEntries, caseCounters, caseEvents, cases, caseTexts, citations, custodyMoments, orderCases, orders, people, personNames, releaseEstimates, statedReleases } from "@/db/schema";
import { termText } from "@/lib/model/ordered-term";
import { foldName } from "@/lib/names/fold";
import { entryJson, GENESIS, headOf, leafOf } from "@/lib/services/audit-chain";
import { teamIds, USER_ID } from "./asker";
import { derive, withIds, type Derived } from "./derive";
import { inventStory, type InventedStory } from "./facts";
import { inserter } from "./inserting";
import { inventJudge, inventPerson } from "./names";
import type { Random } from "./random";
import type { World } from "./world";

/** Distinct stories; above that several people share one, as when a crowd is detained together. */
const STORIES = 20_000;
const BATCH = 5000;
const HOUR_MS = 3_600_000;

type Told = { story: InventedStory; derived: Derived; place: World["places"][number] };

/** Writes `count` cases, oldest first, with everything that the services would have stored beside them. */
export function loadCases(db: Database.Database, random: Random, world: World, count: number, say: (text: string) => void): void {
  const stories = Math.min(count, STORIES);
  const writer = caseWriter(db, random, world);
  let told: Told | undefined;
  let current = -1;
  for (let from = 0; from < count; from += BATCH) {
    db.transaction(() => {
      for (let n = from; n < Math.min(from + BATCH, count); n++) {
        const wanted = Math.floor((n * stories) / count);
        if (!told || wanted !== current) told = tell(random, world, wanted / stories);
        current = wanted;
        writer.write(told);
      }
    })();
    say(`${Math.min(from + BATCH, count)} of ${count} cases`);
  }
  writer.finish();
}

function tell(random: Random, world: World, position: number): Told {
  const story = inventStory(random, position);
  const place = random.chance(0.4) ? world.places[0] : random.pick(world.places);
  if (!place) throw new Error("there must be places");
  return { story, place, derived: derive(story, place.zone) };
}

function caseWriter(db: Database.Database, random: Random, world: World) {
  const tables = { people, personNames, caseEvents, cases, caseTexts, custodyMoments, orders, orderCases, statedReleases, releaseEstimates, citations, allegations, allegationActs, allegationCases, auditEntries, caseCounters };
  const put = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, inserter(db, table)])) as Record<keyof typeof tables, ReturnType<typeof inserter>>;
  const numbers = new Map<string, number>();
  const chain = { seq: (db.prepare("SELECT coalesce(max(seq), 0) FROM audit_entries").pluck().get() as number), head: GENESIS };

  function write({ story, derived, place }: Told): void {
    const [caseId, personId, orderId, statedId, estimateId] = [random.id(), random.id(), random.id(), random.id(), random.id()];
    const at = Temporal.Instant.from(`${story.day.toString()}T06:00Z`).epochMilliseconds + random.whole(0, 12) * HOUR_MS;
    const stamp = { createdAt: at, updatedAt: at };
    const drawn = random.next();
    const teamId = teamIds[drawn < 0.7 ? 0 : drawn < 0.99 ? 1 : 2];
    const prefix = `${place.code}-${story.day.year}`;
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    const reference = `${prefix}-${String(number).padStart(4, "0")}`;
    const [agency, facility, court, event] = [random.pick(world.police), random.pick(world.facilities), random.pick(world.courts), random.chance(0.5) ? random.pick(world.events) : undefined];
    const heldAt = derived.isHeldSomewhere ? facility : undefined;
    const judge = inventJudge(random);
    const { names, ...person } = invent(personId, teamId, stamp);
    put.people(person);
    for (const name of names) put.personNames(name);
    put.cases({ id: caseId, teamId, ownerId: random.chance(0.5) ? USER_ID : null, reference, personId, detentionKind: story.detentionKind, placeId: place.id, zone: place.zone, agencyId: agency.id, heldAtId: heldAt?.id, eventId: event?.id, lawyer: random.chance(0.3) ? inventJudge(random) : "", ...derived.columns, estimateId, ...stamp });
    if (event) put.caseEvents({ caseId, eventId: event.id, link: "at", siteId: null });
    const told = [foldName(reference), ...names.map((name) => name.nameKey), ...place.folded, heldAt?.folded, agency.folded, ...(story.order ? [court.folded, foldName(judge)] : []), event?.folded];
    put.caseTexts({ caseId, body: [...new Set(told)].filter(Boolean).join(" | ") });
    story.moments.forEach((moment, position) => {
      const institutionId = moment.kind === "seized" ? agency.id : ["admitted", "transferred"].includes(moment.kind) ? facility.id : null;
      put.custodyMoments({ id: random.id(), caseId, ...moment, ...derived.bounds[position], institutionId, createdAt: at + position, updatedAt: at + position });
    });
    if (story.order) {
      const { kind, date, amount, unit } = story.order;
      put.orders({ id: orderId, teamId, kind, courtId: court.id, judge, date, earliest: derived.orderEarliest, articles: "488", term: termText({ [unit]: amount }), zone: place.zone, ...stamp });
      put.orderCases({ orderId, caseId });
    }
    if (story.stated) put.statedReleases({ id: statedId, caseId, when: story.stated, attributedTo: "Туысы", ...stamp });
    put.releaseEstimates({ id: estimateId, caseId, at, facts: withIds(derived.facts, orderId, statedId), answer: withIds(derived.answer, orderId, statedId) });
    put.citations({ id: random.id(), sourceId: random.pick(world.sourceIds), caseId, field: "custody", quote: "Сағат он шамасында ұсталды.", ...stamp });
    if (random.chance(0.1)) allege(caseId, teamId, place.zone, stamp);
    record(caseId, at);
  }

  function invent(personId: string, teamId: string, stamp: { createdAt: number; updatedAt: number }) {
    const { name, sex, alias } = inventPerson(random);
    const displayName = random.chance(0.06) ? "" : name;
    const spoken = [[displayName, "legal"], [alias ?? "", "transliteration"]].filter(([text]) => text !== "" && displayName !== "");
    const names = spoken.map(([text = "", kind], position) => ({ id: random.id(), personId, position, text, kind, nameKey: foldName(text) }));
    return { id: personId, teamId, identification: displayName ? "identified" : "unidentified", displayName, sex, ...stamp, names };
  }

  function allege(caseId: string, teamId: string, zone: string, stamp: { createdAt: number; updatedAt: number }): void {
    const id = random.id();
    put.allegations({ id, teamId, zone, description: "Ұстау кезінде соққы алғанын айтады.", victimScope: "these", attributedTo: "Қорғаушы", ...stamp });
    put.allegationActs({ allegationId: id, position: 0, act: "beating" });
    put.allegationCases({ allegationId: id, caseId });
  }

  function record(caseId: string, at: number): void {
    const seq = chain.seq + 1;
    const entry = entryJson({ seq, at, actor: USER_ID, session: null, action: "case.recorded", subject: ["case", caseId], case: caseId, version: [null, 1], fields: [] });
    const leaf = leafOf(entry);
    const head = headOf(chain.head, leaf);
    Object.assign(chain, { seq, head });
    put.auditEntries({ seq, at, actorId: USER_ID, action: "case.recorded", subjectType: "case", subjectId: caseId, caseId, entry, leaf, head });
  }

  const finish = () => db.transaction(() => numbers.forEach((last, prefix) => put.caseCounters({ prefix, last })))();
  return { write, finish };
}
