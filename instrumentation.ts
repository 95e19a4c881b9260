/** Runs once when the server starts: opens storage and refuses to serve when anything is wrong (AU-11, DU-4). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/lib/web/prepare");
  await prepareServer();
}
