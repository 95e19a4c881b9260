import Link from "next/link";
import { useTranslations } from "next-intl";
import { slotName } from "@/lib/wording/person-name";

export type Victim = { id: string; reference: string; slot: number | null; slotCount: number | null; displayName: string; sex: string };

/** The cases among which the victims are said to be. */
export function VictimList({ victims }: { victims: readonly Victim[] }) {
  const people = useTranslations("people");
  if (victims.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1" data-testid="victims">
      {victims.map((victim) => (
        <li key={victim.id} className="wrap-anywhere">
          <Link href={`/cases/${victim.id}`} prefetch={false} className="link inline-block min-h-6">
            {victim.reference}
          </Link>{" "}
          <bdi>{slotName(victim, people)}</bdi>
        </li>
      ))}
    </ul>
  );
}
