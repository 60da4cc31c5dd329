import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { Failure } from "./failure.mjs";
import { root } from "./root.mjs";

const task = (at) => `- [${at % 4 === 0 ? "x" : " "}] Step ${at} of the move is done and looked at by somebody else`;
/** One list of so many items, as people write them. */
const shapes = {
  "one line each": task,
  "nested three deep": (at) => `${"  ".repeat(at % 4)}${task(at)}`,
  "each with a second line and a bullet": (at) => `${task(at)}\n  as it was agreed\n  - see the runbook`,
};
const list = (items, shape = task, order = (lines) => lines) => `# The largest there is\n\n## Everything\n\n${order(Array.from({ length: items }, (_, at) => shape(at))).join("\n")}\n`;

/**
 * The same text read as an import reads it, in the thread that the server uses, and parsed whole by the parser alone, which
 * yields no item yet. In ms, the better of two runs of each.
 */
export async function readAgainstPlainParse(items) {
  const rows = [];
  for (const [shape, line] of Object.entries(shapes)) rows.push({ shape, ...(await compared(list(items, line), items)) });
  return rows;
}

/** The largest list written with its items the other way round, in the server's thread, and only read there. In ms, the better of two runs. */
export async function writeReversed(items) {
  const worker = new Worker(join(root, "bin", "document-worker.mjs"));
  const ask = async (task, input) => {
    worker.postMessage({ task, input });
    const [{ ok, value }] = await once(worker, "message");
    if (!ok) throw new Failure(`the long list could not be handed to ${task}.`);
    return value;
  };
  try {
    const bytes = new TextEncoder().encode(list(items));
    const { reading } = await ask("read", { bytes, take: [] });
    let groups = 0;
    const outline = reading.sections.map((section, from) => ({
      from, title: section.title, groups: section.groups.map((group) => ({ from: (groups += 1) - 1, title: group.title, items: group.items.map(({ key, text }) => ({ from: key, text, parent: null, state: null })).reverse() })),
    }));
    const view = { changed: true, items: {}, seats: {}, footer: null, notes: null, outline };
    const timed = (act) => better(async () => { const began = performance.now(); await act(); return performance.now() - began; });
    // Another text each time: one that was read lately is not read again.
    let turn = 0;
    const read = await timed(() => ask("read", { bytes: new TextEncoder().encode(`${list(items)}\n${(turn += 1)}\n`), take: [] }));
    return { read, write: await timed(() => ask("write", { reading, view })) };
  } finally {
    await worker.terminate();
  }
}

async function compared(text, items) {
  const ours = await better(async () => {
    const worker = new Worker(join(root, "bin", "document-worker.mjs"));
    try {
      const read = async (bytes) => {
        worker.postMessage({ task: "read", input: { bytes: new TextEncoder().encode(bytes), take: [] } });
        const [{ ok, value }] = await once(worker, "message");
        return ok && value.ok ? value.reading.counts.items : 0;
      };
      // Once to load the program, as the server has it loaded.
      await read("- [ ] one");
      const began = performance.now();
      if ((await read(text)) !== items) throw new Failure("the long list was not read whole.");
      return performance.now() - began;
    } finally {
      await worker.terminate();
    }
  });
  const plain = await better(() => {
    const began = performance.now();
    fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    return performance.now() - began;
  });
  return { ours, plain };
}

async function better(run) {
  return Math.min(await run(), await run());
}

/** How `/api/health` answers while the largest list is previewed, imported, compared with itself in another order, and merged. */
export async function healthWhile({ address, adminCookie }) {
  const half = (lines) => [...lines.slice(lines.length / 2), ...lines.slice(0, lines.length / 2)];
  const post = async (path, body) => {
    const answer = await fetch(`${address}/api/launches/${path}`, { method: "POST", body, headers: { cookie: adminCookie, origin: address, "content-type": "application/octet-stream" } });
    const said = await answer.json();
    if (!answer.ok) throw new Failure(`/api/launches/${path.split("?")[0]} answered ${answer.status}: ${said.sentence}`);
    return said;
  };
  const [text, moved] = [list(5_000), list(5_000, task, half)];
  // The first import loads its part of the server.
  await post("import?preview=true&file=a.md", list(10));
  let revision = 0;
  const rows = [];
  for (const [what, act] of [
    ["previewed", () => post("import?preview=true&file=a.md", text)],
    ["imported", () => post("import?file=a.md&slug=largest&name=&zone=UTC", text)],
    ["compared with what is here", async () => ({ revision } = await post("largest/import?preview=true&file=b.md", moved))],
    ["merged into what is here", () => post(`largest/import?file=b.md&revision=${revision}&answers=2`, `{}${moved}`)],
  ]) rows.push({ what, ...(await during(`${address}/api/health`, act)) });
  return rows;
}

/** Asks one address over and over until `act` is done. */
async function during(url, act) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = [];
  let done = false;
  const began = performance.now();
  const acting = act().finally(() => (done = true));
  while (!done) times.push(await get(url, agent));
  await acting;
  const took = performance.now() - began;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { answers: times.length, p50: times[times.length >> 1], p99: times[Math.floor(times.length * 0.99)], most: times.at(-1), took };
}

function get(url, agent) {
  const began = performance.now();
  return new Promise((done, fail) => {
    const sent = request(url, { agent }, (response) => {
      response.resume();
      response.on("end", () => done(performance.now() - began));
    });
    sent.on("error", fail);
    sent.end();
  });
}
