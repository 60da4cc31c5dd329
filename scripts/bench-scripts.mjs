import { gzipSync } from "node:zlib";

/** The JavaScript a page asks for at its first paint: how many files, how many bytes, and how many gzipped. */
export async function scriptBytes(address, html) {
  const sources = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, source]) => source));
  let [raw, gzip] = [0, 0];
  for (const source of sources) {
    const body = Buffer.from(await (await fetch(new URL(source, address))).arrayBuffer());
    raw += body.length;
    gzip += gzipSync(body).length;
  }
  return { files: sources.size, raw, gzip };
}
