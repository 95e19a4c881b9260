"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { CustodyDay } from "./custody-chart";

const ink = "var(--color-muted)";

/** The line of those in custody; the table beside it says the same in figures. */
export function CustodyPlot({ days, held }: { days: readonly CustodyDay[]; held: string }) {
  const data = days.map(([day, count]) => ({ day, count }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="day" tick={{ fontSize: 12, fill: ink }} stroke={ink} minTickGap={32} />
        <YAxis width={36} allowDecimals={false} tick={{ fontSize: 12, fill: ink }} stroke={ink} domain={[0, "auto"]} />
        <Tooltip contentStyle={{ background: "var(--color-surface)", borderColor: "var(--color-edge)", borderRadius: 6 }} labelStyle={{ color: "var(--color-ink)" }} />
        <Area type="stepAfter" dataKey="count" name={held} stroke="var(--color-custody)" strokeWidth={2} fill="var(--color-custody-tint)" isAnimationActive={false} />
      </AreaChart>
    </ResponsiveContainer>
  );
}
