import Database from "better-sqlite3";
import path from "node:path";
import { routeRights } from "../../../scripts/route-rights";

/** Every page that the application has, with real ids in the place of `[id]`, from the data that a server runs on. */
export function pageAddresses(dataDir: string): string[] {
  const db = new Database(path.join(dataDir, "erkin.db"), { readonly: true });
  const one = (sql: string): string[] => db.prepare(sql).raw().get() as string[];
  const found: Record<string, string[]> = {
    "/cases/[id]/moments/[momentId]": one("SELECT case_id, id FROM custody_moments LIMIT 1"),
    "/cases/[id]/orders/[orderId]": one("SELECT case_id, order_id FROM order_cases LIMIT 1"),
    "/cases/[id]/adjustments/[adjustmentId]": one("SELECT case_id, id FROM adjustments LIMIT 1"),
    "/cases/[id]/stated/[statedId]": one("SELECT case_id, id FROM stated_releases LIMIT 1"),
    "/sources/[id]/claims/[claimId]": one("SELECT source_id, id FROM citations LIMIT 1"),
    "/cases/[id]/estimates/[estimateId]": one("SELECT case_id, id FROM release_estimates LIMIT 1"),
    "/cases/[id]/tasks/[taskId]": one("SELECT case_id, id FROM tasks LIMIT 1"),
    "/cases": one("SELECT case_id FROM order_cases JOIN stated_releases USING (case_id) LIMIT 1"),
    "/events/[id]/counts/[countId]": one("SELECT event_id, id FROM counts WHERE withdrawn IS NULL LIMIT 1"),
    "/events": one("SELECT event_id FROM counts JOIN case_events USING (event_id) LIMIT 1"),
    "/institutions": one("SELECT id FROM institutions WHERE kind = 'police' AND name_en <> ''"),
    "/institutions/[id]/merge": one("SELECT a.id, b.id FROM institutions a JOIN institutions b ON b.kind = a.kind AND b.id > a.id WHERE a.kind = 'police' LIMIT 1"),
    "/places": one("SELECT id FROM places WHERE code = 'ALA'"),
    "/places/[id]/merge": one("SELECT a.id, b.id FROM places a JOIN places b ON b.zone = a.zone AND b.id <> a.id WHERE a.code = 'ALA' LIMIT 1"),
    "/people/[id]/consents/[consentId]": one("SELECT person_id, id FROM consents WHERE withdrawn_at IS NULL LIMIT 1"),
    "/people": one("SELECT person_id FROM consents WHERE withdrawn_at IS NOT NULL LIMIT 1"),
    "/imports/[id]/undo": one("SELECT id FROM import_batches WHERE state = 'recorded' LIMIT 1"),
    "/reports": one("SELECT id FROM reports WHERE state = 'draft' LIMIT 1"),
    "/reports/[id]/compare": one("SELECT id FROM reports WHERE state = 'issued' LIMIT 1"),
    "/imports": one("SELECT id FROM import_batches WHERE state = 'draft' LIMIT 1"),
    "/sheets": one("SELECT id FROM sheet_drafts WHERE state = 'draft' LIMIT 1"),
    "/sources": one("SELECT id FROM sources WHERE text <> '' LIMIT 1"),
    "/allegations/[id]/responses/[responseId]": one("SELECT allegation_id, id FROM allegation_responses LIMIT 1"),
    "/allegations/[id]/complaints/[complaintId]": one("SELECT allegation_id, id FROM complaints LIMIT 1"),
    "/allegations": one("SELECT id FROM allegations LIMIT 1"),
    "/files": one("SELECT id FROM files WHERE state = 'kept' LIMIT 1"),
    "/rules": ["kz.arrest.counting"],
    "/admin/users": one("SELECT id FROM users WHERE role <> 'admin' LIMIT 1"),
  };
  db.close();
  const notPages = /^\/(_|api\/|health|icon)|^\/(sign-in|setup|invite)$/;
  return Object.keys(routeRights)
    .filter((route) => !notPages.test(route))
    .map((route) => {
      const values = [...(found[route] ?? found[route.replace(/\/\[.*$/, "")] ?? [])];
      const address = route.replace(/\[\w+\]/g, () => values.shift() ?? "missing");
      if (route.endsWith("/merge")) return `${address}?into=${values.shift() ?? ""}`;
      if (route === "/files/new") return `${address}?type=case&id=${found["/cases"]?.[0] ?? ""}`;
      return route === "/allegations/new" ? `${address}?case=${found["/cases"]?.[0] ?? ""}` : address;
    });
}
