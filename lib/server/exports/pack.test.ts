import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { addLink } from "../commands/evidence";
import { attachFile } from "../commands/files";
import { setWork } from "../commands/items";
import { addNote } from "../commands/settings";
import { eraseShownText } from "../commands/erase";
import { readHistory } from "../queries/history";
import { databaseNow } from "../queries/launches";
import { statusOf } from "../queries/status";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { bytes, relisted, text, zip, type Files } from "../testing/packs";
import { done, scene, signNow } from "../testing/scene";
import { exportPack } from "./pack";
import { verifyPack } from "./verify-pack";

ownDatabase();

let pack: Uint8Array;
let files: Files;
let checkpoints: { seq: number; hash: string }[];
let launchId: string;
let slug: string;

beforeAll(async () => {
  const at = await scene();
  slug = at.slug;
  const { id: item, version } = await itemNow(slug, "Backups");
  done(await setWork(at.engineer, { launch: slug, item, work: "done", reason: null, version }));
  done(await addLink(at.engineer, { launch: slug, item, title: "<b>drill</b>", url: "https://ci.example.com/1", trueOn: (await databaseNow()).slice(0, 10), validDays: null }));
  done(await attachFile(at.engineer, { launch: slug, item, name: "drill.pdf", trueOn: null, validDays: null }, bytes("the drill's own bytes")));
  const noted = done(await addNote(at.engineer, { launch: slug, kind: "risk", text: "a note to be erased" }));
  done(await eraseShownText(at.admin, { launch: slug, place: { seq: noted.after.state.revision, path: "0.after.text" }, bytes: false }));
  const signed = done(await signNow(at.holder, slug, at.seat, "no-go", "the restore was never tried"));
  checkpoints = [{ seq: signed.after.state.revision, hash: signed.head }];
  launchId = signed.after.state.launch.id;
  const made = await exportPack(launchId, await databaseNow());
  if (!made) throw new Error("no pack");
  pack = made;
  files = unzipSync(pack);
});

describe("an honest pack", () => {
  test("verifies by itself, and says what it could and could not check", async () => {
    const check = await verifyPack(pack);
    expect(check).toMatchObject({ fault: null, events: checkpoints[0]?.seq, head: checkpoints[0]?.hash, signatures: 1 });
    expect(check.missing).toEqual({ erased: 1, unrecorded: 0, erasedSignatures: 0, files: 1, document: null, maker: null, packedAgain: false, newestCheckpoint: null });
    expect(await verifyPack(pack, checkpoints)).toMatchObject({ fault: null, missing: { newestCheckpoint: checkpoints[0]?.seq } });
  });

  test("shows the figures of the page, and its page has no script and takes nothing for markup", async () => {
    const { status, at } = JSON.parse(text(files["state.json"])) as { status: object; at: string };
    const { at: _, ...now } = statusOf(await launchNow(slug));
    expect(status).toEqual(JSON.parse(JSON.stringify({ ...now, at })));
    const page = text(files["index.html"]);
    expect(page).toContain("&lt;b&gt;drill&lt;/b&gt;");
    const { judgement, people } = await launchNow(slug);
    for (const { since, who } of judgement.reasons) {
      expect(page).toContain(`<td>${who.map((id) => people[id]?.name).join(", ")}</td><td>${since.slice(0, 19).replace("T", " ")} UTC</td>`);
    }
    expect(page).not.toMatch(/<script|<b>|src=|href=/i);
  });

  test("is the same for the same moment, byte for byte, and an older moment's is a beginning of it", async () => {
    const { at } = JSON.parse(text(files["manifest.json"])) as { at: string };
    expect(Buffer.from((await exportPack(launchId, at)) ?? []).equals(Buffer.from(pack))).toBe(true);
    const { events } = await readHistory(launchId, { limit: 100 });
    const older = await exportPack(launchId, events.find(({ seq }) => seq === 3)?.at ?? "");
    expect(await verifyPack(older ?? new Uint8Array())).toMatchObject({ fault: null, events: 3 });
    expect(text(files["events.jsonl"]).startsWith(text(unzipSync(older ?? new Uint8Array())["events.jsonl"]))).toBe(true);
  });
});

describe("a pack that was tampered with", () => {
  test("names the file of any byte that was flipped", async () => {
    for (const [file, content] of Object.entries(files)) {
      const step = Math.max(1, Math.floor(content.length / 12));
      for (let at = 0; at < content.length; at += step) {
        const forged = content.slice();
        forged[at] = (forged[at] ?? 0) ^ 1;
        const { fault } = await verifyPack(zip({ ...files, [file]: forged }));
        expect(fault, `${file}, byte ${at}`).not.toBeNull();
        if (file !== "manifest.json") expect(fault?.file, `${file}, byte ${at}`).toBe(file);
      }
    }
  });

  test("names a file that was left out or put in", async () => {
    for (const file of Object.keys(files)) {
      const { [file]: _, ...rest } = files;
      expect((await verifyPack(zip(rest))).fault?.file).toBe(file);
    }
    expect((await verifyPack(zip({ ...files, "extra.html": bytes("<p>") }))).fault).toMatchObject({ file: "extra.html" });
    expect((await verifyPack(bytes("no zip at all"))).fault).toMatchObject({ file: "the pack" });
    expect((await verifyPack(new Uint8Array())).fault).not.toBeNull();
  });

  test("names the event of any field that was changed, although the manifest lists the forged bytes", async () => {
    const lines = text(files["events.jsonl"]).trimEnd().split("\n");
    let tried = 0;
    for (const [index, line] of lines.entries()) {
      // The import's event has hundreds of fields: every third of them.
      for (const [nth, forged] of leavesChanged(line).entries()) {
        if (index === 0 && nth % 3 !== 0) continue;
        const all = lines.map((one, at) => (at === index ? forged : one));
        const { fault } = await verifyPack(relisted({ ...files, "events.jsonl": bytes(`${all.join("\n")}\n`) }));
        expect(fault, `event ${index + 1}, field ${nth}`).toMatchObject({ file: "events.jsonl" });
        // A forged number is found by the number itself.
        if (!forged.includes(`"seq":${index + 1000}`)) expect(`${fault?.entry} `, `event ${index + 1}, field ${nth}`).toMatch(/^(event|line) \d+/);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(150);
  });

  test("names the field of any other JSON that was changed, although the manifest lists the forged bytes", async () => {
    for (const file of ["state.json", "signatures.json", "evidence.json", "manifest.json"]) {
      const forgeries = leavesChanged(text(files[file]));
      const step = file === "state.json" ? 3 : 1;
      for (let nth = 0; nth < forgeries.length; nth += step) {
        const forged = { ...files, [file]: bytes(`${JSON.stringify(JSON.parse(forgeries[nth] ?? ""), null, 1)}\n`) };
        const { fault } = await verifyPack(file === "manifest.json" ? zip(forged) : relisted(forged));
        expect(fault, `${file}, field ${nth}`).not.toBeNull();
        // A forged moment or name changes what is made of it: it shows there first.
        if (file === "signatures.json" || file === "evidence.json") expect(fault, `${file}, field ${nth}`).toMatchObject({ file, entry: expect.stringMatching(/^\d+/) as string });
      }
    }
  });

  test("whose tail was cut off looks honest by itself, says so, and is found against a checkpoint", async () => {
    const { events } = await readHistory(launchId, { limit: 100 });
    const short = await exportPack(launchId, events.find(({ seq }) => seq === 4)?.at ?? "");
    expect(await verifyPack(short ?? new Uint8Array())).toMatchObject({ fault: null, missing: { newestCheckpoint: null } });
    expect((await verifyPack(short ?? new Uint8Array(), checkpoints)).fault).toMatchObject({ file: "events.jsonl", what: "events after it are missing" });
    expect((await verifyPack(pack, [{ seq: 2, hash: "0".repeat(64) }])).fault).toMatchObject({ entry: "event 2", what: "it is not the event of the checkpoint that was kept elsewhere" });
  });
});

/** The JSON with one value changed, once for each value in it. */
function leavesChanged(json: string): string[] {
  const out: string[] = [];
  const root = { value: JSON.parse(json) as unknown };
  const walk = (holder: Record<string, unknown>): void => {
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value === "object" && value !== null) {
        walk(value as Record<string, unknown>); // an object or a list, walked by its keys
        continue;
      }
      holder[key] = typeof value === "string" ? `${value}x` : typeof value === "number" ? value + 1000 : typeof value === "boolean" ? !value : "x";
      out.push(JSON.stringify(root.value));
      holder[key] = value;
    }
  };
  walk(root);
  return out;
}
