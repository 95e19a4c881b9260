import { methodsOf } from "@/lib/web/api/handler";
import { listPlaces } from "@/lib/web/api/records";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methodsOf(listPlaces);
