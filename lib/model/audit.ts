/** What people do, as the log names it: `noun.pastVerb`. The words are `audit.did.<noun>.<verb>`. */
export const auditActions = [
  "case.recorded",
  "case.updated",
  "case.withdrawn",
  "rights.marked",
  "moment.recorded",
  "moment.updated",
  "moment.withdrawn",
  "order.recorded",
  "order.updated",
  "order.withdrawn",
  "adjustment.recorded",
  "adjustment.updated",
  "adjustment.withdrawn",
  "statedRelease.recorded",
  "statedRelease.updated",
  "statedRelease.withdrawn",
  "release.recomputed",
  "override.recorded",
  "override.ended",
  "override.withdrawn",
  "allegation.recorded",
  "allegation.updated",
  "allegation.withdrawn",
  "allegation.reviewed",
  "response.recorded",
  "response.updated",
  "response.withdrawn",
  "complaint.recorded",
  "complaint.updated",
  "complaint.withdrawn",
  "citation.recorded",
  "citation.updated",
  "citation.attached",
  "citation.followed",
  "citation.unfollowed",
  "citation.withdrawn",
  "task.recorded",
  "task.updated",
  "task.finished",
  "task.reopened",
  "person.recorded",
  "person.updated",
  "person.withdrawn",
  "consent.recorded",
  "consent.updated",
  "consent.withdrawn",
  "event.recorded",
  "event.updated",
  "event.withdrawn",
  "import.begun",
  "import.mapped",
  "import.rowAccepted",
  "import.started",
  "import.rowsLeft",
  "import.recorded",
  "import.discarded",
  "import.undone",
  "count.recorded",
  "count.updated",
  "count.withdrawn",
  "source.recorded",
  "source.updated",
  "file.begun",
  "file.received",
  "file.refused",
  "file.abandoned",
  "file.viewed",
  "file.downloaded",
  "file.linked",
  "file.described",
  "file.withdrawn",
  "institution.recorded",
  "institution.updated",
  "institution.merged",
  "institution.absorbed",
  "recipient.recorded",
  "recipient.updated",
  "report.drafted",
  "report.changed",
  "report.issued",
  "report.rendered",
  "report.withdrawn",
  "report.discarded",
  "report.downloaded",
  "filter.saved",
  "filter.removed",
  "letterhead.updated",
  "export.made",
  "export.finished",
  "token.issued",
  "token.revoked",
  "api.read",
  "api.counted",
  "webhook.added",
  "webhook.updated",
  "webhook.removed",
  "webhook.retried",
  "recipient.recorded",
  "recipient.updated",
  "export.made",
  "export.finished",
  "backup.made",
  "backup.restored",
  "sheet.brought",
  "sheet.postponed",
  "sheet.applied",
  "sheet.discarded",
  "session.opened",
  "session.ended",
  "session.refused",
  "session.provedAgain",
  "user.invited",
  "user.created",
  "user.updated",
  "user.preferred",
  "user.passwordChanged",
  "feed.made",
  "feed.revoked",
  "notice.read",
  "notice.preferred",
  "mail.tested",
  "mail.retried",
  "team.recorded",
  "place.seeded",
  "place.recorded",
  "place.updated",
  "place.merged",
  "place.absorbed",
  "organisation.created",
  "organisation.updated",
  "rule.overridden",
  "rule.restored",
  "rules.started",
  "rules.proceeded",
  "rules.applied",
  "setup.offered",
] as const;

/** A name in every language; people and teams have the same in all. */
export type Names = { kk: string; ru: string; en: string };

/** One entry of the log as a page shows it. */
export type AuditLine = {
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  actorId: string;
  /** Null for the command line, for nobody signed in, and for an account that is not known. */
  actorName: string | null;
  action: string;
  subject: { type: string; id: string; name: string | null };
  /** Null where the entry belongs to no case, or to one outside the reader's teams. */
  case: { id: string; reference: string } | null;
  /** IANA zone that instants among the changes are shown in. */
  zone: string;
  changes: { field: string; before: string | null; after: string | null }[];
  /** Something changed that this reader may not see. */
  hidden: boolean;
};

export type AuditPage = {
  lines: AuditLine[];
  /** Go on below this entry; null at the end. */
  older: number | null;
  /** Names behind the ids that stand among the changes. */
  names: Record<string, Names>;
};
