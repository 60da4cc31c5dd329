import { expect, test } from "vitest";
import { exportPack } from "../exports/pack";
import { verifyPack } from "../exports/verify-pack";
import { lookAtErasing } from "../queries/erasing";
import { databaseNow } from "../queries/launches";
import { readHistory } from "../queries/history";
import { verifyLaunch } from "../queries/verify";
import { reads } from "../db";
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

ownDatabase();
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
