import { gzipSync } from "node:zlib";

/** The JavaScript a page asks for at its first paint: how many files, how many bytes, and how many gzipped. */
export async function scriptBytes(address, html) {
  // `nomodule` is for browsers that this page is not for: no other one fetches it.
  const tags = [...html.matchAll(/<script[^>]+src="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
  const sources = new Set(tags.map(([, source]) => source));
  let [raw, gzip] = [0, 0];
  for (const source of sources) {
    const body = Buffer.from(await (await fetch(new URL(source, address))).arrayBuffer());
    raw += body.length;
    gzip += gzipSync(body).length;
  }
  return { files: sources.size, raw, gzip };
}
