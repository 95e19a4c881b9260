import { problem } from "@/lib/web/api/answer";

/** An address that the interface does not have, by whatever method: its own answer instead of a page. It says the same with a token and without. */
const missing = (): Response => problem(404, "not_found");

export const HEAD = (): Response => new Response(null, missing());
export { missing as GET, missing as POST, missing as PUT, missing as PATCH, missing as DELETE, missing as OPTIONS };
