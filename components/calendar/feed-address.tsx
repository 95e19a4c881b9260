"use client";

import { useTranslations } from "next-intl";
import { ShownOnce } from "@/components/ui/shown-once";

/** The address of a feed in full, ready to be copied. */
export function FeedAddress({ address }: { address: string }) {
  return <ShownOnce value={address} t={useTranslations("calendar.feeds.issued")} href="/calendar/feeds" testId="issued-feed" valueTestId="feed-address" />;
}
