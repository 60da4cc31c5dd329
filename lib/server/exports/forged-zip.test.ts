import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { attachFile } from "../commands/files";
import { databaseNow } from "../queries/launches";
import { ownDatabase } from "../testing/database";
import { itemNow } from "../testing/launch-now";
import { bytes, text, zip, type Files } from "../testing/packs";
import { done, scene } from "../testing/scene";
import { exportPack } from "./pack";
import { verifyPack } from "./verify-pack";

ownDatabase();
let pack: Uint8Array;
let files: Files;

beforeAll(async () => {
  const at = await scene();
  const { id: item } = await itemNow(at.slug, "Backups");
  const attached = done(await attachFile(at.engineer, { launch: at.slug, item, name: "drill.pdf", trueOn: null, validDays: null }, bytes("eight by")));
  pack = (await exportPack(attached.after.state.launch.id, await databaseNow())) ?? new Uint8Array();
  files = unzipSync(pack);
});

describe("a zip that hides something", () => {
  const find = (zipped: Uint8Array) => verifyPack(zipped).then(({ fault }) => fault);
  const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
  /** The bytes of one name put in place of another of the same length, wherever they stand. */
  const called = (from: string, to: string, only?: "first" | "last") => {
    const out = Buffer.from(zip({ ...files, [from]: bytes("<p>approved</p>") }));
    const places = [out.indexOf(from, 0, "latin1"), out.lastIndexOf(from, undefined, "latin1")];
    for (const place of only === "first" ? places.slice(0, 1) : only === "last" ? places.slice(1) : places) out.write(to, place, "latin1");
    return Uint8Array.from(out);
  };

  const forgetting = (whole: Uint8Array, name: string) => {
    const entry = Buffer.from(whole).lastIndexOf(name, undefined, "latin1") - 46;
    const out = joined(whole.slice(0, entry), whole.slice(entry + 46 + name.length));
    const view = new DataView(out.buffer);
    const tail = out.length - 22;
    for (const at of [8, 10]) view.setUint16(tail + at, view.getUint16(tail + at, true) - 1, true);
    view.setUint32(tail + 12, view.getUint32(tail + 12, true) - 46 - name.length, true);
    return out;
  };

  test("an entry twice, one that climbs out, one of another case, one that the manifest does not list", async () => {
    // "indey.html" becomes a second "index.html": others would open the one, a check the other.
    expect(await find(called("indey.html", "index.html"))).toMatchObject({ file: "index.html", what: "it is in the zip twice" });
    expect(await find(called("aa/aa/x.html", "../../x.html"))).toMatchObject({ file: "../../x.html" });
    expect(await find(called("index.htmm", "Index.html"))).toMatchObject({ file: "Index.html" });
    expect(await find(zip({ ...files, "__proto__": bytes("{}"), constructor: bytes("{}") }))).not.toBeNull();
    expect(await find(zip({ ...files, "extra.html": bytes("<p>") }))).toMatchObject({ file: "extra.html", what: "the manifest does not list it" });
    const listed = JSON.stringify({ ...(JSON.parse(text(files["manifest.json"])) as object), files: { constructor: { sha256: "" } } });
    expect(await find(zip({ ...files, "manifest.json": bytes(listed) }))).toMatchObject({ file: "constructor", what: "it is missing" });
  });

  test("bytes before, between and behind its files, a cut directory, a header that says otherwise", async () => {
    expect(await find(joined(bytes("<script>"), pack))).not.toBeNull();
    expect(await find(joined(pack, bytes("<script>")))).toMatchObject({ file: "the pack" });
    expect(await find(joined(pack, pack))).not.toBeNull();
    for (const cut of [1, 22, 60, 400]) expect(await find(pack.slice(0, -cut)), `${cut} cut off`).toMatchObject({ file: "the pack" });
    expect(await find(called("index.htmm", "index.html", "first"))).toMatchObject({ what: "its own header says otherwise than the zip's directory" });
    // The directory forgets an entry, whose bytes stay where they were.
    const { "manifest.json": manifest = bytes(""), ...rest } = files;
    expect(await find(forgetting(zip({ ...files, "zz.html": bytes("<p>hidden</p>") }), "zz.html"))).toMatchObject({ file: "the pack", what: "something lies hidden in the zip behind its last file" });
    expect(await find(forgetting(zip({ "manifest.json": manifest, "zz.html": bytes("<p>hidden</p>"), ...rest }), "zz.html"))).toMatchObject({ what: "something lies hidden before it in the zip" });
  });

  test("one that unfolds to more than it says, or than a pack can hold, is not unfolded", async () => {
    const bomb = zipSync({ ...files, "big.html": new Uint8Array(64 * 1_048_576) });
    expect(await find(bomb)).toMatchObject({ file: "big.html" });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const entry = Buffer.from(bomb).lastIndexOf("big.html", undefined, "latin1") - 46;
    view.setUint32(entry + 24, 10, true);
    expect(await find(bomb)).not.toBeNull();
    view.setUint32(entry + 24, 0xffff_fff0, true);
    expect(await find(bomb)).toMatchObject({ file: "big.html", what: "it unfolds to more than a pack can hold" });
  });

  test("a pack that somebody only packed again holds", async () => {
    expect(await find(zipSync(files, { level: 9 }))).toBeNull();
    expect(await find(zip(files))).toBeNull();
    expect((await verifyPack(zip(files))).missing.packedAgain).toBe(true);
    expect((await verifyPack(pack)).missing.packedAgain).toBe(false);
  });

  test("no byte that was flipped anywhere in the zip goes unsaid: its entry is named, or that it was packed again where every file is whole", async () => {
    const entries = Object.keys(files);
    let harmless = 0;
    for (const at of bytesOfTheZipItself(pack)) {
      const forged = pack.slice();
      forged[at] = (forged[at] ?? 0) ^ (1 << (at % 8));
      const { fault, missing } = await verifyPack(forged);
      if (fault === null) harmless += 1;
      expect(fault !== null || missing.packedAgain, `byte ${at}`).toBe(true);
    }
    // Who made it, on which disk, in whose permissions it lies: a few bytes in the directory's 46 for each entry.
    expect(harmless).toBeLessThan(16 * entries.length);
  });

  test("a sum that is not the file's, a link or a folder instead of a file, a header that gives another size are named with their entry", async () => {
    const entry = Buffer.from(pack).lastIndexOf("index.html", undefined, "latin1") - 46;
    const own = Buffer.from(pack).indexOf("index.html", 0, "latin1") - 30;
    const set = (...places: [number, number][]) => {
      const out = pack.slice();
      for (const [at, to] of places) out[at] = to;
      return out;
    };
    const other = (at: number) => ((pack[at] ?? 0) + 1) % 256;
    expect(await find(set([entry + 16, other(entry + 16)], [own + 14, other(entry + 16)]))).toMatchObject({ file: "index.html", what: "its bytes do not add up to the sum that the zip gives" });
    expect(await find(set([own + 18, other(own + 18)]))).toMatchObject({ file: "index.html", what: "its own header says otherwise than the zip's directory" });
    expect(await find(set([entry + 41, 0xa1]))).toMatchObject({ file: "index.html", what: "it is no plain file" });
    expect(await find(set([entry + 38, 16]))).toMatchObject({ file: "index.html", what: "it is no plain file" });
  });
});

/** Where the headers of a zip's entries, its directory and its end lie: what is not the packed bytes of a file. */
function* bytesOfTheZipItself(zip: Uint8Array): Generator<number> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = view.getUint32(zip.length - 6, true);
  for (let at = 0; at < directory;) {
    const end = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const packed = view.getUint32(at + 18, true);
    while (at < end) yield at++;
    at += packed;
  }
  for (let at = directory; at < zip.length; at++) yield at;
}
