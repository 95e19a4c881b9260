// Refuses a lockfile that would make `npm ci` fail on another machine: every entry needs a version and
// an integrity, and every optional (platform) dependency that a package names must be locked too.
import { readFileSync } from "node:fs";

const packages = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

function locked(from, name) {
  for (let at = from; ; ) {
    const entry = packages[`${at ? `${at}/` : ""}node_modules/${name}`];
    if (entry) return entry;
    if (!at) return undefined;
    const cut = at.lastIndexOf("node_modules/");
    at = cut <= 0 ? "" : at.slice(0, cut - 1);
  }
}

const problems = [];
for (const [path, entry] of Object.entries(packages)) {
  if (path && (!entry.version || (!entry.integrity && !entry.link && !entry.inBundle))) problems.push(`${path}: no version or integrity`);
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !locked(path, name)?.version);
  if (missing.length) problems.push(`${path} ${entry.version} lacks ${missing.join(", ")}`);
}
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
