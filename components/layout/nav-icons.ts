import { CalendarRange, CirclePlus, CircleUser, FileText, LayoutDashboard, ListChecks, ScrollText, Settings, Users } from "lucide-react";

/** Pictures of the menu by the key of its items; chosen in the browser, so that no drawing travels with the page's data. */
export const navIcons = {
  dashboard: LayoutDashboard,
  cases: ListChecks,
  new: CirclePlus,
  people: Users,
  events: CalendarRange,
  sources: FileText,
  account: CircleUser,
  admin: Settings,
  audit: ScrollText,
} as const;

export type NavKey = keyof typeof navIcons;
