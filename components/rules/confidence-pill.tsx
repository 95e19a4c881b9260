import { BookOpen, CircleCheck, TriangleAlert } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Tone } from "@/components/ui/class-names";
import { StatusPill } from "@/components/ui/status-pill";
import type { Confidence } from "@/lib/release/rules/rule";

const looks: Record<Confidence, { tone: Tone; icon: LucideIcon }> = {
  confirmed: { tone: "released", icon: CircleCheck },
  secondary: { tone: "neutral", icon: BookOpen },
  unconfirmed: { tone: "today", icon: TriangleAlert },
};

/** How sure a rule is, in colour, icon and word. */
export function ConfidencePill({ confidence }: { confidence: Confidence }) {
  const t = useTranslations("release.confidence");
  return (
    <StatusPill {...looks[confidence]} className="rounded-lg sm:whitespace-nowrap" data-testid={`confidence-${confidence}`}>
      {t(confidence)}
    </StatusPill>
  );
}
