import type { NextRequest } from "next/server";
import { FileProblem, FORM_LIMIT, type FileProblemCode, type FileSubject } from "@/lib/model/file";
import { fileSubjects } from "@/lib/model/vocabularies";
import { receiveForm } from "@/lib/services/file-form";
import { paced } from "@/lib/services/upload-pace";
import { asActor, fileHeaders, problemOf } from "@/lib/web/file-answer";
import { readMultipart } from "@/lib/web/multipart";

/** Room for the fields beside the file. */
const FIELDS = 64 * 1024;

/** A file from a plain form, for browsers without JavaScript. Whatever goes wrong comes back to the page with its reason. */
export function POST(request: NextRequest): Promise<Response> {
  return asActor(request, async (actor) => {
    let subject: FileSubject | undefined;
    try {
      if (Number(request.headers.get("content-length") ?? 0) > FORM_LIMIT + FIELDS) throw new FileProblem("too_large");
      const { fileId } = await readMultipart(request.headers, paced(request.body, FORM_LIMIT + FIELDS), ({ fields, name, file }) => {
        subject = subjectOf(fields);
        return receiveForm(actor, { subject, name, isProtected: fields.get("isProtected") === "on" }, file);
      });
      return goTo(`/files/${fileId}`);
    } catch (error) {
      const problem = problemOf(error);
      subject ??= fromReferrer(request);
      if (problem === undefined || !subject) throw error;
      return goTo(`/files/new?${new URLSearchParams({ type: subject.type, id: subject.id, problem }).toString()}`, problem);
    }
  });
}

function subjectOf(fields: Map<string, string>): FileSubject {
  const type = fileSubjects.find((each) => each === fields.get("type"));
  const id = fields.get("id") ?? "";
  if (!type || !/^[0-9a-z-]{1,64}$/.test(id)) throw new FileProblem("unreadable");
  return { type, id };
}

/** The record whose page the form stood on, where the form broke off before it said so. */
function fromReferrer(request: NextRequest): FileSubject | undefined {
  const address = request.headers.get("referer") ?? "";
  if (!URL.canParse(address)) return undefined;
  const { searchParams } = new URL(address);
  try {
    return subjectOf(new Map(searchParams));
  } catch {
    return undefined;
  }
}

/** A body that was not read to its end must not be taken for the next request on the same line. */
const goTo = (address: string, problem?: FileProblemCode): Response => new Response(null, { status: 303, headers: fileHeaders({ Location: address, ...(problem ? { Connection: "close" } : {}) }) });
