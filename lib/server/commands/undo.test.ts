import { describe, expect, test } from "vitest";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, person } from "../testing/people";
import { asked, done, inDays, of, scene, signNow } from "../testing/scene";
import { attachFile } from "./files";
import { removeMember } from "./members";
import { editNote, retireNote } from "./notes";
import { decide, meetCondition, openPoll, setPhase, setPollRule, setRules } from "./poll";
import { addCheck, addMeasurements, linkItems, setNeverWaive, setProof, setRequiredMany, setSectionProof, setTarget } from "./proof";
import { setDelegate, setMustAnswer } from "./seats";
import { addNote, saveSettings } from "./settings";
import { decideWaiver, endWaiver, requestWaiver } from "./waivers";
import type { setWork } from "./items";
import { undo } from "./undo";

ownDatabase();

describe("undo", () => {
  type Scene = Awaited<ReturnType<typeof scene>>;
  /** Each change a person can make by slip (rules §11): who makes it, and how. */
  const slips: Record<string, (at: Scene) => Promise<{ by: Scene["admin"]; outcome: Awaited<ReturnType<typeof setWork>> }>> = {
    "postponing": async ({ slug, admin }) => ({ by: admin, outcome: await setPhase(admin, { launch: slug, to: "postponed", at: null, version: (await launchNow(slug)).state.launch.version }) }),
    "recording the launch while a poll is open": async ({ slug, admin }) => {
      done(await decide(admin, { launch: slug, outcome: "go", reason: "the market will not wait", verdictSeen: "no-go" }));
      const { after: { state } } = done(await openPoll(admin, { launch: slug }));
      return { by: admin, outcome: await setPhase(admin, { launch: slug, to: "launched", at: null, version: state.launch.version }) };
    },
    "taking the holder of a seat out of the launch, who has signed": async ({ slug, admin, holder, seat }) => {
      const { after: { state } } = done(await signNow(holder, slug, seat, "no-go", "not yet"));
      return { by: admin, outcome: await removeMember(admin, { launch: slug, member: holder.id, version: state.member[holder.id]?.version ?? 0 }) };
    },
    "asking for a waiver": async ({ slug, engineer }) => ({ by: engineer, outcome: await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups")), ...asked }) }),
    "taking a waiver's request back": async ({ slug, engineer }) => {
      const asking = done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups")), ...asked }));
      return { by: engineer, outcome: await endWaiver(engineer, { launch: slug, waiver: Object.keys(asking.after.state.waiver)[0] ?? "", version: 1 }) };
    },
    "an item's proof policy": async ({ slug, admin }) => ({ by: admin, outcome: await setProof(admin, { launch: slug, ...(await of(slug, "Backups")), proof: "required", validDays: 3, reason: null }) }),
    "a section's proof policy": async ({ slug, admin }) => ({ by: admin, outcome: await setSectionProof(admin, { launch: slug, section: Object.keys((await launchNow(slug)).state.section)[0] ?? "", proof: "required", validDays: 3, version: 1 }) }),
    "never to be waived": async ({ slug, admin }) => ({ by: admin, outcome: await setNeverWaive(admin, { launch: slug, ...(await of(slug, "Backups")), neverWaive: true }) }),
    "several made advisory": async ({ slug, admin }) => ({ by: admin, outcome: await setRequiredMany(admin, { launch: slug, items: [await of(slug, "Backups"), await of(slug, "Restore")], required: false, reason: "a pilot" }) }),
    "a target": async ({ slug, admin }) => ({ by: admin, outcome: await setTarget(admin, { launch: slug, ...(await of(slug, "Backups")), metric: null, comparator: ">", limit: 3, unit: "" }) }),
    "linking": async ({ slug, engineer }) => ({ by: engineer, outcome: await linkItems(engineer, { launch: slug, items: [await of(slug, "Backups"), await of(slug, "Restore")] }) }),
    "pasted values": async ({ slug, engineer }) => ({ by: engineer, outcome: await addMeasurements(engineer, { launch: slug, item: (await of(slug, "Backups")).item, title: null, validDays: null, values: [1, 2].map((value) => ({ value, unit: "d", source: null, trueAt: null })) }) }),
    "a check": async ({ slug, engineer }) => ({ by: engineer, outcome: await addCheck(engineer, { launch: slug, item: (await of(slug, "Backups")).item, title: "x", outcome: "fail", url: null, source: null, trueAt: null, validDays: null }) }),
    "a file": async ({ slug, engineer }) => ({ by: engineer, outcome: await attachFile(engineer, { launch: slug, item: (await of(slug, "Backups")).item, name: "x", trueOn: null, validDays: null }, new Uint8Array(3)) }),
    "whether a seat must answer": async ({ slug, admin, seat }) => ({ by: admin, outcome: await setMustAnswer(admin, { launch: slug, seat, mustAnswer: true, version: 2 }) }),
    "a delegate": async ({ slug, admin, engineer, seat }) => ({ by: admin, outcome: await setDelegate(admin, { launch: slug, seat, delegate: engineer.id, from: null, to: null, version: 2 }) }),
    "a delegate, by the holder who is a viewer": async ({ slug, engineer, holder, seat }) => ({ by: holder, outcome: await setDelegate(holder, { launch: slug, seat, delegate: engineer.id, from: null, to: null, version: 2 }) }),
    "the poll's rule": async ({ slug, admin }) => ({ by: admin, outcome: await setPollRule(admin, { launch: slug, rule: "any-of-each-team", quorum: null, version: 1 }) }),
    "the launch's rules": async ({ slug, admin }) => ({ by: admin, outcome: await setRules(admin, { launch: slug, waiverLimit: 3, version: 1 }) }),
    "go-live": async ({ slug, admin }) => ({ by: admin, outcome: await saveSettings(admin, { launch: slug, name: "Small launch", zone: "UTC", goLive: "2099-01-01T09:00", nextReview: null, version: 1 }) }),
    "a condition called met": async ({ slug, holder, engineer, seat }) => {
      const signed = done(await signNow(holder, slug, seat, "go-with-conditions", "soon", [{ text: "Warm the cache", ownerId: engineer.id, deadline: inDays(1), rollbackTrigger: null }]));
      return { by: engineer, outcome: await meetCondition(engineer, { launch: slug, condition: Object.keys(signed.after.state.condition)[0] ?? "", met: true, version: 1 }) };
    },
    "a note reworded": async ({ slug, engineer }) => {
      const added = done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region only" }));
      return { by: engineer, outcome: await editNote(engineer, { launch: slug, note: Object.keys(added.after.state.note)[0] ?? "", kind: "risk", text: "Oops", version: 1 }) };
    },
    "a note retired": async ({ slug, engineer }) => {
      const added = done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region only" }));
      return { by: engineer, outcome: await retireNote(engineer, { launch: slug, note: Object.keys(added.after.state.note)[0] ?? "", version: 1 }) };
    },
  };
  const plain = (rows: object) => JSON.stringify(rows, (name, value: unknown) => (name === "version" ? undefined : value));

  test.each(Object.entries(slips))("takes back %s, and the rows are as before", async (_, slip) => {
    const at = await scene();
    const { by, outcome } = await slip(at);
    const { before, after } = done(outcome);
    expect(plain(after.state)).not.toBe(plain(before.state));
    const undone = done(await undo(by, { launch: at.slug, revision: after.state.revision }));
    expect(plain({ ...undone.after.state, revision: 0 })).toBe(plain({ ...before.state, revision: 0 }));
    expect(await verifyLaunch(at.slug)).toMatchObject({ fault: null });
  });

  test("leaves signatures, approvals, polls, decisions and roles to their own opposite", async () => {
    const { slug, admin, engineer, holder, seat } = await scene();
    const refused = async (by: typeof admin, outcome: Awaited<ReturnType<typeof setWork>>) => {
      const { after } = done(outcome);
      expect(await undo(by, { launch: slug, revision: after.state.revision })).toMatchObject({ allowed: false });
    };
    await refused(holder, await signNow(holder, slug, seat, "no-go", "not yet"));
    const asking = done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups")), ...asked }));
    await refused(admin, await decideWaiver(admin, { launch: slug, waiver: Object.keys(asking.after.state.waiver)[0] ?? "", approve: true, reason: null, version: 1 }));
    await refused(admin, await openPoll(admin, { launch: slug }));
    await refused(admin, await decide(admin, { launch: slug, outcome: "postpone", reason: null, verdictSeen: "no-go" }));
    await joined(admin, slug, await person("Newcomer"), "viewer");
    expect(await undo(admin, { launch: slug, revision: (await launchNow(slug)).state.revision })).toMatchObject({ why: "not-undoable" });
  });

  test("lets somebody in again only with the password just given", async () => {
    const { slug, admin, engineer } = await scene();
    const { after: { state } } = done(await removeMember(admin, { launch: slug, member: engineer.id, version: (await launchNow(slug)).state.member[engineer.id]?.version ?? 0 }));
    const late = { ...admin, authenticatedAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    expect(await undo(late, { launch: slug, revision: state.revision })).toMatchObject({ why: "password-needed" });
    expect((await launchNow(slug)).state.member[engineer.id]).toBeUndefined();
    done(await undo(admin, { launch: slug, revision: state.revision }));
    expect((await launchNow(slug)).state.member[engineer.id]).toMatchObject({ role: "contributor" });
  });
});
