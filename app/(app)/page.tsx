import { requireSignedIn } from "@/lib/web/actor";

export default async function DashboardPage() {
  const { actor } = await requireSignedIn("/");
  return <main>{actor.role}</main>;
}
