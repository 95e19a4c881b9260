import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { preflight } from "./preflight";

/**
 * `npm test`: everything that must hold, step by step; `npm test -- lint unit` runs some of the steps. Each check counts as one test, the two
 * runners report theirs. The last line is `N passed, N failed`; the exit code says the same.
 */
type Count = { passed: number; failed: number };
/** What a runner says of one test that failed: where, its name, and why in a few lines. */
type Failure = { where: string; why: string };
type Step = { name: string; command: readonly string[]; report?: () => Count; failures?: () => readonly Failure[] };

const REPORTS = path.join(".cache", "reports");
const unitReport = path.join(REPORTS, "unit.json");
const browserReport = path.join(REPORTS, "browser.json");

const steps: readonly Step[] = [
  { name: "lock", command: ["node", "scripts/check-lock.mjs"] },
  { name: "route-types", command: ["next", "typegen"] },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "lint", command: ["eslint", "--max-warnings=0", "--cache", "--cache-location", ".cache/eslint/", "."] },
  { name: "unit", command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`], report: () => vitestCount(), failures: () => vitestFailures() },
  { name: "build", command: ["next", "build"] },
  { name: "routes", command: ["tsx", "--conditions=react-server", "scripts/routes.ts", "--check"] },
  { name: "browser", command: ["playwright", "test"], report: () => playwrightCount(), failures: () => playwrightFailures() },
];

function vitestCount(): Count {
  const { numPassedTests, numFailedTests, numFailedTestSuites, success } = JSON.parse(readFileSync(unitReport, "utf8")) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number; success: boolean };
  const failed = numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites));
  return { passed: numPassedTests, failed };
}

function playwrightCount(): Count {
  const { stats, errors } = JSON.parse(readFileSync(browserReport, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

function vitestFailures(): Failure[] {
  const { testResults } = JSON.parse(readFileSync(unitReport, "utf8")) as { testResults: { name: string; status: string; message: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[] };
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(process.cwd(), name);
    const tests = assertionResults.filter((test) => test.status === "failed").map(({ fullName, failureMessages }) => ({ where: `${file} › ${fullName}`, why: failureMessages.join("\n") }));
    return tests.length || status !== "failed" ? tests : [{ where: file, why: message }];
  });
}

type Suite = { title: string; suites?: Suite[]; specs?: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[] };

function playwrightFailures(): Failure[] {
  const { suites, errors } = JSON.parse(readFileSync(browserReport, "utf8")) as { suites: Suite[]; errors: { message?: string }[] };
  const within = (suite: Suite, above: string): Failure[] => {
    const where = above ? `${above} › ${suite.title}` : suite.title;
    const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected" || status === "flaky")
        .map(({ results }) => ({ where: `${where} › ${title}`, why: results.flatMap(({ error }) => error?.message ?? []).join("\n") })),
    );
    return [...own, ...(suite.suites ?? []).flatMap((inner) => within(inner, where))];
  };
  return [...errors.map(({ message }) => ({ where: "playwright", why: message ?? "" })), ...suites.flatMap((suite) => within(suite, ""))];
}

/** A long run scrolls away, and where only its end is kept this is all that says what has to be mended. */
function tell(step: Step) {
  for (const { where, why } of reported(step.failures) ?? []) console.log(`\n✗ ${step.name}: ${where}\n${why.split("\n").slice(0, 12).join("\n")}`);
}

async function run({ name, command, report }: Step): Promise<Count> {
  console.log(`\n▶ ${name}: ${command.join(" ")}`);
  const began = performance.now();
  const code = await exitCodeOf(command);
  const seconds = Math.round((performance.now() - began) / 1000);
  const count = reported(report) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  console.log(`${count.failed ? "✗" : "✓"} ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return count;
}

function reported<T>(report: (() => T) | undefined): T | undefined {
  try {
    return report?.();
  } catch {
    // The runner died before it wrote its report: its exit code counts.
    return undefined;
  }
}

const exitCodeOf = ([tool = "", ...args]: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const [program, given] = tool === "node" ? [process.execPath, args] : ["npx", ["--no-install", tool, ...args]];
    const child = spawn(program, given, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" } });
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });

preflight();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${steps.map(({ name }) => name).join(", ")}`);
  process.exit(64);
}
const total: Count = { passed: 0, failed: 0 };
const broken: Step[] = [];
for (const step of steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
  const count = await run(step);
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed) broken.push(step);
  // A browser test of a build that failed would test yesterday's build.
  if (step.name === "build" && count.failed) break;
}
broken.forEach(tell);
if (broken.length) console.log(`\nFailed: ${broken.map(({ name }) => name).join(", ")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
