import { CalendarClock, Hash, Repeat } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/status-pill";
import type { DetentionFlags } from "@/lib/model/custody-history";
import { flagWords } from "@/lib/wording/flag-words";

const icons = { nth: Hash, year: CalendarClock, again: Repeat } as const;

/** That somebody was detained before: which time it is, how often within a year, and how soon after a release. */
export function DetentionFlagPills({ flags }: { flags: DetentionFlags | undefined }) {
  const t = useTranslations("timeline.history");
  if (!flags) return null;
  const words = flagWords(flags, t);
  return (Object.keys(icons) as (keyof typeof icons)[])
    .filter((key) => words[key] !== "")
    .map((key) => (
      <StatusPill key={key} tone="neutral" icon={icons[key]} data-testid={`flag-${key}`}>
        {words[key]}
      </StatusPill>
    ));
}
