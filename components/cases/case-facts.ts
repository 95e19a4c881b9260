import type { ReleaseEstimate } from "@/lib/release/estimate";
import type { CaseSummary } from "@/lib/model/case-summary";
import type { NamedInstitution } from "@/lib/model/institution-name";

/** A custody moment as the page shows it; dates as far as known, in the case's zone. */
export type ShownMoment = {
  moment: { id: string; kind: string; when: string | null; earliest: number | null; latest: number | null; releaseKind: string | null; note: string; withdrawn: string | null };
  institution: NamedInstitution | null;
};

export type ShownStated = {
  stated: { id: string; when: string; attributedTo: string; sourceId: string | null; note: string; withdrawn: string | null };
  source: string | null;
};

/** A date set by hand: one that stands (`ended` is null), or the last one where the facts ended it. */
export type ShownOverride = { id: string; when: string; reason: string; author: string; at: number; ended: string | null; endedAt: number | null };

/** Held too long, in whole minutes: at least, and at most where that is known; counted from the window of all lawful readings. */
export type ShownOver = { kind: string; least: number; most: number | null; earliest: number | null; latest: number | null };

/** What every part of a case page needs to put its dates into words. */
export type CaseFrame = {
  caseId: string;
  item: CaseSummary & { agency: NamedInstitution | null; detentionKind: string; priority: string; releaseKind: string | null };
  estimate: ReleaseEstimate | undefined;
  now: number;
  homeZone: string;
  /** May the reader change this case? */
  editable: boolean;
  override: ShownOverride | null;
  /** May the reader set the expected release by hand? */
  mayOverride: boolean;
  over: ShownOver | null;
};
