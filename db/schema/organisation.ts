import { flag, identity, index, instant, integer, table, text, uniqueIndex, versioned } from "@/db/kit";

/** Exactly one row once set-up is done. */
export const organisations = table("organisations", {
  ...identity(),
  name: text("name").notNull(),
  defaultLocale: text("default_locale").notNull(),
  defaultPlaceId: text("default_place_id").notNull(),
  /** Whether the calculator may be used without signing in. */
  calculatorOpen: flag("calculator_open").notNull().default(false),
  ...versioned(),
});

export const places = table(
  "places",
  {
    ...identity(),
    /** Three or so Latin letters that open a case reference, such as ALA. */
    code: text("code").notNull(),
    nameKk: text("name_kk").notNull(),
    nameRu: text("name_ru").notNull(),
    nameEn: text("name_en").notNull(),
    country: text("country").notNull(),
    zone: text("zone").notNull(),
    ...versioned(),
  },
  (t) => [uniqueIndex("places_code").on(t.code)],
);

export const institutions = table(
  "institutions",
  {
    ...identity(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    /** `foldName(name)`: one institution per kind and folded name. */
    nameKey: text("name_key").notNull(),
    placeId: text("place_id").references(() => places.id),
    legalStatus: text("legal_status").notNull().default(""),
    ...versioned(),
  },
  (t) => [uniqueIndex("institutions_kind_name").on(t.kind, t.nameKey)],
);

export const caseCounters = table("case_counters", {
  /** Place code and year, such as ALA-2019. */
  prefix: text("prefix").primaryKey(),
  last: integer("last").notNull(),
});

/** One row per submitted form (CC-2): a repeat gets the first answer. Kept seven days. */
export const submissions = table(
  "submissions",
  {
    key: text("key").primaryKey(),
    actorId: text("actor_id").notNull(),
    result: text("result").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("submissions_at").on(t.at)],
);
