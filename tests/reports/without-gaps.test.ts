import { expect, it } from "vitest";
import type { ReportBlock } from "@/lib/model/report-document";
import { withoutGaps } from "@/lib/reports/without-gaps";

const heading = (text: string): ReportBlock => ({ kind: "heading", level: 1, text });
const gap: ReportBlock = { kind: "gap", question: "Who was told?", why: "The questionnaire asks for it." };
const added = (text: string): ReportBlock => ({ kind: "added", slot: "more", label: "Further facts", text });

it("no question to the editor leaves; where nothing else is said below a heading, it says once that nothing is known", () => {
  const unknown: ReportBlock = { kind: "paragraph", text: "Not known." };
  const left = withoutGaps([heading("I"), gap, added("His sister."), heading("II"), gap, gap, added(" "), heading("III"), added(""), gap, { kind: "page_break" }, gap], "Not known.");
  expect(left).toEqual([heading("I"), added("His sister."), heading("II"), unknown, added(" "), heading("III"), added(""), unknown, { kind: "page_break" }]);
});
