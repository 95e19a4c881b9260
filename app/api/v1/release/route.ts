import { methodsOf } from "@/lib/web/api/handler";
import { computeRelease } from "@/lib/web/api/release";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf(computeRelease);
