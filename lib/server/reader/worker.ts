import { parentPort } from "node:worker_threads";
import type { Answer, Question } from "./thread";
import { tasks, type Tasks } from "./tasks";

// The thread's own program, bundled by itself into bin/document-worker.mjs: one task after another, as they come.
parentPort?.on("message", ({ task, input }: Question<keyof Tasks>) => {
  parentPort?.postMessage(answerTo(task, input));
});

function answerTo(task: keyof Tasks, input: unknown): Answer {
  try {
    // `Thread.run` pairs each task with its own input; the union of all of them cannot say so.
    return { ok: true, value: (tasks[task] as (input: unknown) => unknown)(input) };
  } catch (error) {
    const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, name, message, stack };
  }
}
