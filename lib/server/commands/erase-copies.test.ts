import { expect, test } from "vitest";
import { exportPack } from "../exports/pack";
import { verifyPack } from "../exports/verify-pack";
import { lookAtErasing } from "../queries/erasing";
import { databaseNow } from "../queries/launches";
import { readEvent, readHistory } from "../queries/history";
import { verifyLaunch } from "../queries/verify";
import { reads } from "../db";
import { newId } from "../digest";
import { readMoved } from "../queries/moved";
import { createLaunch } from "./create-launch";
import { addMeasurements } from "./proof";
import { findVisit, openSession, type Actor, type Visit } from "../sessions";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { joined, launchFrom, password, person, smallChecklist } from "../testing/people";
import { done, scene, signNow } from "../testing/scene";
import { eraseShownText, eraseText } from "./erase";
import { eraseShownPerson } from "./erase-person";
import { attachFile } from "./files";
import { importAgain, planImportAgain } from "./import-again";
import { setWork } from "./items";
import { addNote } from "./settings";
import { signIn } from "./sign-in";
import { undo } from "./undo";

const database = ownDatabase();
const secret = "call the bridge on 5550100";
const from = { address: "192.0.2.1", sessionId: null };

async function visitOf(actor: Actor, slug: string): Promise<Visit> {
  const visit = await findVisit(await openSession(reads(), actor.id, null), slug);
  if (!visit) throw new Error("no visit");
  return visit;
}

test("a text that stands in the document and in a file is said to, and goes with their bytes once the document is another", async () => {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin, smallChecklist.replace("Backups automated", secret));
  const { id: item, key } = await itemNow(slug, secret);
  done(await attachFile(admin, { launch: slug, item, name: "numbers.txt", trueOn: null, validDays: null }, new TextEncoder().encode(`first ${secret}`)));
  done(await addNote(admin, { launch: slug, kind: "risk", text: `If in doubt, ${secret} at once` }));
  const place = { entity: "item" as const, id: item, field: "text" };
  const reach = await lookAtErasing(await visitOf(admin, slug), place);
  expect(reach).toMatchObject({ text: secret, rows: 1, events: 1, keys: [key], files: [{ name: "numbers.txt" }], documents: [{ current: true }], longer: [{ text: `If in doubt, ${secret} at once` }] });

  const next = new TextEncoder().encode(smallChecklist);
  const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes: next });
  if (!planned.allowed) throw new Error(planned.why);
  const answers = Object.fromEntries(planned.plan.questions.map(({ id, options }) => [id, options[0]?.id ?? ""]));
  const imported = done(await importAgain(admin, { launch: slug, fileName: "next.md", bytes: next, answers, revision: null }));
  const again = await lookAtErasing(await visitOf(admin, slug), place);
  if ("allowed" in again) throw new Error(again.why);
  expect(again.documents.map(({ current }) => current)).toEqual([false]);
  done(await eraseShownText(admin, { launch: slug, place, bytes: true }));
  const { rows } = await ownBytes(slug);
  expect(rows).toEqual({ documents: [0, next.length], files: 0 });
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  const { id } = (await launchNow(slug)).state.launch;
  expect(await verifyPack((await exportPack(id, await databaseNow())) ?? new Uint8Array())).toMatchObject({ fault: null });
  // What the import replaced is gone, so it cannot be put back.
  expect(await undo(admin, { launch: slug, revision: imported.after.state.revision })).toMatchObject({ allowed: false });
});

async function ownBytes(slug: string) {
  const documents = await reads().document.findMany({ where: { launch: { slug } }, orderBy: { importedAt: "asc" }, select: { bytes: true } });
  const files = await reads().fileContent.count({ where: { launch: { slug } } });
  return { rows: { documents: documents.map(({ bytes }) => bytes.length), files } };
}

test("a secret that came with the document itself leaves no trace, names of files and the item's key included", async () => {
  const admin = await person("Project Manager", true);
  const slug = `launch-${newId().slice(0, 8)}`;
  const words = `Sign-in with ${secret} p95 < 200 ms`;
  const bytes = (text: string) => new TextEncoder().encode(text);
  const made = await createLaunch(admin, { slug, name: null, zone: "UTC", fileName: `${words.replaceAll(" ", "_")} ${words}.md`, bytes: bytes(smallChecklist.replace("Backups automated", words)) });
  if (!made.allowed) throw new Error(made.why);
  const shown = await launchNow(slug);
  const [seat] = Object.keys(shown.state.seat);
  const { id: item, threshold } = await itemNow(slug, words);
  expect(threshold?.metric).toContain("5550100");
  done(await addMeasurements(admin, { launch: slug, item, title: null, validDays: null, values: [{ value: 1, unit: null, source: null, trueAt: null }] }));
  done(await attachFile(admin, { launch: slug, item, name: words, trueOn: null, validDays: null }, bytes("nothing of it")));
  const next = bytes(smallChecklist);
  const planned = await planImportAgain(admin, { launch: slug, fileName: "next.md", bytes: next });
  if (!planned.allowed) throw new Error(planned.why);
  done(await importAgain(admin, { launch: slug, fileName: "next.md", bytes: next, answers: Object.fromEntries(planned.plan.questions.map(({ id, options }) => [id, options[0]?.id ?? ""])), revision: null }));
  const at = (await readEvent(reads(), made.launchId, 1))?.changes.findIndex(({ id }) => id === item);
  done(await eraseShownText(admin, { launch: slug, place: { seq: 1, path: `${String(at)}.after.text` }, bytes: true }));

  const { rows } = await database.owner().query<{ place: string; text: string }>(`
    WITH items AS (SELECT * FROM public.items WHERE launch_id = $1), evidence AS (SELECT * FROM public.evidence WHERE launch_id = $1), documents AS (SELECT * FROM public.documents WHERE launch_id = $1),
      file_contents AS (SELECT * FROM public.file_contents WHERE launch_id = $1), event_texts AS (SELECT * FROM public.event_texts WHERE launch_id = $1), events AS (SELECT * FROM public.events WHERE launch_id = $1)
    SELECT 'row' AS place, t::text AS text FROM items t UNION ALL SELECT 'row', t::text FROM evidence t UNION ALL SELECT 'document', name || convert_from(bytes, 'UTF8') FROM documents
    UNION ALL SELECT 'file', name FROM file_contents UNION ALL SELECT 'text', text FROM event_texts WHERE text IS NOT NULL UNION ALL SELECT 'event', changes::text FROM events`, [made.launchId]);
  const left = rows.filter(({ text }) => text.includes("5550100"));
  expect(left.map(({ place, text }) => [place, text.slice(0, 200)])).toEqual([]);
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  const { state } = await launchNow(slug);
  expect(await verifyPack((await exportPack(state.launch.id, await databaseNow())) ?? new Uint8Array())).toMatchObject({ fault: null, missing: { unrecorded: 0, document: null } });
  // What the server remembers of before is not told either.
  expect(JSON.stringify(await readMoved(state, seat ?? "", shown.state.revision))).not.toContain("5550100");
});

test("a file is erased by its name: name and bytes go together", async () => {
  const { slug, admin, engineer } = await scene();
  const { id: item } = await itemNow(slug, "Backups");
  const attached = done(await attachFile(engineer, { launch: slug, item, name: "passwords.txt", trueOn: null, validDays: null }, new TextEncoder().encode("one two")));
  const [proof] = Object.values(attached.after.state.evidence);
  const place = { entity: "evidence" as const, id: proof?.id ?? "", field: "title" };
  expect(await lookAtErasing(await visitOf(admin, slug), place)).toMatchObject({ files: [{ name: "passwords.txt" }] });
  done(await eraseShownText(admin, { launch: slug, place, bytes: true }));
  expect((await ownBytes(slug)).rows.files).toBe(0);
  expect(Object.values((await launchNow(slug)).state.evidence)[0]).toMatchObject({ title: "[erased]", fileHash: proof?.fileHash });
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
});

test("erasing takes the password, and a wrong one erases nothing", async () => {
  const { slug, admin, engineer } = await scene();
  const noted = done(await addNote(engineer, { launch: slug, kind: "risk", text: secret }));
  const place = { seq: noted.after.state.revision, path: "0.after.text" };
  expect(await eraseText(admin, { launch: slug, place, bytes: true, password: "not it" }, from)).toMatchObject({ why: "not-your-password", field: "password" });
  expect(Object.values((await launchNow(slug)).state.note)[0]?.text).toBe(secret);
  done(await eraseText(admin, { launch: slug, place, bytes: true, password }, from));
  expect(Object.values((await launchNow(slug)).state.note)[0]?.text).toBe("[erased]");
});

test("nobody but an admin looks at what could be erased", async () => {
  const { slug, engineer } = await scene();
  const { id } = await itemNow(slug, "Backups");
  expect(await lookAtErasing(await visitOf(engineer, slug), { entity: "item", id, field: "text" })).toMatchObject({ why: "not-permitted" });
});

test("a person's name goes from account, signatures and every launch, and what they did stays", async () => {
  const { slug, admin, engineer, holder, seat } = await scene();
  const other = await launchFrom(admin);
  await joined(admin, other, holder, "contributor");
  const { id: item, version } = await itemNow(other, "Restore");
  done(await setWork(holder, { launch: other, item, version, work: "done", reason: null }));
  done(await signNow(holder, slug, seat, "no-go", "not yet"));
  expect(await eraseShownPerson(engineer, { launch: slug, person: holder.id })).toMatchObject({ why: "not-permitted" });
  expect(await eraseShownPerson(admin, { launch: slug, person: admin.id })).toMatchObject({ why: "not-yourself" });
  done(await eraseShownPerson(admin, { launch: slug, person: holder.id }));

  for (const one of [slug, other]) {
    const launch = await launchNow(one);
    expect(JSON.stringify(launch)).not.toContain(holder.email);
    expect(launch.people[holder.id]?.name).toBe("[erased]");
    expect(await verifyLaunch(one)).toMatchObject({ fault: null });
  }
  const { state } = await launchNow(slug);
  expect(Object.values(state.signOff)[0]).toMatchObject({ nameThen: "[erased]", position: "no-go", reason: "not yet" });
  const { events } = await readHistory(state.launch.id, { person: holder.id });
  expect(events.map(({ kind }) => kind)).toEqual(["seat.signed"]);
  expect(await signIn({ email: holder.email, password }, { address: "192.0.2.1", agent: null })).toMatchObject({ allowed: false });
  const pack = (await exportPack(state.launch.id, await databaseNow())) ?? new Uint8Array();
  expect(await verifyPack(pack)).toMatchObject({ fault: null });
  expect(await eraseShownPerson(admin, { launch: slug, person: holder.id })).toMatchObject({ why: "already-erased" });
});
