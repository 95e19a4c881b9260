import { CircleAlert, CircleCheck, CircleDot, Clock, Lock } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Tone } from "./class-names";

export const toneIcons: Record<Tone, LucideIcon> = {
  overdue: CircleAlert,
  today: Clock,
  custody: Lock,
  released: CircleCheck,
  neutral: CircleDot,
};
