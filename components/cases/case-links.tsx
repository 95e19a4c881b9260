import Link from "next/link";
import type { CaseSummary } from "@/lib/model/case-summary";
import { CaseName } from "./case-name";
import { CaseStatus } from "./case-status";
import { ReleaseWhen } from "./release-when";

/** Other cases as short lines: who, where they stand, their release. */
export function CaseLinks({ items, now, viewerZone }: { items: readonly CaseSummary[]; now: number; viewerZone: string }) {
  return (
    <ul className="grid">
      {items.map((item) => (
        <li key={item.id} className="grid items-start gap-x-4 gap-y-1 border-t border-line py-2 first:border-0 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,16rem)]" data-testid={`related-${item.reference}`}>
          <Link href={`/cases/${item.id}`} prefetch={false} className="link min-w-0 wrap-anywhere">
            <CaseName item={item} /> <span className="text-sm">{item.reference}</span>
          </Link>
          <span>
            <CaseStatus status={item.status} />
          </span>
          <span className="text-sm">
            <ReleaseWhen item={item} now={now} viewerZone={viewerZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}
