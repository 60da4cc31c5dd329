import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { differenceBetween, readLaunchAt } from "../queries/at";
import { exportLaunch, formats } from "../exports/export";
import { exportPack } from "../exports/pack";
import { verifyPack } from "../exports/verify-pack";
import { readHistory } from "../queries/history";
import { databaseNow } from "../queries/launches";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { done, scene, signNow } from "../testing/scene";
import { addLink } from "./evidence";
import { eraseShownFile, eraseShownText } from "./erase";
import { attachFile } from "./files";
import { setWork } from "./items";
import { decide } from "./poll";
import { addNote } from "./settings";
import { undo } from "./undo";
import { decideWaiver, requestWaiver } from "./waivers";

const database = ownDatabase();
const secret = "the \"root\" password is\nhunter2";
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Every text of the database that a dump would hold, as one. */
async function everything(): Promise<string> {
  const { rows } = await database.owner().query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
  const dumps: string[] = [];
  for (const { name } of rows) {
    const { rows: [row] } = await database.owner().query<{ text: string }>(`SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM "${name}" t`);
    dumps.push(row?.text ?? "");
  }
  return dumps.join("\n");
}

test("a secret pasted into a reason is gone from rows, history, exports and pack, and all of them still verify", async () => {
  const { slug, admin, engineer, holder, seat } = await scene();
  const of = async (text: string) => {
    const { id: item, version } = await itemNow(slug, text);
    return { launch: slug, item, version };
  };
  // Blocked by it, waived by it, linked by it, signed over it, decided with it.
  const blocked = done(await setWork(engineer, { ...(await of("Backups")), work: "blocked", reason: secret }));
  done(await requestWaiver(engineer, { ...(await of("Restore")), reason: secret, control: "watched by hand", endsAt: inDays(3) }));
  const [waiver] = Object.values((await launchNow(slug)).state.waiver);
  done(await decideWaiver(admin, { launch: slug, waiver: waiver?.id ?? "", approve: true, reason: null, version: 1 }));
  done(await addLink(engineer, { launch: slug, item: (await of("Restore")).item, title: secret, url: "https://ci.example.com/1", trueOn: (await databaseNow()).slice(0, 10), validDays: null }));
  done(await signNow(holder, slug, seat, "no-go", secret));
  done(await decide(admin, { launch: slug, outcome: "no-go", reason: null, verdictSeen: "no-go" }));
  done(await setWork(engineer, { ...(await of("Backups")), work: "in-progress", reason: null }));
  const before = await launchNow(slug);
  expect(await everything()).toContain("hunter2");

  const place = { launch: slug, place: { seq: blocked.after.state.revision, path: "0.after.workReason" }, bytes: false };
  expect(await eraseShownText(engineer, place)).toMatchObject({ why: "not-permitted" });
  expect(await eraseShownText({ ...admin, admin: false }, place)).toMatchObject({ why: "not-permitted" });
  expect(await eraseShownText(admin, { ...place, place: { ...place.place, path: "0.after.nothing" } })).toMatchObject({ why: "unknown-text" });
  const erased = done(await eraseShownText(admin, place));
  expect(await eraseShownText(admin, place)).toMatchObject({ why: "already-erased" });

  expect(await everything()).not.toContain("hunter2");
  const launch = await launchNow(slug);
  expect(JSON.stringify(launch)).not.toContain("hunter2");
  for (const format of formats) {
    const { bytes } = await exportLaunch(launch, format);
    const parts = format === "pack" ? Object.values(unzipSync(bytes)) : [bytes];
    for (const part of parts) expect(Buffer.from(part).toString(), format).not.toContain("hunter2");
  }
  expect(Object.values(launch.state.waiver)[0]).toMatchObject({ reason: "[erased]", control: "watched by hand", state: "active" });
  expect(Object.values(launch.state.signOff)[0]).toMatchObject({ reason: "[erased]", position: "no-go" });

  expect(await verifyLaunch(slug)).toMatchObject({ fault: null, events: launch.state.revision });
  const checked = await verifyPack((await exportPack(launch.state.launch.id, await databaseNow())) ?? new Uint8Array());
  expect(checked).toMatchObject({ fault: null, signatures: 0 });
  expect(checked.missing.erasedSignatures).toBe(1);
  expect(checked.missing.erased).toBeGreaterThan(4);
  // A past moment is shown as it was, but for the words.
  const past = await readLaunchAt(launch, before.judgement.at);
  if (!past) throw new Error("there was a launch then");
  expect(past.judgement.verdict).toBe(before.judgement.verdict);
  expect(JSON.stringify(differenceBetween(past, launch))).not.toContain("hunter2");
  const { events: [event] } = await readHistory(launch.state.launch.id, { limit: 1 });
  expect(event).toMatchObject({ kind: "text.erased", actorId: admin.id, seq: erased.after.state.revision });
  expect(await undo(admin, { launch: slug, revision: erased.after.state.revision })).toMatchObject({ why: "not-undoable" });
});

test("only the very same text is erased, also one that no row holds any more", async () => {
  const { slug, admin, engineer } = await scene();
  const noted = done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region" }));
  done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region only" }));
  done(await undo(engineer, { launch: slug, revision: (await launchNow(slug)).state.revision }));
  const gone = noted.after.state.revision + 1;
  done(await eraseShownText(admin, { launch: slug, place: { seq: gone, path: "0.after.text" }, bytes: false }));
  expect(Object.values((await launchNow(slug)).state.note).map(({ text }) => text)).toEqual(["One region"]);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null, erased: 2 });
});

test("a row that was changed past the history is found, erased texts or not", async () => {
  const { slug, admin, engineer } = await scene();
  const noted = done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region" }));
  done(await eraseShownText(admin, { launch: slug, place: { seq: noted.after.state.revision, path: "0.after.text" }, bytes: false }));
  const { id } = await itemNow(slug, "Restore");
  await database.owner().query("UPDATE items SET text = 'Restore skipped' WHERE id = $1", [id]);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: { what: `the item ${id} is not what the history leads to` } });
});

test("an attached file's bytes and name go, its digest stays, and everything still verifies", async () => {
  const { slug, admin, engineer, holder, seat } = await scene();
  const { id: item } = await itemNow(slug, "Backups");
  const attach = async (name: string) => done(await attachFile(engineer, { launch: slug, item, name, trueOn: null, validDays: null }, new TextEncoder().encode("hunter2 in a file")));
  await attach("hunter2.txt");
  const attached = await attach("again hunter2.txt");
  done(await signNow(holder, slug, seat, "no-go", "not yet"));
  const hash = Object.values(attached.after.state.evidence)[0]?.fileHash ?? "";
  expect(await eraseShownFile(engineer, { launch: slug, hash })).toMatchObject({ why: "not-permitted" });
  expect(await eraseShownFile(admin, { launch: slug, hash: "0".repeat(64) })).toMatchObject({ why: "unknown-evidence" });
  done(await eraseShownFile(admin, { launch: slug, hash }));
  expect(await everything()).not.toContain("hunter2");
  const { rows } = await database.owner().query("SELECT FROM file_contents WHERE sha256 = $1", [hash]);
  expect(rows).toEqual([]);
  expect(Object.values((await launchNow(slug)).state.evidence)).toMatchObject([{ fileHash: hash, title: "[erased]" }, { fileHash: hash, title: "[erased]" }]);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  expect(await verifyPack((await exportPack(attached.after.state.launch.id, await databaseNow())) ?? new Uint8Array())).toMatchObject({ fault: null });
  expect(await eraseShownFile(admin, { launch: slug, hash })).toMatchObject({ why: "already-erased" });
});
