import type { NextRequest } from "next/server";
import { beginInput, FileProblem } from "@/lib/model/file";
import { sweepUploads } from "@/lib/services/file-sweep";
import { beginUpload } from "@/lib/services/file-uploads";
import { readBody } from "@/lib/web/body";
import { answered, asActor } from "@/lib/web/file-answer";

const MOST = 16 * 1024;

/** Announces a file: its name, its length and the record that it is for. Answers the id that its parts are sent to, and how much of it is here. */
export function POST(request: NextRequest): Promise<Response> {
  return asActor(request, async (actor) => {
    const text = await readBody(request, MOST);
    if (text === undefined) throw new FileProblem("too_large");
    const parsed = beginInput.safeParse(parse(text));
    if (!parsed.success) throw new FileProblem("unreadable");
    await sweepUploads();
    return answered(await beginUpload(actor, parsed.data));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
