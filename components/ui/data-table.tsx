import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Names the row for screen readers; on a phone it is the title of the card. One per table. */
  primary?: boolean | undefined;
  /** Takes the whole width of a card on a phone, without the column's name. */
  whole?: boolean | undefined;
  /** Holds our own words only, which are not to be broken in the middle. */
  words?: boolean | undefined;
  align?: "start" | "end" | undefined;
  /** Where a click on the header leads, and how the rows are sorted now. */
  sort?: { href: string; direction?: "ascending" | "descending" | undefined } | undefined;
};

type Props<Row> = {
  /** What the table holds, read out before it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowTestId?: ((row: Row) => string) | undefined;
  "data-testid"?: string | undefined;
};

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const t = useTranslations("common.sorted");
  const { sort, header, align } = column;
  const Arrow = sort?.direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <th role="columnheader" scope="col" aria-sort={sort ? (sort.direction ?? "none") : undefined} className={align === "end" ? "text-end" : undefined}>
      {sort ? (
        <Link href={sort.href} prefetch={false} className="inline-flex min-h-6 items-center gap-1 text-ink no-underline hover:underline">
          {header}
          {sort.direction && <Arrow role="img" aria-label={t(sort.direction)} className="size-3.5" />}
        </Link>
      ) : (
        header
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { header, primary, whole, words, align, cell } = column;
  const shared = {
    "data-label": header,
    "data-whole": primary || whole ? "" : undefined,
    className: classNames(align === "end" && "sm:text-end", words && "wrap-break-word"),
  };
  return primary ? (
    <th role="rowheader" scope="row" {...shared}>
      {cell(row)}
    </th>
  ) : (
    <td role="cell" {...shared}>
      {cell(row)}
    </td>
  );
}

/** A table that becomes a list of cards on a phone; the roles are repeated because `display` takes them away. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowTestId, ...rest }: Props<Row>) {
  return (
    <table role="table" className="records" {...rest}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" data-testid={rowTestId?.(row)}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
