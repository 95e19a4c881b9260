/** Ends with a sentence that says what to do when this Node cannot run Erkin (better-sqlite3 needs Node-API 10). */
export function preflight(): void {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 14)) return;
  console.error(`Erkin needs Node 22.14 or newer; this is ${process.version}. On Linux x64 run it through npm (npm start), elsewhere install Node 24 LTS.`);
  process.exit(1);
}
