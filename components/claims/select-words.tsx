"use client";

import { Quote } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type Selected = { start: number; end: number; words: string };

const LINGERS_MS = 1500;

/** Where the selection stands in a text, UTF-16 units, without the spaces around it; nothing where it leaves the text. */
function selectedIn(text: HTMLElement): Selected | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return undefined;
  const before = document.createRange();
  before.selectNodeContents(text);
  before.setEnd(range.startContainer, range.startOffset);
  const chosen = range.toString();
  const words = chosen.trim();
  if (words === "") return undefined;
  const start = before.toString().length + chosen.indexOf(words);
  return { start, end: start + words.length, words };
}

/** Offers to cite the words that are selected in a text; without JavaScript the form with a typed quote does the same. `href` ends before the place. */
export function SelectWords({ textId, href }: { textId: string; href: string }) {
  const t = useTranslations("claims.cite");
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    let going: number | undefined;
    const look = () => {
      window.clearTimeout(going);
      const text = document.getElementById(textId);
      const found = text ? selectedIn(text) : undefined;
      // A tap on the offer itself ends the selection on some devices before it counts as a click.
      if (found) setSelected(found);
      else going = window.setTimeout(() => setSelected(undefined), LINGERS_MS);
    };
    document.addEventListener("selectionchange", look);
    return () => {
      window.clearTimeout(going);
      document.removeEventListener("selectionchange", look);
    };
  }, [textId]);
  if (!selected) return null;
  const shown = selected.words.length > 60 ? `${selected.words.slice(0, 57)}…` : selected.words;
  return (
    <div role="status" className="fixed inset-x-3 bottom-18 z-20 mx-auto flex max-w-xl flex-wrap items-center justify-between gap-3 rounded-lg border border-edge bg-surface p-3 shadow-lg lg:bottom-4 print:hidden" data-testid="selected-words">
      <q className="min-w-0 flex-1 text-sm wrap-anywhere">{shown}</q>
      <Link href={`${href}start=${selected.start}&end=${selected.end}`} prefetch={false} className="button button-primary" data-testid="action-cite-selected">
        <Quote aria-hidden className="size-4" />
        {t("selected")}
      </Link>
    </div>
  );
}
