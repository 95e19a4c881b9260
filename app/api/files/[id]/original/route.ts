import type { NextRequest } from "next/server";
import { disposition, downloadName } from "@/lib/model/file";
import { openOriginal } from "@/lib/services/file-custody";
import { asActor } from "@/lib/web/file-answer";
import { goesOn, streamed } from "@/lib/web/file-stream";

/** The original, byte for byte, always to be saved and never to be opened in the browser. */
export const GET = (request: NextRequest, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  asActor(
    request,
    async (actor) => {
      const opened = await openOriginal(actor, (await params).id, goesOn(request));
      const { name, type, verdict } = opened.row;
      return streamed(opened, request, { "Content-Type": "application/octet-stream", "Content-Disposition": disposition(downloadName(name, type, verdict)) });
    },
    { changes: false },
  );
