import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answerTo } from "../answer";
import { reads } from "../db";
import { downloadHeaders, readFileContent } from "../queries/file";
import { verifyLaunch } from "../queries/verify";
import { readUpload } from "../upload";
import { ownClock } from "../testing/clock";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { joined, launchFrom, person } from "../testing/people";
import { done, scene, signNow } from "../testing/scene";
import { attachFile, largestFile } from "./files";
import { setMember } from "./members";
import { editNote, retireNote } from "./notes";
import { closePoll, decide, meetCondition, openPoll, setPhase, setPollRule, setRules } from "./poll";
import { addCheck, addMeasurements, linkItems, setNeverWaive, setProof, setRequiredMany, setSectionProof, setTarget, unlinkItem } from "./proof";
import { setDelegate, setMustAnswer } from "./seats";
import { addNote, saveSettings } from "./settings";
import { decideWaiver, endWaiver, requestWaiver } from "./waivers";
import { setWork } from "./items";
import { undo } from "./undo";

const clock = ownClock(ownDatabase());
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const of = async (slug: string, text: string) => {
  const { id: item, version } = await itemNow(slug, text);
  return { item, version };
};
const waived = async (slug: string) => Object.values((await launchNow(slug)).state.waiver).at(-1);
const asked = { reason: "no second site yet", control: "watched by hand", endsAt: inDays(3) };

describe("a waiver", () => {
  test("is asked for, approved by another, and then takes its item's reason away without making it done", async () => {
    const { slug, admin, engineer } = await scene();
    done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked }));
    const requested = await waived(slug);
    const wanted = { launch: slug, waiver: requested?.id ?? "", approve: true, reason: null, version: 1 };
    expect(await decideWaiver(engineer, wanted)).toMatchObject({ why: "not-permitted" });
    done(await decideWaiver(admin, wanted));
    const { judgement } = await launchNow(slug);
    const { item } = await of(slug, "Backups automated");
    expect(judgement.items[item]).toMatchObject({ reason: null, band: "waived", claimed: false });
    expect(await decideWaiver(admin, { ...wanted, version: 2 })).toMatchObject({ why: "already-decided" });
  });

  test("is never approved by who asked for it, nor longer than the launch allows", async () => {
    const { slug, admin } = await scene();
    const item = await of(slug, "Backups automated");
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: "2001-01-01" })).toMatchObject({ why: "in-the-past" });
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: inDays(60) })).toMatchObject({ why: "waiver-too-long" });
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: "next week" })).toMatchObject({ why: "bad-instant", field: "endsAt" });
    done(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: inDays(2).slice(0, 10) }));
    const waiver = await waived(slug);
    expect(waiver?.endsAt).toMatch(/T23:59:59\.999Z$/);
    expect(await decideWaiver(admin, { launch: slug, waiver: waiver?.id ?? "", approve: true, reason: null, version: 1 })).toMatchObject({ why: "own-request" });
  });

  test("needs the password again ten minutes after it was given; refusing it does not", async () => {
    const { slug, admin, engineer } = await scene();
    done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked }));
    const wanted = { launch: slug, waiver: (await waived(slug))?.id ?? "", approve: true, reason: null, version: 1 };
    const { authenticatedAt: _, ...never } = admin;
    const late = { ...admin, authenticatedAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    for (const actor of [never, late]) expect(await decideWaiver(actor, wanted)).toMatchObject({ why: "password-needed", field: "password" });
    expect((await waived(slug))?.state).toBe("requested");
    done(await decideWaiver(late, { ...wanted, approve: false, reason: "do it instead" }));
    expect((await waived(slug))?.state).toBe("refused");
  });

  test("is over at its end by the database's clock, with nothing running, and is as open as before", async () => {
    const { slug, admin, engineer } = await scene();
    const item = await of(slug, "Backups automated");
    const endsAt = await clock.inSeconds(60);
    done(await requestWaiver(engineer, { launch: slug, ...item, ...asked, endsAt }));
    done(await decideWaiver(admin, { launch: slug, waiver: (await waived(slug))?.id ?? "", approve: true, reason: null, version: 1 }));
    const before = await launchNow(slug);
    expect(before.judgement.items[item.item]?.waiver?.state).toBe("active");
    // The database's clock is all that moves here.
    await clock.passes(endsAt);
    const after = await launchNow(slug);
    expect(after.state.revision).toBe(before.state.revision);
    expect(after.judgement.items[item.item]).toMatchObject({ reason: "open", waiver: { state: "expired" } });
    expect(await endWaiver(engineer, { launch: slug, waiver: (await waived(slug))?.id ?? "", version: 2 })).toMatchObject({ allowed: true });
  });

  test("is not for an item that is never to be waived", async () => {
    const { slug, admin, engineer } = await scene();
    done(await setNeverWaive(admin, { launch: slug, ...(await of(slug, "Backups automated")), neverWaive: true }));
    expect(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked })).toMatchObject({ why: "never-waive" });
  });
});

describe("a role", () => {
  test("changes only with the password just given, except on the command line", async () => {
    const { slug, admin, engineer } = await scene();
    const { authenticatedAt: _, ...late } = admin;
    const wanted = { launch: slug, member: engineer.id, role: "viewer" as const, version: 1 };
    expect(await setMember(late, wanted)).toMatchObject({ why: "password-needed" });
    expect((await launchNow(slug)).state.member[engineer.id]?.role).toBe("contributor");
    done(await setMember({ ...late, via: "cli" }, wanted));
  });
});

describe("proof", () => {
  test("by measurements judges against the target that was set, and a failing one contradicts what is called done", async () => {
    const { slug, admin, engineer } = await scene();
    done(await setTarget(admin, { launch: slug, ...(await of(slug, "Restore tested")), metric: "restore time", comparator: "<", limit: 30, unit: "min" }));
    done(await setWork(engineer, { launch: slug, ...(await of(slug, "Restore tested")), work: "done", reason: null }));
    const { item } = await of(slug, "Restore tested");
    const paste = (values: number[]) => addMeasurements(engineer, { launch: slug, item, title: null, validDays: null, values: values.map((value) => ({ value, unit: "min", source: "drill", trueAt: null })) });
    expect(await addMeasurements(engineer, { launch: slug, item, title: null, validDays: null, values: [{ value: 3, unit: "h", source: null, trueAt: null }] })).toMatchObject({ why: "wrong-unit", field: "values.0.unit", unit: "min" });
    done(await paste([28]));
    expect((await launchNow(slug)).judgement.items[item]).toMatchObject({ verified: true, measured: { value: 28, outcome: "pass" } });
    done(await paste([30]));
    expect((await launchNow(slug)).judgement.items[item]).toMatchObject({ reason: "contradicted", measured: { outcome: "fail" } });
  });

  test("by a check says pass or fail; policies of item and section say who needs it", async () => {
    const { slug, admin, engineer } = await scene();
    const { item } = await of(slug, "Backups automated");
    done(await addCheck(engineer, { launch: slug, item, title: "nightly restore", outcome: "pass", url: "", source: "ci", trueAt: null, validDays: 30 }));
    expect(Object.values((await launchNow(slug)).state.evidence)[0]).toMatchObject({ kind: "check", outcome: "pass", url: null });
    const [section] = Object.values((await launchNow(slug)).state.section);
    done(await setSectionProof(admin, { launch: slug, section: section?.id ?? "", proof: "required", validDays: 30, version: 1 }));
    const restore = await of(slug, "Restore tested");
    expect((await launchNow(slug)).judgement.items[restore.item]?.proofRequired).toBe(true);
    done(await setProof(admin, { launch: slug, ...restore, proof: "optional", validDays: null }));
    expect((await launchNow(slug)).judgement.items[restore.item]?.proofRequired).toBe(false);
    expect(await setProof(engineer, { launch: slug, ...(await of(slug, "Restore tested")), proof: null, validDays: null })).toMatchObject({ why: "not-permitted" });
  });

  test("is shared by linked items, and several are made advisory at once", async () => {
    const { slug, admin, engineer } = await scene();
    done(await linkItems(engineer, { launch: slug, items: [await of(slug, "Backups automated"), await of(slug, "Restore tested")] }));
    const { item } = await of(slug, "Backups automated");
    done(await addCheck(engineer, { launch: slug, item, title: "restore drill", outcome: "pass", url: null, source: null, trueAt: null, validDays: null }));
    const restore = await of(slug, "Restore tested");
    expect((await launchNow(slug)).judgement.items[restore.item]?.standingNow).toBe("valid");
    done(await unlinkItem(engineer, { launch: slug, ...(await of(slug, "Restore tested")) }));
    expect((await launchNow(slug)).judgement.items[restore.item]?.standingNow).toBe("none");
    const items = [await of(slug, "Backups automated"), await of(slug, "Restore tested")];
    done(await setRequiredMany(admin, { launch: slug, items, required: false, reason: "a pilot" }));
    expect((await launchNow(slug)).judgement.numbers.advisory.of).toBe(2);
  });

  test("as a file keeps its bytes with its event, once per content, and gives them to its own launch only", async () => {
    const { slug, admin, engineer } = await scene();
    const { item } = await of(slug, "Backups automated");
    const bytes = new TextEncoder().encode("<script>alert(1)</script>");
    const file = { launch: slug, item, name: "C:\\reports\\drill \"1\" é.html", trueOn: null, validDays: null };
    done(await attachFile(engineer, file, bytes));
    done(await attachFile(engineer, file, bytes));
    const hash = createHash("sha256").update(bytes).digest("hex");
    const { state } = await launchNow(slug);
    expect(Object.values(state.evidence).map(({ fileHash }) => fileHash)).toEqual([hash, hash]);
    expect(await reads().fileContent.count({ where: { launchId: state.launch.id } })).toBe(1);
    const kept = await readFileContent(state.launch.id, hash);
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe("<script>alert(1)</script>");
    expect(downloadHeaders(kept?.name ?? "")).toMatchObject({
      "content-type": "application/octet-stream", "x-content-type-options": "nosniff", "cache-control": "private, no-store",
      "content-disposition": "attachment; filename=\"drill _1_ _.html\"; filename*=UTF-8''drill%20%221%22%20%C3%A9.html",
    });
    const other = await launchNow(await launchFrom(admin));
    expect(await readFileContent(other.state.launch.id, hash)).toBeNull();
  });

  test("as a file that is too large, empty or refused leaves nothing behind", async () => {
    const { slug, engineer, holder } = await scene();
    const { item } = await of(slug, "Backups automated");
    const file = { launch: slug, item, name: "big.bin", trueOn: null, validDays: null };
    expect(await attachFile(engineer, file, new Uint8Array(largestFile + 1))).toMatchObject({ why: "file-too-large" });
    expect(await attachFile(engineer, file, new Uint8Array())).toMatchObject({ why: "value-needed" });
    expect(await attachFile(holder, file, new Uint8Array(1))).toMatchObject({ why: "not-permitted" });
    expect(await reads().fileContent.count({ where: { launchId: (await launchNow(slug)).state.launch.id } })).toBe(0);
    done(await attachFile(engineer, file, new Uint8Array(largestFile)));
  });

  test("as an upload is never read past its limit, and not taken when it was cut off", async () => {
    const upload = (body: string, length: string | null) => readUpload(new Request("http://localhost/", { method: "POST", body, headers: length ? { "content-length": length } : {} }));
    expect(await upload("abc", "3")).toMatchObject({ allowed: true });
    expect(await upload("abc", "4")).toMatchObject({ why: "bad-input" });
    expect(await upload("abc", null)).toMatchObject({ why: "bad-input" });
    expect(await upload("abc", String(largestFile + 1))).toMatchObject({ why: "file-too-large" });
    expect(await upload("a".repeat(largestFile + 1), "3")).toMatchObject({ why: "file-too-large" });
  });
});

describe("poll, decision and phases", () => {
  test("run from the rule declared before to closed, and a decision against the verdict needs a reason", async () => {
    const { slug, admin, engineer, holder, seat } = await scene();
    const launch = async () => (await launchNow(slug)).state.launch;
    done(await setPollRule(admin, { launch: slug, rule: "quorum", quorum: 1, version: (await launch()).version }));
    const [row] = Object.values((await launchNow(slug)).state.seat);
    done(await setMustAnswer(admin, { launch: slug, seat, mustAnswer: true, version: row?.version ?? 0 }));
    done(await openPoll(admin, { launch: slug }));
    expect(await openPoll(admin, { launch: slug })).toMatchObject({ why: "poll-open" });
    expect(await setPollRule(admin, { launch: slug, rule: "all", quorum: null, version: (await launch()).version })).toMatchObject({ why: "poll-open" });
    const signed = done(await signNow(holder, slug, seat, "go-with-conditions", "one thing is left", [
      { text: "Warm the cache", ownerId: engineer.id, deadline: inDays(1), rollbackTrigger: "error rate above 1 %" },
    ]));
    const answer = await answerTo(signed);
    expect(answer).toMatchObject({ allowed: true, checkpoint: `${signed.after.state.revision}:${signed.head}` });
    const [condition] = Object.values(signed.after.state.condition);
    done(await meetCondition(engineer, { launch: slug, condition: condition?.id ?? "", met: true, version: 1 }));
    expect(await decide(engineer, { launch: slug, outcome: "go", reason: null, verdictSeen: "no-go" })).toMatchObject({ why: "not-permitted" });
    expect(await decide(admin, { launch: slug, outcome: "go", reason: null, verdictSeen: "go" })).toMatchObject({ why: "state-moved" });
    expect(await decide(admin, { launch: slug, outcome: "go", reason: " ", verdictSeen: "no-go" })).toMatchObject({ why: "reason-needed" });
    const decided = done(await decide(admin, { launch: slug, outcome: "go", reason: "the market will not wait", verdictSeen: "no-go" }));
    expect(Object.values(decided.after.state.decision)[0]).toMatchObject({ againstVerdict: true, verdict: "no-go" });
    expect(Object.values(decided.after.state.poll)[0]?.closedAt).not.toBeNull();
    expect(await closePoll(admin, { launch: slug, poll: Object.keys(decided.after.state.poll)[0] ?? "", version: 2 })).toMatchObject({ why: "poll-closed" });
    expect(await setPhase(admin, { launch: slug, to: "launched", at: inDays(1), version: (await launch()).version })).toMatchObject({ why: "in-the-future" });
    done(await setPhase(admin, { launch: slug, to: "launched", at: null, version: (await launch()).version }));
    done(await setPhase(admin, { launch: slug, to: "closed", at: null, version: (await launch()).version }));
    expect((await launchNow(slug)).judgement.phase).toBe("closed");
    expect(await verifyLaunch(slug)).toMatchObject({ fault: null });
  });
});

describe("a delegate", () => {
  test("is appointed by the holder, signs in their time, and cannot pass the seat on", async () => {
    const { slug, admin, engineer, holder, seat } = await scene();
    const version = (await launchNow(slug)).state.seat[seat]?.version ?? 0;
    const wanted = { launch: slug, seat, delegate: engineer.id, from: null, to: inDays(2).slice(0, 10), version };
    expect(await signNow(engineer, slug, seat, "abstain", "not mine")).toMatchObject({ why: "not-your-seat" });
    expect(await setDelegate(holder, { ...wanted, to: "someday" })).toMatchObject({ why: "bad-instant", field: "to" });
    done(await setDelegate(holder, wanted));
    expect(await setDelegate(engineer, { ...wanted, delegate: admin.id, version: version + 1 })).toMatchObject({ why: "not-permitted" });
    const signed = done(await signNow(engineer, slug, seat, "no-go", "the restore was never tried"));
    expect(Object.values(signed.after.state.signOff)[0]).toMatchObject({ byId: engineer.id, forId: holder.id });
  });
});

describe("rules and notes", () => {
  test("rules of proof and waivers are set apart from each other", async () => {
    const { slug, admin } = await scene();
    done(await setRules(admin, { launch: slug, waiverLimit: 0, validDays: 90, version: 1 }));
    expect((await launchNow(slug)).state.launch).toMatchObject({ waiverLimit: 0, validDays: 90, proof: "optional", waiverDaysAfter: 30 });
    expect(await setRules(admin, { launch: slug, waiverDaysAfter: -1, version: 2 })).toMatchObject({ why: "bad-number", field: "waiverDaysAfter" });
  });

  test("notes are reworded and retired by their author, and both are history", async () => {
    const { slug, engineer } = await scene();
    const added = done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region only" }));
    const [note] = Object.values(added.after.state.note);
    done(await editNote(engineer, { launch: slug, note: note?.id ?? "", kind: "risk", text: "Two regions at most", version: 1 }));
    done(await retireNote(engineer, { launch: slug, note: note?.id ?? "", version: 2 }));
    expect(await retireNote(engineer, { launch: slug, note: note?.id ?? "", version: 3 })).toMatchObject({ why: "unknown-note" });
  });
});

describe("undo", () => {
  type Scene = Awaited<ReturnType<typeof scene>>;
  /** Each change a person can make by slip (rules §11): who makes it, and how. */
  const slips: Record<string, (at: Scene) => Promise<{ by: Scene["admin"]; outcome: Awaited<ReturnType<typeof setWork>> }>> = {
    "asking for a waiver": async ({ slug, engineer }) => ({ by: engineer, outcome: await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups")), ...asked }) }),
    "taking a waiver's request back": async ({ slug, engineer }) => {
      const asking = done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups")), ...asked }));
      return { by: engineer, outcome: await endWaiver(engineer, { launch: slug, waiver: Object.keys(asking.after.state.waiver)[0] ?? "", version: 1 }) };
    },
    "an item's proof policy": async ({ slug, admin }) => ({ by: admin, outcome: await setProof(admin, { launch: slug, ...(await of(slug, "Backups")), proof: "required", validDays: 3 }) }),
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

  test("leaves signatures, approvals, polls, decisions, phases and roles to their own opposite", async () => {
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
    await refused(admin, await setPhase(admin, { launch: slug, to: "preparing", at: null, version: (await launchNow(slug)).state.launch.version }));
    await joined(admin, slug, await person("Newcomer"), "viewer");
    expect(await undo(admin, { launch: slug, revision: (await launchNow(slug)).state.revision })).toMatchObject({ why: "not-undoable" });
  });
});
