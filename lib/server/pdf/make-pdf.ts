import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Report } from "@/lib/report/report";
import { inTurn } from "../in-turn";
import { once } from "../once";

/** Most time for one report, in ms: 5,000 items take some ten seconds on a slow machine. */
const limit = 120_000;
/** Most memory for one report, in MiB. */
const memory = 1_024;

/** Where the thread's program lies; the command line, which is run from anywhere, says where its own is. */
const place = () => once("pdf.place", () => ({ file: path.join(process.env.READINESS_ROOT ?? process.cwd(), "bin", "pdf-worker.mjs") }));

export function printReportsWith(file: string): void {
  place().file = file;
}

/**
 * A report as a PDF, printed in a thread of its own and one at a time: setting thousands of lines would keep everybody
 * waiting for seconds. The thread ends with its report and gives its memory back.
 * @throws Error when it cannot be printed within its time and memory
 */
export function makePdf(report: Report): Promise<Uint8Array> {
  return inTurn("pdf", () => print(report));
}

function print(report: Report): Promise<Uint8Array> {
  const worker = new Worker(place().file, { workerData: report, resourceLimits: { maxOldGenerationSizeMb: memory } });
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The report was not printed within ${limit / 1000} s.`));
    }, limit);
    // The thread answers once, with the file.
    worker.once("message", (bytes: Uint8Array) => resolve(bytes));
    worker.once("error", (error) => reject(error instanceof Error ? error : new Error(String(error))));
    worker.once("exit", () => {
      clearTimeout(timer);
      reject(new Error("The thread that prints reports ended by itself."));
    });
  }).finally(() => worker.terminate());
}
