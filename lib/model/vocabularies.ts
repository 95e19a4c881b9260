/** The short lists of the field. Labels are `vocab.<list>.<value>` in the messages; a value is never renamed, only added. */
export const roles = ["admin", "coordinator", "monitor", "viewer"] as const;
export type Role = (typeof roles)[number];

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const identifications = ["identified", "partly_identified", "unidentified"] as const;
export type Identification = (typeof identifications)[number];

export const nameKinds = ["legal", "given_only", "patronymic", "alias", "transliteration", "former"] as const;
export type NameKind = (typeof nameKinds)[number];

export const sexes = ["female", "male", "other", "unknown"] as const;

export const detentionKinds = [
  "administrative_detention",
  "administrative_arrest",
  "criminal_detention",
  "remand",
  "imprisonment",
  "house_arrest",
  "forced_hospitalisation",
  "deportation_custody",
  "incommunicado",
  "unknown",
] as const;

export const momentKinds = [
  "seized",
  "delivered",
  "sobered",
  "protocol",
  "ruling",
  "admitted",
  "transferred",
  "hospitalised",
  "contact_lost",
  "still_inside",
  "released",
  "died",
] as const;
export type MomentKind = (typeof momentKinds)[number];

export const releaseKinds = ["term_served", "early", "on_appeal", "on_bail", "conditional", "to_house_arrest", "without_charge", "unknown"] as const;

/** What the moments say of a case; "due" and "overdue" are comparisons with now and are never stored. */
export const custodyStates = ["reported", "in_custody", "whereabouts_unknown", "in_hospital", "released", "died", "unknown"] as const;
export type CustodyState = (typeof custodyStates)[number];

/** What a person reads: the state, and for those inside, where they stand against the expected release. */
export const custodyStatuses = [...custodyStates, "due", "overdue"] as const;
export type CustodyStatus = (typeof custodyStatuses)[number];

export const orderKinds = [
  "administrative_arrest",
  "administrative_detention",
  "remand",
  "extension",
  "sentence",
  "appeal",
  "annulment",
  "amnesty",
  "parole",
  "protocol",
  "fine",
  "warning",
] as const;

export const countFroms = ["not_stated", "seized", "delivered", "ruling", "admitted", "written"] as const;
export type CountFrom = (typeof countFroms)[number];

/** How an order stands to the one before it. */
export const orderRelations = ["not_stated", "replaces", "consecutive", "concurrent"] as const;
export type OrderRelation = (typeof orderRelations)[number];

/** Time credited towards a term, then time that does not count. */
export const adjustmentKinds = ["administrative_detention", "remand", "house_arrest", "other_credit", "suspension", "escape", "medical_release", "other_interruption"] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];

export const taskOrigins = ["manual", "hypothesis", "appeal", "limit", "complaint"] as const;

/** What was over when a person was still held. */
export const overKinds = ["term", "annulment", "reduced_term"] as const;
export type OverKind = (typeof overKinds)[number];

export const allegedActs = [
  "unlawful_apprehension",
  "beating",
  "torture",
  "threats",
  "humiliation",
  "sexual_violence",
  "denial_of_counsel",
  "denial_of_medical_care",
  "denial_of_contact",
  "forced_statement",
  "incommunicado",
  "excessive_force",
  "conditions",
  "kettling",
  "special_means",
  "strip_search",
  "forced_sampling",
  "pressure_on_family",
  "property_taken",
  "denial_of_interpreter",
  "denial_of_food",
  "enforced_disappearance",
  "other",
] as const;
export type AllegedAct = (typeof allegedActs)[number];

export const victimScopes = ["these", "some_of_these", "unknown"] as const;

/** How many victims there are who are no cases: with a figure, or with none. */
export const victimBounds = ["unknown", "exact", "about", "at_least", "several", "dozens", "hundreds"] as const;
export type VictimBound = (typeof victimBounds)[number];

/** How far a body or a person is alleged to have taken part. */
export const involvements = ["direct", "ordered", "present", "failed_to_prevent", "covered_up", "unknown"] as const;

export const medicalAttentions = ["unknown", "given", "late", "refused", "not_sought", "examined"] as const;

export const verifications = ["alleged", "corroborated", "documented", "disputed", "refuted"] as const;

/** What the authorities are known to say; `asked` while they have been asked and have not answered. */
export const authorityResponses = ["not_asked", "asked", "no_comment", "denied", "acknowledged", "investigating"] as const;

export const complaintKinds = ["crime_report", "prosecutor", "superior_body", "court", "ombudsman", "international", "other"] as const;

export const complaintOutcomes = ["pending", "no_answer", "not_registered", "forwarded", "rejected", "partly_upheld", "upheld", "investigation_opened", "discontinued", "taken_back"] as const;

export const eventKinds = ["rally", "single_picket", "action", "march", "raid", "court_day", "meeting", "other"] as const;

/** What the authorities had said to an event beforehand. */
export const permits = ["unknown", "not_sought", "notified", "permitted", "refused", "not_required"] as const;

export const caseEventLinks = ["at", "on_the_eve_of", "penalised_for"] as const;
export type CaseEventLink = (typeof caseEventLinks)[number];

/** What a count is a count of. */
export const countCategories = ["detained", "penalised", "arrested", "released", "injured", "took_part"] as const;
export type CountCategory = (typeof countCategories)[number];

/** How a figure is meant; `tens` and `far_more` can do without one. */
export const countBounds = ["exact", "at_least", "about", "range", "tens", "far_more"] as const;
export type CountBound = (typeof countBounds)[number];

export const institutionKinds = ["court", "police", "facility", "agency", "movement", "media", "ngo"] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** How the law stands to an institution. */
export const institutionStatuses = ["unknown", "registered", "unregistered", "suspended", "banned", "designated", "liquidated"] as const;

export const placeKinds = ["country", "region", "city", "district", "town", "village", "other"] as const;

export const sourceKinds = ["article", "post", "statement", "interview", "court_record", "relative", "lawyer", "official", "witness", "other"] as const;

export const sourceReliabilities = ["unknown", "reliable", "mostly_reliable", "doubtful", "unreliable"] as const;

/** Who may see a source; of a protected one, those without the right see its kind alone. */
export const sourceConfidentialities = ["public", "internal", "protected"] as const;

/** The records that a file can be evidence for. */
export const fileSubjects = ["case", "source", "allegation", "event"] as const;

export const contentLanguages = ["kk", "ru", "en", "other"] as const;

/** The facts of a case that a citation can support. */
export const citedFields = ["identity", "custody", "place", "ruling", "term", "stated_release", "release", "abuse", "event", "other"] as const;

/** What kind of value a claim holds; the same kinds as the reader of texts suggests. */
export const claimKinds = ["when", "term", "count", "place", "institution", "person", "name"] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** What a person agrees to; each purpose is agreed to by itself. */
export const consentPurposes = ["recording", "complaint", "court", "advocacy", "publication", "media", "statistics", "research"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Who may then learn of it. Only the public includes all others. */
export const consentAudiences = ["partners", "courts", "un_bodies", "authorities", "media", "public"] as const;
export type ConsentAudience = (typeof consentAudiences)[number];

export const consentGivers = ["person", "relative", "guardian", "lawyer"] as const;

export const consentForms = ["written", "oral", "message", "recorded"] as const;

/** What a line of a timeline tells of; also its filter. */
export const timelineKinds = ["custody", "ruling", "time", "stated", "allegation", "answer", "complaint", "event", "task", "claim"] as const;
export type TimelineKind = (typeof timelineKinds)[number];

/** Articles of the International Covenant on Civil and Political Rights that detention cases engage. */
export const engagedRights = ["iccpr_6", "iccpr_7", "iccpr_9", "iccpr_10", "iccpr_12", "iccpr_13", "iccpr_14", "iccpr_15", "iccpr_17", "iccpr_18", "iccpr_19", "iccpr_21", "iccpr_22", "iccpr_25", "iccpr_26"] as const;

/** What a calendar tells of; also its filter. */
export const calendarKinds = ["release", "court", "deadline", "task"] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** What somebody is told of by itself. */
export const noticeKinds = ["due_tomorrow", "due_today", "overdue", "limit", "stated_differs", "case_assigned", "task_assigned", "task_due"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How somebody is told. */
export const noticeWays = ["app", "mail", "digest", "off"] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** Whose cases a feed or a notice is about. */
export const whoseCases = ["mine", "teams"] as const;
export type WhoseCases = (typeof whoseCases)[number];

/** Where a mail stands on its way out. */
export const mailStates = ["waiting", "sending", "sent", "parked", "dropped"] as const;
export type MailState = (typeof mailStates)[number];

export const priorities = ["normal", "high", "urgent"] as const;
