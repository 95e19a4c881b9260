import { z } from "zod";
import { operations, type Operation } from "./contract";
import { components } from "./out-schemas";

type Json = { [key: string]: unknown };

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** What a schema says as JSON Schema 2020-12, with the shared parts named instead of repeated. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const name = schema.meta()?.id;
  if (name !== undefined) return ref(name);
  const { $schema: _, $defs: __, ...own } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return pointed(own) as Json;
}

/** Inside the document the shared parts stand elsewhere than in a schema of its own. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => (key === "$ref" && typeof inner === "string" ? [key, inner.replace("#/$defs/", "#/components/schemas/")] : [key, pointed(inner)])));
}

function sharedSchemas(): Json {
  const whole = (name: string, schema: z.ZodType): Json => {
    const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }) as Json & { $defs?: Record<string, Json> };
    const { id: __, ...said } = $defs?.[name] ?? own;
    return pointed(said) as Json;
  };
  return Object.fromEntries([...components].map(([name, schema]) => [name, whole(name, schema)]));
}

const header = (description: string): Json => ({ description, schema: { type: "string" } });
const parameter = (name: string, where: "path" | "query" | "header", schema: Json, description: string | undefined, required: boolean): Json => ({ name, in: where, required, ...(description ? { description } : {}), schema });
const problem = (description: string): Json => ({ description, content: { "application/problem+json": { schema: ref("Problem") } } });

const IF_NONE_MATCH = "The ETag of what is already known: 304 without a body where nothing changed";
const IF_MATCH = "The ETag of the case as it was read: 412 where it was changed meanwhile";
const IDEMPOTENCY = "At most 200 characters chosen by the program: a request that comes again with the same key and body is answered as the first time and changes nothing";

function parametersOf({ method, path, query, tagged, matched }: Operation): Json[] {
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => parameter(name, "path", { type: "string" }, undefined, true));
  const asked = query ? (schemaOf(query, "input")["properties"] as Record<string, Json>) : {};
  const queries = Object.entries(asked).map(([name, { description, ...schema }]) => parameter(name, "query", schema, description as string | undefined, false));
  return [
    ...ids,
    ...queries,
    ...(tagged ? [parameter("If-None-Match", "header", { type: "string" }, IF_NONE_MATCH, false)] : []),
    ...(matched ? [parameter("If-Match", "header", { type: "string" }, IF_MATCH, true)] : []),
    ...(method === "POST" && path !== operations.computeRelease.path ? [parameter("Idempotency-Key", "header", { type: "string", maxLength: 200 }, IDEMPOTENCY, false)] : []),
  ];
}

function responsesOf({ path, query, body, status, response, tagged, matched }: Operation): Json {
  const headers = { ...(tagged ? { ETag: header("Strong: changes with every byte of the answer") } : {}), ...(status === 201 ? { Location: header("Where the new record stands, where there is only one") } : {}) };
  return {
    [status]: { description: status === 201 ? "Recorded" : "Answered", ...(Object.keys(headers).length ? { headers } : {}), content: { "application/json": { schema: schemaOf(response, "output") } } },
    ...(tagged ? { 304: { description: "Not changed" } } : {}),
    ...(query || body ? { 400: problem("Not as described here; `problems` names the parts") } : {}),
    401: problem("No token, or one that does not work any more"),
    403: problem("The token, or its user, may not do this"),
    ...(path.includes("{") ? { 404: problem("Not there, or not for this user: which of the two is not told") } : {}),
    ...(matched ? { 412: problem("Changed meanwhile"), 428: problem("If-Match is missing") } : {}),
    ...(body ? { 413: problem("More than 1 MB"), 415: problem("Not application/json"), 422: problem("Read, but refused: `problems` names the fields; or an Idempotency-Key used before for something else") } : {}),
    429: { ...problem("Too much at once"), headers: { "Retry-After": header("Seconds to wait") } },
  };
}

const described = (operation: Operation): Json => ({
  operationId: operation.name,
  summary: operation.summary,
  ...(operation.scope ? { description: `Scope \`${operation.scope}\`; the user of the token must hold \`${operation.permission}\`.`, security: [{ token: [] }] } : { security: [] }),
  parameters: parametersOf(operation),
  ...(operation.body ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(operation.body, "input") } } } } : {}),
  responses: responsesOf(operation),
});

/** The OpenAPI 3.1 document of the API at `origin`, made of the schemas that its handlers parse and answer with. */
export function openApiDocument(origin: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of Object.values<Operation>(operations)) paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(operation) };
  return {
    openapi: "3.1.0",
    info: { title: "Erkin", version: "1", description: "Records of detentions, for programs. See docs/api.md.", license: { name: "GPL-3.0-or-later", identifier: "GPL-3.0-or-later" } },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: `${origin}/api/v1` }],
    paths,
    components: { schemas: sharedSchemas(), securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token made under Account → Tokens. Cookies are not read here." } } },
  };
}
