import { flag, identity, index, instant, integer, primaryKey, table, text, versioned } from "@/db/kit";
import { teams, users } from "./user";

/** Evidence: the original as it was received. Who looked at it and took it away stands in the audit log. */
export const files = table(
  "files",
  {
    ...identity(),
    teamId: text("team_id").notNull().references(() => teams.id),
    /** The name that it came with: data, never a path. */
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** `uploading`, `kept`, `refused`, `abandoned`. */
    state: text("state").notNull(),
    /** Bytes of the original, as announced and, once it is kept, as received. */
    size: instant("size").notNull(),
    received: instant("received").notNull().default(0),
    /** What the content is, found by its bytes; empty until all of them are here. */
    type: text("type").notNull().default(""),
    /** How far the content is what it seems: `kept`, `renamed`, `mixed`, `opaque`, `refused`; empty until all of it is here. */
    verdict: text("verdict").notNull().default(""),
    /** SHA-256 of the original, hex; empty until all of it is here. */
    sha256: text("sha256").notNull().default(""),
    /** The file's own key, sealed with the installation's. */
    sealedKey: text("sealed_key").notNull().default(""),
    /** `none`, `image`, `audio`, `video`, `failed`. */
    preview: text("preview").notNull().default("none"),
    previewType: text("preview_type").notNull().default(""),
    /** Shown only to those who may see protected sources. */
    isProtected: flag("is_protected").notNull().default(false),
    receivedAt: instant("received_at"),
    uploaderId: text("uploader_id").references(() => users.id),
    /** Why it was taken back; null while it counts. The bytes stay. */
    withdrawn: text("withdrawn"),
    ...versioned(),
  },
  (t) => [index("files_team").on(t.teamId, t.createdAt), index("files_sha256").on(t.sha256)],
);

/** The records that a file is evidence for. */
export const fileUses = table(
  "file_uses",
  {
    fileId: text("file_id").notNull().references(() => files.id),
    /** `source`, `case`, `allegation`, `event`. */
    subjectType: text("subject_type").notNull(),
    subjectId: text("subject_id").notNull(),
    position: integer("position").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.subjectType, t.subjectId] }), index("file_uses_subject").on(t.subjectType, t.subjectId)],
);
