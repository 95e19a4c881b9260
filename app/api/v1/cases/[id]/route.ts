import { getCase, updateCase } from "@/lib/web/api/cases";
import { methodsOf } from "@/lib/web/api/handler";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf(getCase, updateCase);
