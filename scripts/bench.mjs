import { runTool } from "./tool.mjs";

// npm run bench: what a signed-in viewer's pages cost, as ratios to bare floors measured in the same run on the same machine; and what
// reading the largest documents does to everybody else.
await runTool(async ({ onChild }) => {
  const { openStage } = await import("./bench-stage.mjs");
  const { measure } = await import("./bench-load.mjs");
  const { scriptBytes } = await import("./bench-scripts.mjs");
  const stage = await openStage({ onChild });
  const seconds = Number(process.env.BENCH_SECONDS ?? 4);
  const rows = [];
  for (const page of ["", "/checklist"]) {
    const path = `/launches/a4co${page}`;
    const recorded = await stage.record(path);
    const floors = await stage.floors(recorded);
    const measured = {};
    // In turn and twice, keeping the better: a machine that is busy for a moment does not decide.
    for (const [name, address] of [["app", `${stage.address}${path}`], ["bytes", floors.bytes], ["sql", floors.sql]]) {
      const runs = [];
      for (let run = 0; run < 2; run += 1) runs.push(await measure(address, { cookie: stage.cookie, seconds, connections: 8 }));
      measured[name] = runs.reduce((best, one) => (one.perSecond > best.perSecond ? one : best));
    }
    await floors.stop();
    const scripts = await scriptBytes(stage.address, recorded.body.toString("utf8"));
    rows.push({ page: page || "/ (overview)", recorded, measured, scripts });
  }
  for (const { page, recorded, measured: { app, bytes, sql }, scripts } of rows) {
    const percent = (floor) => `${((100 * app.perSecond) / floor.perSecond).toFixed(1)} %`;
    const line = (name, { perSecond, p50, p95 }) =>
      `  ${name.padEnd(34)} ${perSecond.toFixed(0).padStart(7)} /s   p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms`;
    console.log(`\n${page}: ${recorded.body.length} bytes of HTML, ${scripts.files} scripts of ${scripts.raw} bytes (${scripts.gzip} gzipped)`);
    console.log(line("this page, signed in", app));
    console.log(line("bare server, same bytes", bytes));
    console.log(line("bare server, same SQL, same bytes", sql));
    console.log(`  of the bare server ${percent(bytes)}, of the bare server with SQL ${percent(sql)}`);
    if (app.errors + bytes.errors + sql.errors > 0) console.log(`  NOT VALID: ${app.errors} + ${bytes.errors} + ${sql.errors} answers were errors`);
  }
  console.log(`\n8 connections, ${seconds} s each, better of two runs; Node ${process.version}, ${(await import("node:os")).cpus().length} cores, load from the same machine.`);
  await printDocuments(stage);
});

/** What reading a long list costs, and whom it keeps waiting. */
async function printDocuments(stage) {
  const { readAgainstPlainParse, healthWhile, writeReversed } = await import("./bench-documents.mjs");
  console.log("\n4,000 items in one list, read as an import reads them and parsed whole by the parser alone:");
  for (const { shape, ours, plain } of await readAgainstPlainParse(4_000)) {
    console.log(`  ${shape.padEnd(38)} read ${ours.toFixed(0).padStart(6)} ms   plain parse ${plain.toFixed(0).padStart(6)} ms   ${(plain / ours).toFixed(1)} : 1${ours < 2_000 ? "" : "   TOO SLOW: it shall take under 2 s"}`);
  }
  const { read, write } = await writeReversed(5_000);
  console.log(`5,000 items written the other way round, and read again to be sure of it: ${write.toFixed(0)} ms, ${(write / read).toFixed(1)} times what reading them costs`);
  for (const { what, answers, p50, p99, most, took } of await healthWhile(stage)) {
    console.log(`/api/health while 5,000 items are ${what} (${took.toFixed(0)} ms): ${answers} answers, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(0)} ms, slowest ${most.toFixed(0)} ms${most < 200 ? "" : "  TOO SLOW: it shall stay under 200 ms"}`);
  }
}
