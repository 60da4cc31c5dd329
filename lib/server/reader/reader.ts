import { statSync } from "node:fs";
import path from "node:path";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { once } from "../once";
import type { Source, Tasks } from "./tasks";
import { Thread } from "./thread";

/** Most time for reading a file, in ms (trust 9, issue "Limits and bad input"); merging compares two of the largest with a launch. */
const limits: Record<keyof Tasks, number> = { convert: 5_000, read: 5_000, preview: 5_000, firstRows: 5_000, planMerge: 20_000, applyMerge: 20_000, write: 20_000, holds: 10_000 };
/** Most tasks that wait for one thread. */
const mostWaiting = 16;

/** Where the thread's program lies; the command line, which is run from anywhere, says where its own is. */
const place = () => once("reader.place", () => ({ file: path.join(process.env.READINESS_ROOT ?? process.cwd(), "bin", "document-worker.mjs") }));

export function readDocumentsWith(file: string): void {
  place().file = file;
}

/**
 * What somebody brings and what is kept are read in threads of their own: a file that takes all its time makes others wait
 * that bring one, and no page or export of a launch.
 */
export type Lane = "brought" | "kept";

function thread(lane: Lane): Thread {
  return once(`reader.${lane}`, () => {
    const waiting = lane === "brought" ? mostWaiting : Infinity;
    if (process.env.NODE_ENV === "production") return new Thread({ place: () => place().file, waiting });
    let began = 0;
    const made = () => statSync(place().file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    return new Thread({ waiting, changed: () => made() !== began, place: () => { began = made(); return place().file; } });
  });
}

/**
 * Runs a task in its thread.
 * @throws Error when the task threw: a fault of ours, unlike a refusal
 */
export async function runTask<N extends keyof Tasks>(lane: Lane, task: N, input: Parameters<Tasks[N]>[0]): Promise<{ done: true; value: ReturnType<Tasks[N]> } | Refusal> {
  const ran = await thread(lane).run(task, input, limits[task]);
  return ran.done ? ran : refuse(ran.why);
}

export type Read = { allowed: true; reading: Extract<ReturnType<Tasks["read"]>, { ok: true }>["reading"] } | Refusal;

/** Reads a document (`readDocument`), or says why it cannot be read. */
export async function readSource(lane: Lane, source: Source): Promise<Read> {
  const ran = await runTask(lane, "read", source);
  if (!("done" in ran)) return ran;
  return ran.value.ok ? { allowed: true, reading: ran.value.reading } : refuse("bad-document", { sentence: ran.value.sentence });
}
