import "server-only";
import { headers } from "next/headers";

/** The address that the request came from, for the guessing counters only; it is stored blinded. */
export async function networkOf(): Promise<string> {
  const forwarded = (await headers()).get("x-forwarded-for") ?? "";
  // The last hop is the one that our own server or its proxy wrote; earlier ones are whatever the client claimed.
  return forwarded.split(",").at(-1)?.trim() || "unknown";
}

const BROWSERS: [RegExp, string][] = [
  [/Firefox\//, "Firefox"],
  [/Edg\//, "Edge"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS/, "macOS"],
  [/Linux/, "Linux"],
];

/** "Firefox · Android": enough for its owner to recognise a session, too little to track anyone. */
export async function deviceOf(): Promise<string> {
  const agent = (await headers()).get("user-agent") ?? "";
  const name = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(agent))?.[1];
  return [name(BROWSERS), name(SYSTEMS)].filter(Boolean).join(" · ") || "?";
}
