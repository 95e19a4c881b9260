import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Operation } from "@/lib/api/contract";
import { refuse } from "@/lib/model/errors";
import { submissionOf } from "@/lib/services/api-keys";
import { logApiRead } from "@/lib/services/api-log";
import type { Program } from "@/lib/services/api-tokens";
import type { FormMeta } from "@/lib/services/form-meta";
import { sha256 } from "@/lib/vault/keys";
import { apiHeaders, problem, problemOf } from "./answer";
import { readJson, readQuery } from "./asked";
import { admitProgram } from "./program";

type ReadBy<S> = S extends z.ZodType ? z.output<S> : undefined;
export type Asked<O extends Operation> = { program: Program; id: string; query: ReadBy<O["query"]>; body: ReadBy<O["body"]>; meta: FormMeta; request: NextRequest };
export type Told<O extends Operation> = { body: z.input<O["response"]>; /** How many records leave with it. */ records?: number; /** Where what was recorded stands, under `/api/v1`. */ location?: string | undefined };

/** Next.js has no parameters at all for an address without any. */
type Context = { params: Promise<Record<string, string> | undefined> };
type Answering = (request: NextRequest, context: Context) => Promise<Response>;
export type Handler = { operation: Operation; answer: Answering };

/** A handler of one operation: everything that all of them share stands here, in this order. */
export function handler<const O extends Operation>(operation: O, run: (asked: Asked<O>) => Promise<Told<O>>): Handler {
  const answer: Answering = async (request, { params }) => {
    const admitted = await admitProgram(request, operation);
    if (admitted instanceof Response) return admitted;
    const { program, headers } = admitted;
    const also = (refused: Response) => {
      for (const [name, value] of Object.entries(headers)) refused.headers.set(name, value);
      return refused;
    };
    const query = operation.query ? readQuery(operation.query, request.nextUrl.searchParams) : undefined;
    if (query instanceof Response) return also(query);
    const body = operation.body ? await readJson(request, operation.body) : undefined;
    if (body instanceof Response) return also(body);
    try {
      const meta = await metaOf(program, request, body?.text ?? "");
      const told = await run({ program, id: (await params)?.["id"] ?? "", query: query?.value, body: body?.value, meta, request } as Asked<O>);
      if (operation.method === "GET") await logApiRead(program, `GET ${operation.path}`, told.records ?? 1);
      return answered(request, operation, told, headers);
    } catch (error) {
      return problemOf(error, operation.body ? 422 : 400, headers);
    }
  };
  return { operation, answer };
}

const KEY = /^[\x21-\x7e]{1,200}$/;

async function metaOf(program: Program, request: NextRequest, text: string): Promise<FormMeta> {
  const key = request.headers.get("idempotency-key");
  if (key === null || request.method !== "POST") return {};
  if (!KEY.test(key)) throw refuse("Idempotency-Key", "unreadable");
  return { submission: await submissionOf(program, key, `${request.nextUrl.pathname}|${text}`) };
}

/** The tag of an answer: it changes with every byte. */
export const tagOf = (text: string): string => `"${sha256(text).slice(0, 32)}"`;

function answered(request: NextRequest, { tagged, status }: Operation, { body, location }: Told<Operation>, headers: Record<string, string>): Response {
  const text = JSON.stringify(body);
  const tag = tagged ? tagOf(text) : undefined;
  const all = apiHeaders({ ...headers, ...(tag ? { ETag: tag } : {}), ...(location ? { Location: `/api/v1${location}` } : {}) });
  if (tag && isKnown(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers: all });
  return new Response(text, { status, headers: { ...all, "Content-Type": "application/json; charset=utf-8" } });
}

const isKnown = (header: string | null, tag: string): boolean => header !== null && (header.trim() === "*" || header.split(",").some((each) => each.trim().replace(/^W\//, "") === tag));

/** The methods of one address: those described, HEAD beside GET, what is allowed on asking, and a refusal of everything else. */
export function methodsOf(...handlers: readonly Handler[]) {
  const by = new Map(handlers.map(({ operation, answer }) => [operation.method as string, answer]));
  const get = by.get("GET");
  const allowed = [...handlers.map(({ operation }) => operation.method), ...(get ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refused: Answering = () => Promise.resolve(problem(405, "method_not_allowed", { headers: { Allow: allowed } }));
  const of = (method: string): Answering => by.get(method) ?? refused;
  const head: Answering = async (request, context) => {
    const { status, headers } = await (get ?? refused)(request, context);
    return new Response(null, { status, headers });
  };
  const options: Answering = () => Promise.resolve(new Response(null, { status: 204, headers: apiHeaders({ Allow: allowed }) }));
  return { GET: of("GET"), HEAD: head, POST: of("POST"), PUT: of("PUT"), PATCH: of("PATCH"), DELETE: of("DELETE"), OPTIONS: options };
}
