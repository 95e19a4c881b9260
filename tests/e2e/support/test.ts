import { test as base, expect, type Page } from "@playwright/test";
import { makeCommands } from "../../support/commands";
import { Server } from "./server";

type Fixtures = { server: Server; complaints: string[]; guarded: void };

/** A page that a test asked for and that is rightly refused shows up in the console; nothing else may. */
const RIGHTLY = /Failed to load resource: the server responded with a status of (400|401|403|404|409|429)/;

/** Collects what must not happen on a page: errors in the console (a violated content policy is one), requests to elsewhere, answers of 500. */
export function listen(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" && !RIGHTLY.test(message.text())) complaints.push(`${page.url()} ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (hostname !== "127.0.0.1" && !["data:", "blob:"].includes(protocol)) complaints.push(`a request left the house: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
}

/** One server at a time, which each file makes `fresh` for itself; each test fails on whatever `listen` collects. */
export const test = base.extend<Omit<Fixtures, "server">, Pick<Fixtures, "server">>({
  // Playwright wants the first argument destructured, even when it holds nothing.
  server: [async ({}, use) => {
    const takeAway = await makeCommands();
    const server = new Server();
    await use(server);
    await server.dispose();
    takeAway();
  }, { scope: "worker" }],
  complaints: async ({}, use) => use([]),
  guarded: [async ({ context, complaints }, use) => {
    context.on("page", (page) => listen(page, complaints));
    await use();
    expect(complaints).toEqual([]);
  }, { auto: true }],
});

export { expect };
