import { boundsOf, isUncertainDate } from "@/lib/model/uncertain-date";
import type { ReportBlock } from "@/lib/model/report-document";
import type { Teller } from "./letter";

type Line = { when: string | null; what: string; by: string };

/** Everything that happened in the order in which it can have happened, what has no date last. What is alleged says who alleges it. */
export function timelineTable(tell: Teller): ReportBlock {
  const { letters, date } = tell;
  const lines = [...custodyLines(tell), ...orderLines(tell), ...statedLines(tell), ...allegationLines(tell), ...eventLines(tell)];
  const at = ({ when }: Line) => {
    if (!isUncertainDate(when)) return Infinity;
    const { earliest, latest } = boundsOf(when, tell.item.zone);
    return earliest ?? latest ?? Infinity;
  };
  const placed = lines.map((line) => ({ line, at: at(line) })).sort((a, b) => (a.at === b.at ? 0 : a.at - b.at));
  const label = (key: string) => letters(`timeline.${key}`);
  return {
    kind: "table",
    caption: label("caption"),
    columns: [{ label: label("when"), share: 2 }, { label: label("what"), share: 3 }, { label: label("by"), share: 3 }],
    rows: placed.map(({ line }) => [date(line.when) || letters("not_known"), line.what, line.by]),
    empty: label("empty"),
  };
}

function custodyLines({ file, item, said, body, joined }: Teller): Line[] {
  return file.moments.map(({ kind, when, institution, releaseKind }) => ({ when, what: joined(said("moment_kinds", kind), said("release_kinds", releaseKind)), by: body(institution ?? (kind === "seized" ? item.agency : null)) }));
}

function orderLines(tell: Teller): Line[] {
  const { file, said, body, joined, letters, date } = tell;
  const orders = file.orders.map((order) => ({ when: order.date, what: joined(said("order_kinds", order.kind), tell.term(order.term)), by: body(order.court) }));
  const adjustments = file.adjustments.map(({ kind, from, to, days, authority }) => {
    const what = joined(said("adjustment_kinds", kind), days === null ? "" : tell.days(days));
    return { when: from, what: to === null || to === from ? what : letters("timeline.until", { what, when: date(to) }), by: authority };
  });
  return [...orders, ...adjustments];
}

function statedLines({ file, letters, who }: Teller): Line[] {
  return file.stated.map((stated) => ({ when: stated.when, what: letters("timeline.stated"), by: letters("timeline.according", { who: who(stated) }) }));
}

function allegationLines({ file, letters, said, who, body, joined, words }: Teller): Line[] {
  return file.allegations.flatMap((allegation) => {
    const according = letters("timeline.according", { who: who(allegation) });
    const acts = words.list(allegation.acts.map((act) => said("alleged_acts", act)).filter(Boolean));
    const answer = allegation.answer;
    const lines: Line[] = [{ when: allegation.when, what: letters("timeline.alleged", { acts }), by: according }];
    if (answer?.asked != null) lines.push({ when: answer.asked, what: letters("timeline.asked"), by: body(answer.body) });
    if (answer?.answered != null) lines.push({ when: answer.answered, what: letters("timeline.answered", { answer: said("authority_responses", allegation.response) }), by: body(answer.body) });
    const complaints = allegation.complaints.map(({ filed, kind, body: to, outcome }) => ({ when: filed, what: letters("timeline.complaint", { kind: said("complaint_kinds", kind) }), by: joined(body(to), said("complaint_outcomes", outcome)) }));
    return [...lines, ...complaints];
  });
}

function eventLines({ file, said }: Teller): Line[] {
  return file.events.map(({ title, start, link }) => ({ when: start, what: title, by: said("case_event_links", link) }));
}
