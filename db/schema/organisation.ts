import { flag, identity, index, instant, integer, primaryKey, real, table, text, uniqueIndex, versioned } from "@/db/kit";

/** Exactly one row once set-up is done. */
export const organisations = table("organisations", {
  ...identity(),
  name: text("name").notNull(),
  defaultLocale: text("default_locale").notNull(),
  defaultPlaceId: text("default_place_id").notNull(),
  /** Whether the calculator answers people who have not signed in. */
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
    kind: text("kind").notNull().default("city"),
    /** The region or country that it lies in. */
    parentId: text("parent_id"),
    /** Degrees, WGS 84; both or neither. */
    latitude: real("latitude"),
    longitude: real("longitude"),
    /** The place that this one turned out to be; everything that named this one names that one now. */
    mergedIntoId: text("merged_into_id"),
    ...versioned(),
  },
  (t) => [uniqueIndex("places_code").on(t.code)],
);

/** Further names that a place is found by, folded: former ones (Нұр-Сұлтан for Astana), other spellings, those of places merged into it. */
export const placeNames = table(
  "place_names",
  {
    placeId: text("place_id").notNull().references(() => places.id),
    nameKey: text("name_key").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.placeId, t.nameKey] }), index("place_names_key").on(t.nameKey)],
);

export const institutions = table(
  "institutions",
  {
    ...identity(),
    kind: text("kind").notNull(),
    name: text("name").notNull(),
    /** `foldName(name)`: one institution per kind and folded name. */
    nameKey: text("name_key").notNull(),
    /** Its name in each language as far as known; `name` is how it was first recorded. */
    nameKk: text("name_kk").notNull().default(""),
    nameRu: text("name_ru").notNull().default(""),
    nameEn: text("name_en").notNull().default(""),
    placeId: text("place_id").references(() => places.id),
    address: text("address").notNull().default(""),
    /** The body that it is part of. */
    parentId: text("parent_id"),
    /** How the law stands to it, since when, and by whose decision in words. */
    status: text("status").notNull().default("unknown"),
    statusFrom: text("status_from_text"),
    legalStatus: text("legal_status").notNull().default(""),
    note: text("note").notNull().default(""),
    /** The institution that this one turned out to be; everything that named this one names that one now. */
    mergedIntoId: text("merged_into_id"),
    ...versioned(),
  },
  (t) => [uniqueIndex("institutions_kind_name").on(t.kind, t.nameKey), index("institutions_place").on(t.placeId)],
);

/** Every name that an institution is found by, folded: as recorded, in each language, and those of institutions merged into it. */
export const institutionNames = table(
  "institution_names",
  {
    institutionId: text("institution_id").notNull().references(() => institutions.id),
    nameKey: text("name_key").notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.institutionId, t.nameKey] }), index("institution_names_key").on(t.nameKey)],
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
