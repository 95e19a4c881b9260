import { getAllegation } from "@/lib/web/api/records";
import { methodsOf } from "@/lib/web/api/handler";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf(getAllegation);
