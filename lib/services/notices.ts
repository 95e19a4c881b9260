import "server-only";
import { countNoticesOf, countUnreadOf, findNotice, listNoticesOf, markNoticesRead } from "@/db/queries/notices";
import { store } from "@/db/store";
import { AppError } from "@/lib/model/errors";
import type { NoticeItem, NoticeView } from "@/lib/model/notice";
import { ruleOfFact } from "@/lib/model/notice-facts";
import type { Actor } from "@/lib/model/permissions";
import type { NoticeKind } from "@/lib/model/vocabularies";
import { allow } from "./allow";
import { realNow } from "./clock";
import type { FormMeta } from "./form-meta";
import { write } from "./write";

export const NOTICES_PAGE = 50;
/** Further new notices than this are not counted. */
export const MOST_UNREAD = 99;
const MOST_COUNTED = 1000;

export type NoticeList = { items: NoticeItem[]; total: number; more: boolean; page: number };

/** One page of one's own notices, newest first. */
export async function listNotices(actor: Actor, { view = "unread", page: asked = 1 }: { view?: NoticeView | undefined; page?: number | undefined } = {}): Promise<NoticeList> {
  allow(actor, "notice.read");
  const { read } = await store();
  const page = Math.max(1, Math.min(asked, 2000));
  const rows = await listNoticesOf(read, actor, actor.userId, view === "all", NOTICES_PAGE, (page - 1) * NOTICES_PAGE);
  const counted = await (view === "all" ? countNoticesOf : countUnreadOf)(read, actor, actor.userId, MOST_COUNTED + 1);
  const items = rows.map(({ notice, about, zone }): NoticeItem => ({
    id: notice.id,
    kind: notice.kind as NoticeKind,
    case: about,
    taskId: notice.taskId,
    rule: ruleOfFact(notice.factKey),
    about: notice.about,
    zone,
    at: notice.at,
    read: notice.readAt !== null,
    settled: notice.settledAt !== null,
  }));
  return { items, total: Math.min(counted, MOST_COUNTED), more: counted > MOST_COUNTED, page };
}

/** How many of one's notices are new, for the bell; counted up to one more than `MOST_UNREAD`. */
export async function countUnread(actor: Actor): Promise<number> {
  allow(actor, "notice.read");
  return countUnreadOf((await store()).read, actor, actor.userId, MOST_UNREAD + 1);
}

/** Marks one of one's own notices as read, or without an id all that are new. */
export const markRead = (actor: Actor, { noticeId }: { noticeId: string | null; view?: NoticeView }, meta: FormMeta = {}): Promise<{ count: number }> =>
  write(
    actor,
    async (tx, log) => {
      allow(actor, "notice.read");
      if (noticeId !== null && !(await findNotice(tx, actor.userId, noticeId))) throw new AppError("not_found");
      const count = await markNoticesRead(tx, actor.userId, noticeId, realNow());
      await log("notice.read", { subject: ["user", actor.userId] });
      return { count };
    },
    meta.submission,
  );
