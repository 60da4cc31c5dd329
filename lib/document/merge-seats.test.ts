import { expect, test } from "vitest";
import { applyChanges } from "@/lib/domain/changes";
import * as build from "@/lib/domain/testing/build";
import type { LaunchState, Seat } from "@/lib/domain/state";
import { mergeReading } from "./merge";
import { applyMerge } from "./merge-apply";
import type { Answers } from "./merge-plan";
import { counting, livingFrom } from "./testing/living";
import { read } from "./testing/documents";

const now = "2026-02-01T10:00:00.000Z";
const document = `# Launch

- [ ] Backups

## Sign-Off

### Development Team
- [ ] Lead Developer: ____ Date: ____
- [ ] DevOps Engineer: ____ Date: ____

### Operations
- [ ] Manager: ____ Date: ____
`;
const base = read(document);
const alive = livingFrom(base);
const seat = (role: string, state: LaunchState = alive): Seat => {
  const found = Object.values(state.seat).find((one) => one.role === role);
  if (!found) throw new Error(`no seat ${role}`);
  return found;
};
const patched = (role: string, patch: Partial<Seat>): LaunchState => ({ ...alive, seat: { ...alive.seat, [seat(role).id]: { ...seat(role), ...patch } } });
const held = patched("Lead Developer", { holderId: "ann", holderAt: now });

function merged(next: string, state: LaunchState, answers: Answers = {}) {
  const plan = mergeReading(base, read(next), state);
  return { plan, after: () => applyChanges(state, applyMerge(plan, answers, state, now, counting("new")), 2) };
}

test("a seat whose team is called otherwise now, or whose role got a word more, goes on with its holder and its key", () => {
  for (const next of [document.replace("Development Team", "Engineering"), document.replace("Lead Developer", "Lead Backend Developer")]) {
    const { plan, after } = merged(next, held);
    expect(plan.questions).toEqual([]);
    expect(new Set(plan.steps.map(({ kind, field }) => `${kind} ${field}`))).toEqual(new Set(["seat renamed"]));
    const row = after().seat[seat("Lead Developer").id];
    expect(row).toMatchObject({ key: seat("Lead Developer").key, holderId: "ann", holderAt: now, retiredAt: null, team: read(next).seats[0]?.team, role: read(next).seats[0]?.role });
    expect(Object.keys(after().seat)).toHaveLength(3);
  }
});

test("another role in a seat's place is asked about, and each answer does what it says", () => {
  const next = document.replace("Lead Developer", "Head of Engineering");
  const [question, ...others] = merged(next, held).plan.questions;
  expect([question?.options.map(({ id }) => id), others]).toEqual([["same", "replace", "both"], []]);
  const answered = (option: string) => merged(next, held, { [question?.id ?? ""]: option }).after();
  const old = seat("Lead Developer").id;
  expect(answered("same").seat[old]).toMatchObject({ role: "Head of Engineering", holderId: "ann", retiredAt: null, line: 8 });
  expect(Object.keys(answered("same").seat)).toHaveLength(3);
  expect([answered("replace").seat[old]?.retiredAt, seat("Head of Engineering", answered("replace")).holderId]).toEqual([now, null]);
  expect([answered("both").seat[old]?.retiredAt, seat("Head of Engineering", answered("both")).holderId]).toEqual([null, null]);
});

test("a seat that was renamed here and in the document is asked about; its signatures stay", () => {
  const here = { ...patched("Manager", { role: "Operations lead" }), signOff: { o: build.signOff("o", seat("Manager").id) } };
  const next = document.replace("Manager", "Operations lead engineer");
  const [question] = merged(next, here).plan.questions;
  expect(question?.options.map(({ id }) => id)).toEqual(["ours", "theirs"]);
  const after = (option: string) => merged(next, here, { [question?.id ?? ""]: option }).after();
  expect([after("ours"), after("theirs")].map((state) => state.seat[seat("Manager").id]?.role)).toEqual(["Operations lead", "Operations lead engineer"]);
  expect(after("theirs").signOff).toEqual(here.signOff);
});

test("a seat more, or one less, is no renaming", () => {
  const more = merged(document.replace("- [ ] Manager", "- [ ] Support: ____ Date: ____\n- [ ] Manager"), held).plan;
  expect([more.questions, more.steps.map(({ field, after }) => [field, after])]).toEqual([[], [["added", "Support"]]]);
  const less = merged(document.replace("- [ ] DevOps Engineer: ____ Date: ____\n", ""), held).plan;
  expect([less.questions, less.steps.map(({ field, before }) => [field, before])]).toEqual([[], [["removed", "DevOps Engineer"]]]);
});
