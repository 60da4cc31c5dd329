import { Failure } from "./failure.mjs";
import { isEnding } from "./lifetime.mjs";

const live = process.stdout.isTTY === true;

/** Does `work` as one step: its name, what it answers (a few words, or nothing) and its time. Throws what `work` throws. */
export async function step(name, work) {
  if (isEnding()) throw new Failure("stopped.");
  const began = performance.now();
  if (live) process.stdout.write(`  … ${name}`);
  try {
    const words = await work();
    line("✓", name, began, words);
  } catch (error) {
    if (!isEnding()) line("✗", name, began);
    throw error;
  }
}

/** One line of a step that is over. */
export function line(sign, name, began, words = "") {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`${live ? "\r\x1b[K" : ""}  ${sign} ${name.padEnd(12)} ${seconds.padStart(6)} s  ${words ?? ""}`.trimEnd() + "\n");
}
