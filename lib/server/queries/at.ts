import { differenceOf, type RowDifference } from "@/lib/domain/difference";
import { judge } from "@/lib/domain/judge";
import type { Judgement, Numbers } from "@/lib/domain/judgement";
import { replay } from "@/lib/domain/changes";
import type { Instant, LaunchState, Verdict } from "@/lib/domain/state";
import { reads } from "../db";
import { sha256 } from "../digest";
import { momentOf } from "../moment-of";
import { readEvents } from "./history";
import { databaseNow } from "./launches";
import { peopleIn, readPeople, type People } from "./launch-state";

/** A launch as it stood at a moment, judged at that moment. */
export interface PastLaunch {
  state: LaunchState;
  judgement: Judgement;
  people: People;
  /** The moment it was judged at. */
  asOf: Instant;
}

/**
 * The launch of a view as it stood at `at`, rebuilt from its history and judged at that moment, by the rules it had then. Texts
 * erased since read `[erased]`; people have today's names. `null` before the first event, and for a moment still to come: what
 * will be is nobody's to show. The caller has found that the launch is theirs to see.
 */
export async function readLaunchAt({ state: { launch: { id } }, people }: { state: LaunchState; people: People }, at: Instant): Promise<PastLaunch | null> {
  if (at > (await databaseNow())) return null;
  const state = replay(await readEvents(reads(), id, at));
  if (state.revision === 0) return null;
  const missing = new Set([...peopleIn(state)].filter((one) => !people[one]));
  const known = missing.size > 0 ? { ...people, ...(await readPeople(reads(), missing)) } : people;
  return { state, judgement: judge(state, at, sha256), people: known, asOf: at };
}

/** The same for a moment as people write it (a day means its end, today now); `null` also for what is no moment. */
export async function readLaunchAtTime(view: { state: LaunchState; people: People }, time: string): Promise<PastLaunch | null> {
  const { zone } = view.state.launch;
  const end = momentOf(time, zone, "end");
  if (end === null) return null;
  const now = await databaseNow();
  const begun = (momentOf(time, zone, "start") ?? end) <= now;
  return readLaunchAt(view, end > now && begun ? now : end);
}

interface Side { revision: number; at: Instant; verdict: Verdict; numbers: Numbers; reasons: number }

export interface Difference {
  before: Side;
  after: Side;
  /** Rows that differ, each with its words and fields before and after. */
  rows: RowDifference[];
  /** Reasons that stood before and no longer, and those that came, by their words. */
  cleared: { kind: string; subject: string }[];
  arisen: { kind: string; subject: string }[];
}

type Judged = Pick<PastLaunch, "state" | "judgement">;

/** What differs between two moments of one launch, as a person would read it. */
export function differenceBetween(before: Judged, after: Judged): Difference {
  const missingIn = (these: Judged, those: Judged) => {
    const known = new Set(those.judgement.reasons.map(({ kind, subjectId }) => `${kind} ${subjectId}`));
    return these.judgement.reasons.filter(({ kind, subjectId }) => !known.has(`${kind} ${subjectId}`)).map(({ kind, subject }) => ({ kind, subject }));
  };
  return {
    before: sideOf(before), after: sideOf(after), rows: differenceOf(before.state, after.state),
    cleared: missingIn(before, after), arisen: missingIn(after, before),
  };
}

function sideOf({ state, judgement }: Judged): Side {
  const { at, verdict, numbers, reasons } = judgement;
  return { revision: state.revision, at, verdict, numbers, reasons: reasons.length };
}
