import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { Change } from "@/lib/domain/state";
import { eraseShownText } from "../commands/erase";
import { attachFile } from "../commands/files";
import { setWork } from "../commands/items";
import { addNote } from "../commands/settings";
import { databaseNow } from "../queries/launches";
import { ownDatabase } from "../testing/database";
import { itemNow } from "../testing/launch-now";
import { bytes, relisted, rewritten, sourceOf, text, type Files } from "../testing/packs";
import { done, scene, signNow } from "../testing/scene";
import { exportPack, packOf } from "./pack";
import type { PackSource } from "./pack-files";
import { verifyPack } from "./verify-pack";

ownDatabase();
let pack: Uint8Array;
let files: Files;
let source: PackSource;
let signed: { seq: number; hash: string };
let holder: string;

beforeAll(async () => {
  const at = await scene();
  holder = at.holder.id;
  const { id: item, version } = await itemNow(at.slug, "Backups");
  done(await setWork(at.engineer, { launch: at.slug, item, work: "done", reason: null, version }));
  done(await attachFile(at.engineer, { launch: at.slug, item, name: "drill.pdf", trueOn: null, validDays: null }, bytes("eight by")));
  const signature = done(await signNow(at.holder, at.slug, at.seat, "no-go", "the restore was never tried"));
  signed = { seq: signature.after.state.revision, hash: signature.head };
  const noted = done(await addNote(at.engineer, { launch: at.slug, kind: "risk", text: "a note to be erased" }));
  done(await eraseShownText(at.admin, { launch: at.slug, place: { seq: noted.after.state.revision, path: "0.after.text" }, bytes: false }));
  done(await addNote(at.engineer, { launch: at.slug, kind: "risk", text: "Caf\u00e9 is closed" }));
  pack = (await exportPack(noted.after.state.launch.id, await databaseNow())) ?? new Uint8Array();
  files = unzipSync(pack);
  source = sourceOf(files);
});

const packed = async (events: PackSource["events"]) => verifyPack(await packOf({ ...source, events }));

describe("a signature forged with the whole program, every hash made anew", () => {
  const altered = (over: Record<string, unknown>) => (changes: readonly Change[]) => changes.map((change) => (change.entity === "signOff" ? { ...change, after: { ...change.after, ...over } } : change));

  test("is found by itself: by another person, at another time, by other rules, over another state, for no seat of theirs", async () => {
    expect(await packed(rewritten(source.events, signed.seq, () => ({})))).toMatchObject({ fault: null, signatures: 1 });
    const stranger = source.events[0]?.actorId ?? "";
    const forgeries: [string, (changes: readonly Change[]) => Change[], object][] = [
      ["the signature names another person than the one who acted", altered({ byId: stranger }), {}],
      ["who signed did not speak for the seat", altered({ byId: stranger }), { actorId: stranger }],
      ["the signature names another time than its event", altered({ at: "2026-01-01T00:00:00.000Z" }), {}],
      ["the signature names other rules than those of then", altered({ rule: 2 }), {}],
      ["the digest is not that of what was signed", altered({ digest: "0".repeat(64) }), {}],
      ["the digest is not that of what was signed", altered({ material: { items: {} } }), {}],
      ["it makes a signature without signing", altered({}), { kind: "item.work" }],
    ];
    for (const [what, alter, over] of forgeries) {
      const { fault } = await packed(rewritten(source.events, signed.seq, ({ changes }) => ({ ...over, changes: alter(changes) })));
      expect(fault, what).toMatchObject({ file: "events.jsonl", entry: `event ${signed.seq}`, what });
    }
    // The state before it told otherwise: an item that was done was not.
    const before = rewritten(source.events, signed.seq - 2, ({ changes }) => ({ changes: changes.map((change) => ({ ...change, after: { ...change.after, work: "in-progress" } })) }));
    expect((await packed(before)).fault).toMatchObject({ entry: `event ${signed.seq}`, what: "what was signed is not the state that stood before it" });
    // A later event that turns a no-go into a go, or takes it away.
    const id = source.events[signed.seq - 1]?.changes[0]?.id ?? "";
    for (const after of [{ position: "go", version: 2 }, null]) {
      const turned = rewritten(source.events, source.events.length, ({ changes }) => ({ changes: [...changes, { entity: "signOff" as const, id, before: { version: 1 }, after }] }));
      expect((await packed(turned)).fault).toMatchObject({ what: after ? "it changes a signature that was given" : "it takes a signature away" });
    }
  });

  test("that keeps to all rules of form looks honest by itself, and is found against the checkpoint", async () => {
    const forged = rewritten(source.events, signed.seq, ({ changes }) => ({ changes: altered({ position: "abstain" })(changes) }));
    expect(await packed(forged)).toMatchObject({ fault: null });
    expect((await verifyPack(await packOf({ ...source, events: forged }), [signed])).fault).toMatchObject({ entry: `event ${signed.seq}`, what: "it is not the event of the checkpoint that was kept elsewhere" });
    expect(holder).toBe(source.events[signed.seq - 1]?.actorId);
  });
});

describe("what lies beside the events", () => {
  test("a text taken out as if it were erased is told apart from one that an event erased", async () => {
    expect((await verifyPack(pack)).missing).toMatchObject({ erased: 1, unrecorded: 0 });
    const hidden = source.events.map((event) => (event.seq === signed.seq ? { ...event, texts: event.texts.map((one) => (one.path.endsWith(".reason") ? { ...one, text: null } : one)) } : event));
    expect((await packed(hidden)).missing).toMatchObject({ erased: 2, unrecorded: 1 });
    // To make an event say that it erased it breaks the chain.
    const said = hidden.map((event) => (event.kind === "text.erased" ? { ...event, beside: { erased: [...(event.beside?.erased ?? []), `${signed.seq}/0.after.reason`] } } : event));
    expect((await packed(said)).fault).toMatchObject({ what: "it does not have the hash that was recorded" });
  });

  test("another document is found although everything was made from it anew, and one taken out is said", async () => {
    const other = await packOf({ ...source, document: bytes(text(files["document.md"]).replace("Restore tested", "Restore teste\u0301d")) });
    expect((await verifyPack(other)).fault).toMatchObject({ file: "document.md", what: "it is not the document that the events name" });
    expect(await verifyPack(await packOf({ ...source, document: null }))).toMatchObject({ fault: null, missing: { document: "absent" } });
    expect((await verifyPack(pack)).missing.document).toBeNull();
  });

  test("a text in another normal form of Unicode is another text", async () => {
    const events = source.events.map((event) => ({ ...event, texts: event.texts.map((one) => ({ ...one, text: one.text?.normalize("NFD") ?? null })) }));
    expect((await packed(events)).fault).toMatchObject({ entry: `event ${source.events.length}, 0.after.text`, what: "a text is not what the event commits to" });
  });
});

describe("a pack read in two ways is none", () => {
  const events = () => text(files["events.jsonl"]);
  const withEvents = (words: string) => verifyPack(relisted({ ...files, "events.jsonl": bytes(words) }));

  test("names written twice, numbers written otherwise and fields that nobody reads are found in the line that holds them", async () => {
    for (const [from, to] of [
      ['"seq":2,', '"seq":1,"seq":2,'], ['"seq":2,', '"seq":2.0,'], ['"seq":2,', '"seq":2e0,'], ['"seq":2,', '"seq":2,"note":"approved",'],
      ['"kind":"member.joined"', '"kind":"member\\u002ejoined"'], ['"version":1', '"version":1.0'],
    ] as const) {
      expect(events()).toContain(from);
      expect((await withEvents(events().replace(from, to))).fault, to).toMatchObject({ file: "events.jsonl", entry: expect.stringMatching(/^line \d+/) as string });
    }
    expect((await withEvents(events().replaceAll("\n", "\r\n"))).fault).toMatchObject({ file: "events.jsonl" });
    expect((await withEvents(`\uFEFF${events()}`)).fault).toMatchObject({ file: "events.jsonl" });
    const state = text(files["state.json"]).replace('"names": {', '"names": {},\n "names": {');
    expect((await verifyPack(relisted({ ...files, "state.json": bytes(state) }))).fault).toMatchObject({ file: "state.json" });
  });

  test("a page or a document changed alone is found, also under the name of another version as far as that can be", async () => {
    for (const [file, from, to] of [["index.html", "no-go", "go"], ["checklist.md", "[x]", "[ ]"]] as const) {
      const forged = text(files[file]).replace(new RegExp(from.replaceAll("[", "\\["), "i"), to);
      expect(forged).not.toBe(text(files[file]));
      expect((await verifyPack(relisted({ ...files, [file]: bytes(forged) }))).fault, file).toMatchObject({ file });
    }
    const older = (name: string) => text(files[name]).replace(`"maker": "${source.maker}"`, '"maker": "0.0.1"');
    const renamed = { ...files, "manifest.json": bytes(older("manifest.json")), "state.json": bytes(older("state.json")) };
    expect(await verifyPack(relisted(renamed))).toMatchObject({ fault: null, missing: { maker: "0.0.1" } });
    // A version from before a field existed says nothing of it, in the state as in the events.
    const fewer = older("state.json").replace(/\n *"(goLives|proofReason|workSince|endedAt)": null,/g, "");
    expect(fewer.length).toBeLessThan(older("state.json").length);
    expect(await verifyPack(relisted({ ...renamed, "state.json": bytes(fewer) }))).toMatchObject({ fault: null });
    for (const [from, to] of [[/("work": )"todo"/, '$1null'], ['"verdict": "no-go"', '"verdict": "go"'], ['"done": 1', '"done": 2'], ['"work": "todo"', '"work": "done"']] as const) {
      expect(older("state.json")).toMatch(from);
      expect((await verifyPack(relisted({ ...renamed, "state.json": bytes(older("state.json").replace(from, to)) }))).fault, to).toMatchObject({ file: "state.json" });
    }
    expect((await verifyPack(relisted({ ...renamed, "manifest.json": bytes(older("manifest.json").replace('"rule": 1', '"rule": 2')) }))).fault).toMatchObject({ file: "manifest.json" });
    expect((await verifyPack(relisted({ ...renamed, "events.jsonl": bytes(events().replace('"seq":2,', '"seq":2,"note":"approved",')) }))).fault).toMatchObject({ file: "events.jsonl" });
  });

  test("a moment before the last event, or one that is none, is refused", async () => {
    const at = (moment: string) => verifyPack(relisted({ ...files, "manifest.json": bytes(text(files["manifest.json"]).replace(source.at, moment)), "state.json": bytes(text(files["state.json"]).replace(source.at, moment)) }));
    expect((await at("2020-01-01T00:00:00.000Z")).fault).toMatchObject({ file: "manifest.json", entry: "at" });
    expect((await at("9999")).fault).toMatchObject({ file: "manifest.json" });
  });
});
