import type { NextRequest } from "next/server";
import { openPreview } from "@/lib/services/file-custody";
import { asActor } from "@/lib/web/file-answer";
import { goesOn, streamed } from "@/lib/web/file-stream";

/** The copy that is shown: pixels drawn anew, or a recording without what was told beside it. */
export const GET = (request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  asActor(
    request,
    async (actor) => {
      const opened = await openPreview(actor, (await params).id, goesOn(request));
      return streamed(opened, request, { "Content-Type": opened.row.previewType });
    },
    { changes: false },
  );
