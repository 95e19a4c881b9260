import { readiness } from "@/lib/services/health";

export const dynamic = "force-dynamic";

/** Says whether the process can read and write its storage; no version, no path, no count. */
export async function GET(): Promise<Response> {
  const ok = await readiness();
  return Response.json({ status: ok ? "ok" : "unavailable" }, { status: ok ? 200 : 503 });
}
