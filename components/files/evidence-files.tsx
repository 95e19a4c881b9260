import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { formatInstant } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locales";
import { fileTypeLabel, type FileItem, type FileSubject } from "@/lib/model/file";
import { addFilesHref, sizeWords } from "./file-words";

type Props = { subject: FileSubject; files: { items: readonly FileItem[]; mayAdd: boolean; zone: string } };

/** The files that are evidence for a record; names only: looking at one is logged, so it is done on its own page. */
export function EvidenceFiles({ subject, files }: Props) {
  const t = useTranslations("files");
  const add = files.mayAdd && (
    <LinkButton href={addFilesHref(subject)} data-testid="action-add-files">
      {t("add")}
    </LinkButton>
  );
  return (
    <Section id="files" title={t("title")} actions={add} data-testid="evidence-files">
      {files.items.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <ul className="grid gap-1">
          {files.items.map((item) => (
            <FileLine key={item.id} item={item} zone={files.zone} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function FileLine({ item, zone }: { item: FileItem; zone: string }) {
  const t = useTranslations("files");
  const locale = useLocale() as Locale;
  return (
    <li className="flex min-w-0 flex-wrap items-baseline gap-x-3 gap-y-0.5 border-t border-line py-1.5 first:border-t-0" data-testid={`file-${item.id}`}>
      <FileName item={item} />
      <span className="text-sm text-muted tabular-nums">
        {fileTypeLabel(item.type)} · {sizeWords(item.size, t, locale)}
        {item.receivedAt !== null && ` · ${formatInstant(item.receivedAt, zone, locale, { compact: true })}`}
      </span>
      <FileMarks item={item} />
    </li>
  );
}

/** The name of a file as a link to its page, struck through where it was withdrawn. The name is data: it never sets the direction of what follows. */
export function FileName({ item }: { item: FileItem }) {
  const link = (
    <Link href={`/files/${item.id}`} prefetch={false} className="link wrap-anywhere">
      <bdi>{item.name}</bdi>
    </Link>
  );
  return item.withdrawn === null ? link : <del>{link}</del>;
}

/** What must be known of a file before it is opened. */
export function FileMarks({ item }: { item: FileItem }) {
  const t = useTranslations("files");
  return (
    <>
      {item.isProtected && <Badge>{t("protected")}</Badge>}
      {item.withdrawn !== null && (
        <span className="text-sm wrap-anywhere" data-testid="withdrawn">
          {t("withdrawn", { reason: item.withdrawn })}
        </span>
      )}
    </>
  );
}
