import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Thread } from "./thread";

const folder = mkdtempSync(path.join(tmpdir(), "readiness-thread-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread whose program answers what `acts` make of the bytes' first letter. */
function threadThat(acts: string, { waiting = 4, memory = 64 } = {}): Thread {
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, `import { existsSync } from "node:fs";
    import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ input }) => {
      const said = new TextDecoder().decode(input.bytes);
      const give = (value) => parentPort.postMessage({ ok: true, value });
      ${acts}
    });`);
  return new Thread({ place: () => file, waiting, memory });
}
const source = (said: string) => ({ bytes: new TextEncoder().encode(said), take: [] });
const ask = (thread: Thread, said: string, limit = 30_000) => thread.run("read", source(said), limit);

describe("a thread that reads documents", () => {
  test("ends a task that never ends at its limit, and the next one is done", async () => {
    const thread = threadThat("if (said === 'loop') for (;;); else give(said);");
    const [lost, next] = await Promise.all([ask(thread, "loop", 300), ask(thread, "next")]);
    expect(lost).toEqual({ done: false, why: "document-too-slow" });
    expect(next).toEqual({ done: true, value: "next" });
  });

  test("ends an expression that backtracks for ever as well", async () => {
    const thread = threadThat("if (said === 'regex') /^(a+)+$/.test('a'.repeat(60) + 'b'); else give(said);");
    expect(await ask(thread, "regex", 300)).toEqual({ done: false, why: "document-too-slow" });
    expect(await ask(thread, "next")).toEqual({ done: true, value: "next" });
  });

  test("leaves the server's own thread free while it works", async () => {
    const sign = path.join(folder, "sign");
    const thread = threadThat(`while (!existsSync(${JSON.stringify(sign)})); give(said);`);
    const answer = ask(thread, "busy");
    // The task ends only when this thread, long after it was given away, finds the time to let it.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    writeFileSync(sign, "");
    expect(await answer).toEqual({ done: true, value: "busy" });
  });

  test("does tasks one after another, in their order, and turns away what is too many", async () => {
    const thread = threadThat("setTimeout(() => give(said), 20);", { waiting: 2 });
    const all = await Promise.all(["1", "2", "3", "4"].map((said) => ask(thread, said)));
    expect(all).toEqual([{ done: true, value: "1" }, { done: true, value: "2" }, { done: true, value: "3" }, { done: false, why: "readers-busy" }]);
    expect(await ask(thread, "5")).toEqual({ done: true, value: "5" });
  });

  test("loses a task that wants all memory, and not the process", async () => {
    const thread = threadThat("if (said === 'heavy') { const all = []; for (;;) all.push(new Array(100_000).fill(said + all.length)); } else give(said);");
    expect(await ask(thread, "heavy")).toEqual({ done: false, why: "document-too-heavy" });
    expect(await ask(thread, "next")).toEqual({ done: true, value: "next" });
  });

  test("passes a fault on as an error, also when the thread ends by itself, and goes on", async () => {
    const thread = threadThat("if (said === 'exit') process.exit(0); else if (said === 'fault') parentPort.postMessage({ ok: false, name: 'TypeError', message: 'no such word', stack: 'here' }); else give(said);");
    await expect(ask(thread, "fault")).rejects.toThrow("no such word");
    await expect(ask(thread, "exit")).rejects.toThrow("ended by itself");
    expect(await ask(thread, "next")).toEqual({ done: true, value: "next" });
  });

  test("takes a stack that overflowed for a document that asks too much", async () => {
    const thread = threadThat("parentPort.postMessage({ ok: false, name: 'RangeError', message: 'Maximum call stack size exceeded', stack: '' });");
    expect(await ask(thread, "deep")).toEqual({ done: false, why: "document-too-heavy" });
  });
});
