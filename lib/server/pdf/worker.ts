import path from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { version } from "@/package.json";
import type { Report } from "@/lib/report/report";
import { printReport } from "./print-report";

/** The program of the thread that prints one report. It is bundled into `bin/`, and the fonts lie in `node_modules` beside that. */
async function main(): Promise<void> {
  const modules = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "node_modules");
  const report = workerData as Report; // makePdf gives nothing else
  const bytes = await printReport(report, { modules, creator: `Readiness ${version}` });
  parentPort?.postMessage(bytes);
}

await main();
