import { writeFileSync } from "node:fs";
import { test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { builders, textsOf, wordsOf } from "./words";
import { data, full, overdueNow } from "./case-fixtures";
test("show", async () => {
  for (const locale of locales) {
    const words = await wordsOf(locale, overdueNow);
    const out = Object.entries(builders).map(([name, build]) => { const l = build(data(full()), words); return `##### ${name}\n${l.title}\n${l.subtitle}\n${l.addressee.join(" / ")} ${l.refusal ?? ""}\n` + l.blocks.map((b) => b.kind === "heading" ? `\n${"=".repeat(b.level)} ${b.text}` : b.kind === "facts" ? b.rows.map((r) => `   ${r.label}: ${r.value || "—"}`).join("\n") : b.kind === "table" ? `[${b.caption}]\n | ${b.columns.map((c) => c.label).join(" | ")}\n` + (b.rows.map((r) => ` | ${r.join(" | ")}`).join("\n") || b.empty) : b.kind === "gap" ? `  ?? ${b.question} — ${b.why}` : b.kind === "added" ? `  <${b.slot}: ${b.label}>` : `${b.kind === "note" ? "! " : ""}${textsOf(b).map((t) => (b.kind === "list" ? " - " : "") + t).join("\n")}`).join("\n"); }).join("\n\n");
    writeFileSync(`/tmp/h-letters/show.${locale}.txt`, out);
  }
});
