import type { Band, JudgedItem, ReasonKind } from "./judgement";
import type { Item, Work } from "./state";
import { type Proof, judgeProof, proofRequired } from "./standing";
import type { Survey } from "./survey";
import { judgeTiming } from "./timing";
import { foremost } from "./waivers";
import { judgeWork } from "./work";
import { endOfDay } from "./zone";

/** An item's judgement with what its reason's `since` is reckoned from. */
export interface Verdicted { item: Item; judged: JudgedItem; proof: Proof }

/** Decision rules §6, in its order: the one reason an item has when no waiver is looked at. */
function reasonOf(judged: JudgedItem): ReasonKind | null {
  if (judged.standingNow === "contradicted" || judged.standingAtGoLive === "contradicted") return "contradicted";
  if (judged.work === "blocked") return "blocked";
  if (judged.applicability === "undecided") return "undecided";
  if (!judged.claimed) return "open";
  if (!judged.proofRequired || judged.standingAtGoLive === "valid") return null;
  return judged.standingAtGoLive === "stale" ? "proof-stale" : "proof-missing";
}

/** §1: the one band of a counting item. */
function bandOf(judged: JudgedItem, waived: boolean): Band {
  if (waived) return "waived";
  if (judged.verified) return "verified";
  if (judged.claimed) return "claimed";
  if (judged.applicability === "undecided") return "undecided";
  return judged.work === "done" ? "todo" : judged.work;
}

/** §1: required, not not-applicable, before launch, without task children. */
function isCounting(item: Item, judged: Pick<JudgedItem, "applicability">, s: Survey): boolean {
  return item.required && judged.applicability !== "not-applicable" && !s.children.has(item.id)
    && (item.window === "before" || item.window === "final-week");
}

function judgeItem(item: Item, work: Work, s: Survey): Verdicted {
  const applicability = s.applied.applicability.get(item.id) ?? item.applicability;
  const done = work === "done";
  const proof = judgeProof(item, done, s);
  const timing = judgeTiming(item, done, proof.newestTrueAt, s);
  const found = foremost(s.waivers.get(item.id), s.present);
  const dueEnd = item.due === null ? null : endOfDay(item.due, s.zone);
  if (!done) s.flipsAt(dueEnd);
  const claimed = done && applicability === "applies" && timing !== "too-early";
  const judged: JudgedItem = {
    id: item.id, counts: false, work, applicability, band: null, claimed,
    verified: claimed && proof.atTarget === "valid" && proof.now !== "contradicted",
    proofRequired: proofRequired(item, s.state), standingNow: proof.now, standingAtGoLive: proof.atTarget, timing,
    waiver: found === null ? null : { id: found.waiver.id, state: found.reads, endsAt: found.waiver.endsAt },
    measured: proof.measured, reason: null, due: item.due,
    overdue: dueEnd !== null && dueEnd <= s.now && !done && applicability !== "not-applicable",
  };
  judged.counts = isCounting(item, judged, s);
  if (!judged.counts) return { item, judged, proof };
  const reason = reasonOf(judged);
  // A waiver of an item that has nothing to be waived (closed meanwhile) takes nothing away and hides no work (§4).
  const waived = reason !== null && found?.reads === "active";
  if (waived) {
    s.flipsAt(found.waiver.endsAt);
    judged.claimed = judged.verified = false;
  }
  judged.reason = !waived ? reason : s.goLive !== null && found.waiver.endsAt <= s.target ? "waiver-too-short" : null;
  judged.band = bandOf(judged, waived);
  return { item, judged, proof };
}

/** Judges every live item. Those in a group of alternatives that is still one open question have no reason of their own. */
export function judgeItems(s: Survey): Map<string, Verdicted> {
  const works = judgeWork(s);
  const all = new Map<string, Verdicted>();
  for (const item of s.items) all.set(item.id, judgeItem(item, works.get(item.id) ?? item.work, s));
  return all;
}

/** Whether a counting item is still to be done, chosen or waived for long enough. */
const isOpen = ({ judged }: Verdicted): boolean => judged.counts && (judged.band !== "waived" || judged.reason !== null);

/** An item and all that is nested in it, as judged. */
function family(root: Verdicted, s: Survey, all: ReadonlyMap<string, Verdicted>): Set<Verdicted> {
  const found = new Set([root]);
  for (const { item } of found) for (const child of s.children.get(item.id) ?? []) found.add(all.get(child.id) ?? root);
  return found;
}

/**
 * Decision rules §2 and §6: a group in which nothing is chosen is one reason, so its members give theirs up, and what is nested in
 * them too: whichever is chosen, the others take theirs with them. A member of which nothing is open is not to be chosen from.
 */
export function openChoices(s: Survey, all: ReadonlyMap<string, Verdicted>): Verdicted[][] {
  const choices: Verdicted[][] = [];
  const within = new Set<Verdicted>();
  for (const members of s.applied.unchosen.values()) {
    const families = members.flatMap((member) => all.get(member.id) ?? []).map((root) => ({ root, nested: family(root, s, all) }));
    const open = families.filter(({ root, nested }) => (s.children.has(root.item.id) ? [...nested].some((one) => one.judged.reason !== null) : isOpen(root)));
    if (open.length < 2) continue;
    for (const { root, nested } of open) for (const one of nested) if (one !== root) within.add(one);
    choices.push(open.map(({ root }) => root));
  }
  for (const choice of choices) for (const { judged } of choice) judged.reason = null;
  for (const { judged } of within) judged.reason = null;
  // A choice inside one of two things to choose from is asked once that one is chosen.
  return choices.filter((choice) => !choice.every((member) => within.has(member)));
}
