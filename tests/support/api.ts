import { NextRequest } from "next/server";
import * as allegation from "@/app/api/v1/allegations/[id]/route";
import * as allegations from "@/app/api/v1/allegations/route";
import * as moments from "@/app/api/v1/cases/[id]/moments/route";
import * as oneCase from "@/app/api/v1/cases/[id]/route";
import * as cases from "@/app/api/v1/cases/route";
import * as counts from "@/app/api/v1/events/[id]/counts/route";
import * as event from "@/app/api/v1/events/[id]/route";
import * as events from "@/app/api/v1/events/route";
import * as person from "@/app/api/v1/people/[id]/route";
import * as people from "@/app/api/v1/people/route";
import * as places from "@/app/api/v1/places/route";
import * as release from "@/app/api/v1/release/route";
import { apiScopes, type ApiScope } from "@/lib/model/api";
import type { AudienceProfile } from "@/lib/model/destination";
import type { Actor } from "@/lib/model/permissions";
import type { ConsentPurpose } from "@/lib/model/vocabularies";
import { issueToken } from "@/lib/services/api-tokens";
import { coordinator } from "./world";

export const ORIGIN = "http://127.0.0.1:3000";

/** Every route module under app/api/v1 with an operation in the contract, by its path. */
export const modules = {
  "/cases": cases,
  "/cases/{id}": oneCase,
  "/cases/{id}/moments": moments,
  "/people": people,
  "/people/{id}": person,
  "/allegations": allegations,
  "/allegations/{id}": allegation,
  "/events": events,
  "/events/{id}": event,
  "/events/{id}/counts": counts,
  "/places": places,
  "/release": release,
};

export type Asking = { method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS"; token?: string | undefined; body?: unknown; raw?: string; headers?: Record<string, string> };

/** Asks the handler of an address as Next.js would; `path` is without `/api/v1`. */
export async function ask(path: string, { method = "GET", token, body, raw, headers = {} }: Asking = {}): Promise<Response> {
  const [bare = ""] = path.split("?");
  const [, list = "", id, further] = bare.split("/");
  const pattern = ["", list, ...(id === undefined ? [] : ["{id}"]), ...(further === undefined ? [] : [further])].join("/") as keyof typeof modules;
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new NextRequest(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: { ...(sent === undefined ? {} : { "content-type": "application/json" }), ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  });
  return modules[pattern][method](request, { params: Promise.resolve(id === undefined ? undefined : { id }) });
}

/** A token for a program of this actor. */
export const tokenOf = async (actor: Actor = coordinator, { scopes = [...apiScopes], profile = "internal", purpose = "statistics" }: { scopes?: ApiScope[]; profile?: AudienceProfile; purpose?: ConsentPurpose } = {}): Promise<string> =>
  (await issueToken(actor, { name: "a tool", scopes, profile, purpose, days: "30" })).token;

export const readOnly = apiScopes.filter((scope) => !scope.endsWith(":write"));
