import { request as ask } from "node:http";
import { given } from "./database";
import { statusOf } from "./launch";
import { somebody } from "./people";
import { expect, test } from "./test";

/** As many items as there may be, in one list. */
function largest(): string {
  const lines = Array.from({ length: 5_000 }, (_, at) => `- [${at % 4 === 0 ? "x" : " "}] Step ${at} of the move is done and looked at by somebody else`);
  return `# The largest there is\n\n## Everything\n\n${lines.join("\n")}\n`;
}

/** One request for the process's health: how long it took, in ms. */
function health(): Promise<number> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const sent = ask(`${given("E2E_ADDRESS")}/api/health`, (answer) => {
      answer.resume();
      answer.on("end", () => (answer.statusCode === 200 ? done(performance.now() - began) : fail(new Error(`health answered ${answer.statusCode}`))));
    });
    sent.on("error", fail);
    sent.end();
  });
}

/** Within all limits, and still more than a minute's work: brackets that might all begin links, behind a comment that makes the quick look before take them for code. */
function endless(): string {
  const lines = Array.from({ length: 100 }, () => `- [ ] ${"[".repeat(4_900)}${"](".repeat(2_400)}`);
  return ["<!--", "```", "-->", "", ...lines].join("\n");
}

/** Asks for the process's health, again and again, until `act` is done. */
async function healthDuring<Answer>(act: Promise<Answer>): Promise<{ answer: Answer; took: number[] }> {
  let done = false;
  const acting = act.finally(() => (done = true));
  const took: number[] = [];
  while (!done) took.push(await health());
  return { answer: await acting, took };
}

test("limits: while the largest checklist is read, the server goes on answering, and then it is there whole", async ({ open }) => {
  const page = await open(await somebody("Operator", { admin: true }));
  await page.goto("/launches/new");
  const origin = new URL(page.url()).origin;
  const slug = `largest-${crypto.randomUUID().slice(0, 8)}`;
  const post = (query: string, text = largest()) => page.request.post(`/api/launches/import?file=largest.md&${query}`, { data: Buffer.from(text), headers: { origin, "content-type": "application/octet-stream" }, timeout: 120_000 });

  await test.step("reading it", async () => {
    const { answer, took } = await healthDuring(post("preview=true"));
    expect(answer.status()).toBe(200);
    // One that came in first and kept the only thread would have been answered before any of them: the last is after it.
    expect(took.length, "answers while it was read").toBeGreaterThan(10);
    const most = Math.max(...took);
    test.info().annotations.push({ type: "health while reading", description: `${took.length} answers, the slowest after ${most.toFixed(0)} ms` });
    console.log(`health while 5,000 items are read: ${took.length} answers, the slowest after ${most.toFixed(0)} ms`);
  });

  await test.step("a file that would take minutes is given up, and others are answered all the while", async () => {
    const { answer, took } = await healthDuring(post(`slug=${slug}&name=&zone=UTC`, endless()));
    expect([answer.status(), ((await answer.json()) as { sentence: string }).sentence]).toEqual([422, expect.stringContaining("takes too long to work through")]);
    expect(took.length, "answers while it was tried").toBeGreaterThan(10);
  });

  await test.step("importing it", async () => {
    const created = await post(`slug=${slug}&name=&zone=UTC`);
    expect([created.status(), await created.json()]).toMatchObject([201, { items: 5_000 }]);
    expect((await statusOf(slug)).numbers.claimed).toMatchObject({ done: 1_250, of: 5_000 });
  });
});
