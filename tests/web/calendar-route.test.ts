import { NextRequest } from "next/server";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { forgetAllowances } from "@/lib/services/calculator-allowance";
import { listFeeds, makeFeed, revokeFeed } from "@/lib/services/calendar-feeds";
import { aCase, aRuling } from "../support/records";
import { freshWorld, monitor, setNow } from "../support/world";

const network = vi.hoisted(() => ({ address: "198.51.100.7" }));
vi.mock("next/headers", () => ({ headers: () => Promise.resolve(new Headers({ "x-forwarded-for": network.address })) }));

let token: string;
beforeEach(async () => {
  await freshWorld();
  forgetAllowances();
  setNow("2019-10-25T09:00:00+06:00");
  await aRuling([await aCase({ name: "Кенаров" })]);
  ({ token } = await makeFeed(monitor, { name: "", kinds: ["release"], whose: "teams", password: "" }));
});

const asked = (name: string, headers: Record<string, string> = {}) => GET(new NextRequest(`http://127.0.0.1:3000/api/calendar/${name}`, { headers }), { params: Promise.resolve({ token: name }) });

describe("the address of a calendar", () => {
  it("answers without a cookie, is kept nowhere, and is not sent again unchanged", async () => {
    const answer = await asked(`${token}.ics`);
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control"), answer.headers.get("content-disposition")]).toEqual([200, "text/calendar; charset=utf-8", "no-store", 'attachment; filename="calendar.ics"']);
    const body = await answer.text();
    expect(body).toContain("ALA-2019-0001 · release expected");
    expect(body).not.toContain("Кенаров");
    const etag = answer.headers.get("etag") ?? "";
    const again = await asked(token, { "if-none-match": `W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  it("looks the same where it is unknown, revoked, or no token at all", async () => {
    await revokeFeed(monitor, { feedId: (await listFeeds(monitor))[0]?.id ?? "" });
    const answers = await Promise.all([asked(token), asked("x".repeat(43)), asked("no-token"), asked("%00"), asked(`${token}.ics`)]);
    for (const answer of answers) expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([404, "", "no-store"]);
  });

  it("is not there to be guessed: a network that asks too often must wait, others need not", async () => {
    let last: Response | undefined;
    for (let n = 0; n < 100 && last?.status !== 429; n++) last = await asked("y".repeat(43));
    expect([last?.status, Number(last?.headers.get("retry-after")) > 0]).toEqual([429, true]);
    network.address = "203.0.113.9";
    expect((await asked(token)).status).toBe(200);
  });
});
