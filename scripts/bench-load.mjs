import { Agent, request } from "node:http";

/**
 * Asks one address of this machine over `connections` kept-alive connections for `seconds`, after a second of warming up.
 * @returns {Promise<{ perSecond: number, p50: number, p95: number, errors: number }>} times in milliseconds
 */
export async function measure(address, { cookie, seconds, connections }) {
  const url = new URL(address);
  if (!["127.0.0.1", "[::1]", "localhost"].includes(url.hostname)) throw new Error("Loads are aimed at this machine only.");
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const run = async (until, times) => {
    let errors = 0;
    const worker = async () => {
      while (performance.now() < until) {
        const began = performance.now();
        const status = await get(url, agent, cookie);
        if (status === 200) times.push(performance.now() - began);
        else errors += 1;
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    return errors;
  };
  await run(performance.now() + 1_000, []);
  const times = [];
  const began = performance.now();
  const errors = await run(began + seconds * 1_000, times);
  const took = (performance.now() - began) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / took, p50: at(0.5), p95: at(0.95), errors };
}

function get(url, agent, cookie) {
  return new Promise((done) => {
    const sent = request(url, { agent, headers: { cookie, accept: "text/html", "accept-encoding": "gzip" } }, (response) => {
      response.resume();
      response.on("end", () => done(response.statusCode));
      response.on("error", () => done(0));
    });
    sent.on("error", () => done(0));
    sent.end();
  });
}
