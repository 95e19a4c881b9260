"use client";

import Link from "next/link";
import { useHydrated } from "@/components/forms/use-hydrated";
import type { CustodyStatus } from "@/lib/model/vocabularies";
import type { AlertCode, BasisCode } from "@/lib/wording/case-words";

/** One case as the browser gets it, already in words; a tuple, because fifty of them travel twice in every page. */
export type CaseRowData = readonly [
  id: string,
  reference: string,
  name: string,
  status: CustodyStatus,
  held: string,
  heldAt: string,
  term: string,
  relative: string,
  absolute: string,
  basis: BasisCode | "",
  alerts: readonly AlertCode[],
  limit: string,
  owner: string,
];

/** The words that rows share. */
export type CaseRowWords = {
  status: Record<CustodyStatus, string>;
  basis: Record<BasisCode, string>;
  alert: Record<AlertCode, string>;
  record: string;
  /** Null for those who may not record. */
  act: { released: string; still_inside: string; transferred: string; ruling: string } | null;
};

const moments = ["released", "still_inside", "transferred"] as const;

/** The four things that are recorded most; before the scripts arrive, one link that leads to all of them. */
function RowActions({ id, name, words }: { id: string; name: string; words: CaseRowWords }) {
  const hydrated = useHydrated();
  const { act } = words;
  if (!act) return null;
  if (!hydrated) return <a href={`/cases/${id}/moments/new`}>{words.record}</a>;
  return (
    <>
      {moments.map((kind) => (
        <Link key={kind} prefetch={false} href={`/cases/${id}/moments/new?kind=${kind}`} aria-label={`${act[kind]} ${name}`} data-testid={`action-${kind}`}>
          {act[kind]}
        </Link>
      ))}
      <Link prefetch={false} href={`/cases/${id}/orders/new`} aria-label={`${act.ruling} ${name}`} data-testid="action-ruling">
        {act.ruling}
      </Link>
    </>
  );
}

export function CaseRow({ row, words }: { row: CaseRowData; words: CaseRowWords }) {
  const [id, reference, name, status, held, heldAt, term, relative, absolute, basis, alerts, limit, owner] = row;
  const inside = status !== "released" && status !== "died";
  return (
    <tr data-testid={`case-row-${reference}`}>
      <th scope="row">
        <Link prefetch={false} href={`/cases/${id}`}>
          {name}
        </Link>
        <p>{reference}</p>
      </th>
      <td>
        <b className={status}>{words.status[status]}</b>
        {limit && <i data-testid="row-limit">{limit}</i>}
        {alerts.map((alert) => (
          <i key={alert}>{words.alert[alert]}</i>
        ))}
        {owner && <p>{owner}</p>}
      </td>
      <td>
        {held}
        <p>{heldAt}</p>
      </td>
      <td>
        {relative && <strong>{relative}</strong>}
        {relative ? ` · ${absolute}` : absolute}
        <p>{[term, basis && words.basis[basis]].filter(Boolean).join(" · ")}</p>
      </td>
      <td>{inside && <RowActions id={id} name={name} words={words} />}</td>
    </tr>
  );
}

export function CaseRows({ rows, words }: { rows: readonly CaseRowData[]; words: CaseRowWords }) {
  return (
    <tbody>
      {rows.map((row) => (
        <CaseRow key={row[0]} row={row} words={words} />
      ))}
    </tbody>
  );
}
