import { describe, expect, test } from "vitest";
import { answerTo } from "../answer";
import { verifyLaunch } from "../queries/verify";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { done, inDays, scene, signNow } from "../testing/scene";
import { setMember } from "./members";
import { editNote, retireNote } from "./notes";
import { closePoll, decide, meetCondition, openPoll, setPhase, setPollRule, setRules } from "./poll";
import { setDelegate, setMustAnswer } from "./seats";
import { addNote } from "./settings";

ownDatabase();

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
