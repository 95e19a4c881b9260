"use client";

import { lazy, Suspense } from "react";
import { useHydrated } from "@/components/forms/use-hydrated";

/** A day in words and how many were in custody at its end. */
export type CustodyDay = readonly [day: string, held: number];
type Props = { days: readonly CustodyDay[]; words: { table: string; day: string; held: string; loading: string } };

const CustodyPlot = lazy(async () => ({ default: (await import("./custody-plot")).CustodyPlot }));

/** The picture comes after the page: a chart drawn on the server carries style attributes, which the security policy forbids. */
export function CustodyChart({ days, words }: Props) {
  const hydrated = useHydrated();
  return (
    <>
      <div className="h-48" aria-hidden data-testid="custody-chart">
        {hydrated && (
          <Suspense fallback={<p className="text-sm text-muted">{words.loading}</p>}>
            <CustodyPlot days={days} held={words.held} />
          </Suspense>
        )}
      </div>
      <details>
        <summary className="link inline-block min-h-6">{words.table}</summary>
        <table className="mt-2 [&_td]:pe-6 [&_th]:pe-6 [&_th]:text-start" data-testid="custody-table">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.held}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(([day, held], index) => (
              <tr key={index}>
                <td>{day}</td>
                <td>{held}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
