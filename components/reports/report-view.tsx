import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import type { ReportBlock, ReportDocument, ReportFrame } from "@/lib/model/report-document";

type Props = {
  document: ReportDocument;
  frame: ReportFrame;
  /** What stands in place of a text that may be added: the form for it on a draft, nothing on what was issued. */
  added?: ((block: Extract<ReportBlock, { kind: "added" }>) => ReactNode) | undefined;
};

/** A document as it will leave, as a sheet of paper that gives way on a phone. */
export function ReportView({ document, frame, added }: Props) {
  const reference = [frame.number, frame.dayText].filter(Boolean).join(" · ");
  return (
    <article lang={document.locale} className="mx-auto grid w-full max-w-4xl min-w-0 gap-3 rounded-lg border border-line bg-surface p-4 wrap-anywhere sm:p-10 print:max-w-none print:border-0 print:p-0" data-testid="report-document">
      <header className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3 border-b border-line pb-3">
          {/* The picture is the organisation's own, already drawn anew and small. */}
          {/* eslint-disable-next-line @next/next/no-img-element */}
          {frame.logo && <img src={`data:image/png;base64,${frame.logo.png}`} alt="" width={frame.logo.width} height={frame.logo.height} className="max-h-14 w-auto rounded-sm bg-white object-contain p-0.5" />}
          <div className="min-w-0">
            <p className="font-semibold">{frame.organisation}</p>
            {frame.contact.map((line, at) => (
              <p key={at} className="text-sm text-muted">
                {line}
              </p>
            ))}
          </div>
        </div>
        <p className="text-sm text-muted">{reference}</p>
        {document.addressee.length > 0 && (
          <div className="text-end">
            {document.addressee.map((line, at) => (
              <p key={at}>{line}</p>
            ))}
          </div>
        )}
        <div>
          <h2 className="text-xl">{document.title}</h2>
          {document.subtitle && <p className="text-muted">{document.subtitle}</p>}
        </div>
      </header>
      {document.blocks.map((block, at) => (
        <Block key={at} block={block} at={at} frame={frame} added={added} />
      ))}
      <footer className="mt-4 border-t border-line pt-2 text-sm text-muted">
        <p>{[frame.organisation, frame.number, frame.dayText, frame.profile].filter(Boolean).join(" · ")}</p>
        {frame.fingerprint && (
          <p className="font-mono text-xs">
            {frame.words.fingerprint} {frame.fingerprint}
          </p>
        )}
      </footer>
    </article>
  );
}

/** Where a page's list of gaps leads. */
export const gapAnchor = (at: number): string => `gap-${at}`;

function Block({ block, at, frame, added }: { block: ReportBlock; at: number } & Pick<Props, "frame" | "added">) {
  switch (block.kind) {
    case "heading":
      return block.level === 1 ? <h3 className="mt-3 text-lg">{block.text}</h3> : <h4 className="mt-1 font-semibold">{block.text}</h4>;
    case "paragraph":
      return <Paragraphs text={block.text} />;
    case "note":
      return (
        <div className="notice notice-today">
          <Paragraphs text={block.text} />
        </div>
      );
    case "gap":
      return (
        <div id={gapAnchor(at)} className="notice notice-today" data-testid="report-gap">
          <p className="font-semibold">
            {frame.words.gap}: {block.question}
          </p>
          {block.why && <p className="text-sm">{block.why}</p>}
        </div>
      );
    case "added":
      return added ? added(block) : block.text === "" ? null : <Paragraphs text={block.text} />;
    case "facts":
      return (
        <dl className="grid">
          {block.rows.map(({ label, value }, row) => (
            <div key={row} className="grid gap-x-4 border-t border-line py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="min-w-0 whitespace-pre-line">{value || <span className="text-muted">{frame.words.notKnown}</span>}</dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <Table block={block} />;
    case "list":
      return <Items block={block} />;
    case "signature":
      return (
        <div className="mt-8 w-fit min-w-56 border-t border-ink pt-1">
          {block.lines.map((line, row) => (
            <p key={row}>{line}</p>
          ))}
        </div>
      );
    case "page_break":
      return <hr className="my-3 border-dashed border-line" />;
  }
}

function Paragraphs({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((part, at) => (
    <p key={at} className="whitespace-pre-line">
      {part}
    </p>
  ));
}

function Items({ block }: { block: Extract<ReportBlock, { kind: "list" }> }) {
  const List = block.ordered ? "ol" : "ul";
  return (
    <List className={classNames("grid gap-1 ps-6", block.ordered ? "list-decimal" : "list-disc")}>
      {block.items.map((item, at) => (
        <li key={at}>{item}</li>
      ))}
    </List>
  );
}

function Table({ block: { caption, columns, rows, empty } }: { block: Extract<ReportBlock, { kind: "table" }> }) {
  if (rows.length === 0) {
    return (
      <div>
        {caption && <p className="font-semibold">{caption}</p>}
        <p className="text-muted">{empty}</p>
      </div>
    );
  }
  const end = (at: number) => (columns[at]?.align === "end" ? "sm:text-end" : undefined);
  const table = (
    <table role="table" className="records text-sm">
      <caption className="sr-only">{caption || columns.map(({ label }) => label).join(", ")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label }, at) => (
            <th key={at} role="columnheader" scope="col" className={classNames(end(at), "lg:wrap-break-word")}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, row) => (
          <tr key={row} role="row">
            {columns.map(({ label }, at) =>
              at === 0 ? (
                <th key={at} role="rowheader" scope="row" data-label={label} data-whole="">
                  <FirstCell text={cells[at] ?? ""} />
                </th>
              ) : (
                <td key={at} role="cell" data-label={label} className={classNames("whitespace-pre-line", end(at))}>
                  {cells[at]}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // On a phone the table is a list of cards, in which a caption of its own would be a narrow column.
  return caption ? (
    <div className="grid gap-1">
      <p aria-hidden className="font-semibold">
        {caption}
      </p>
      {table}
    </div>
  ) : (
    table
  );
}

/** What names the row, and below it what else is known of it. */
function FirstCell({ text }: { text: string }) {
  const [name, ...rest] = text.split("\n");
  return (
    <>
      {name}
      {rest.map((line, at) => (
        <span key={at} className="block text-sm font-normal text-muted">
          {line}
        </span>
      ))}
    </>
  );
}
