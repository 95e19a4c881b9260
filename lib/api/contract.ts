import type { z } from "zod";
import type { ApiScope } from "@/lib/model/api";
import type { Permission } from "@/lib/model/permissions";
import * as given from "./in-schemas";
import * as told from "./out-schemas";

type Schema = z.ZodType;
export type ApiMethod = "GET" | "POST" | "PATCH";

/** One method of one address: who may call it, what it reads and answers. Handlers parse with these schemas, and the OpenAPI document is made of them. */
export type Operation = {
  method: ApiMethod;
  /** Under `/api/v1`; ids in braces. */
  path: string;
  name: string;
  summary: string;
  /** What the token must be for; null where none is asked for. */
  scope: ApiScope | null;
  /** What the token's user must hold. */
  permission: Permission;
  query?: z.ZodObject;
  body?: Schema;
  status: 200 | 201;
  response: Schema;
  /** Answers with an ETag and obeys If-None-Match. */
  tagged?: true;
  /** Asks for If-Match. */
  matched?: true;
};

const operation = <const O extends Operation>(described: O): O => described;

export const operations = {
  listCases: operation({ method: "GET", path: "/cases", name: "listCases", summary: "Cases in the order in which they were recorded", scope: "cases:read", permission: "case.export", query: given.casesQuery, status: 200, response: given.casePage, tagged: true }),
  recordCase: operation({ method: "POST", path: "/cases", name: "recordCase", summary: "Records a detention, as the quick form does", scope: "cases:write", permission: "case.write", body: given.newCase, status: 201, response: given.casesRecorded }),
  getCase: operation({ method: "GET", path: "/cases/{id}", name: "getCase", summary: "Everything about one case", scope: "cases:read", permission: "case.export", status: 200, response: told.outCaseFile, tagged: true }),
  updateCase: operation({ method: "PATCH", path: "/cases/{id}", name: "updateCase", summary: "Changes what stands on the case itself", scope: "cases:write", permission: "case.write", body: given.caseChange, status: 200, response: given.caseChanged, matched: true }),
  recordMoment: operation({ method: "POST", path: "/cases/{id}/moments", name: "recordMoment", summary: "Records a moment of custody, such as a release", scope: "cases:write", permission: "case.write", body: given.newMoment, status: 201, response: given.casesRecorded }),
  listPeople: operation({ method: "GET", path: "/people", name: "listPeople", summary: "People in the order in which they were recorded", scope: "people:read", permission: "case.export", query: given.peopleQuery, status: 200, response: given.personPage, tagged: true }),
  recordPerson: operation({ method: "POST", path: "/people", name: "recordPerson", summary: "Records a person", scope: "people:write", permission: "person.write", body: given.newPerson, status: 201, response: given.personRecorded }),
  getPerson: operation({ method: "GET", path: "/people/{id}", name: "getPerson", summary: "One person", scope: "people:read", permission: "case.export", status: 200, response: told.outPerson, tagged: true }),
  listAllegations: operation({ method: "GET", path: "/allegations", name: "listAllegations", summary: "Allegations of ill-treatment in the order in which they were recorded", scope: "allegations:read", permission: "case.export", query: given.allegationsQuery, status: 200, response: given.allegationPage, tagged: true }),
  getAllegation: operation({ method: "GET", path: "/allegations/{id}", name: "getAllegation", summary: "One allegation", scope: "allegations:read", permission: "case.export", status: 200, response: told.outAllegation, tagged: true }),
  listEvents: operation({ method: "GET", path: "/events", name: "listEvents", summary: "Events in the order in which they were recorded", scope: "events:read", permission: "case.export", query: given.eventsQuery, status: 200, response: given.eventPage, tagged: true }),
  getEvent: operation({ method: "GET", path: "/events/{id}", name: "getEvent", summary: "One event with its cases, counts, allegations and sources", scope: "events:read", permission: "case.export", status: 200, response: told.outEventFile, tagged: true }),
  listCounts: operation({ method: "GET", path: "/events/{id}/counts", name: "listCounts", summary: "Who counted how many at an event", scope: "events:read", permission: "case.export", status: 200, response: given.countPage, tagged: true }),
  listPlaces: operation({ method: "GET", path: "/places", name: "listPlaces", summary: "Places that a case can be recorded at", scope: "cases:write", permission: "place.read", status: 200, response: given.placePage, tagged: true }),
  computeRelease: operation({ method: "POST", path: "/release", name: "computeRelease", summary: "The engine: when somebody must be free, with the reasons", scope: "release:compute", permission: "calculator.use", body: given.releaseRequest, status: 200, response: given.releaseAnswers }),
} as const satisfies Record<string, Operation>;

/** Where the document about all this stands; it needs no token and tells nothing of what is recorded. */
export const DOCUMENT_PATH = "/openapi.json";
