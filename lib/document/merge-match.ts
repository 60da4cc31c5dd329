import type { LaunchState } from "@/lib/domain/state";
import { matchExactly } from "./match-exactly";
import { matchLikely, matchSplit } from "./match-likely";
import { Matching, type Known } from "./matching";
import { isTouched } from "./merge-holds";
import type { Entry, Gone, Graph, MergeQuestion, Pair } from "./merge-plan";
import { plain } from "./plain";

export interface Matched { pairs: Pair[]; gone: Gone[]; fresh: Entry[]; questions: MergeQuestion[] }

/**
 * Finds for each item of the new document the item here that it is: by key and words, by words and place, by likeness
 * of words. Where one thing may have been put in another's place it is asked, never guessed.
 */
export function matchItems(base: Graph, next: Graph, anchors: ReadonlyMap<string, string>, state: LaunchState): Matched {
  const matching = new Matching(knownOf(base, anchors, state), next.entries, state);
  matchExactly(matching);
  matchSplit(matching);
  matchLikely(matching);
  return outcomeOf(matching);
}

function knownOf(base: Graph, anchors: ReadonlyMap<string, string>, state: LaunchState): Known[] {
  const byItem = new Map<string, Entry>();
  for (const entry of base.entries) {
    const id = anchors.get(entry.read.key);
    if (id !== undefined) byItem.set(id, entry);
  }
  return Object.values(state.item).map((item): Known => {
    const entry = byItem.get(item.id) ?? null;
    const path = `${state.section[item.sectionId]?.title ?? ""}\n${state.group[item.groupId]?.title ?? ""}`;
    return {
      itemId: item.id, key: entry?.read.key ?? item.key, base: entry, order: entry?.read.line ?? item.position + 1e6,
      texts: [...new Set([...(entry ? [entry.row.text] : []), item.text])], paths: [...new Set([...(entry ? [entry.path] : []), path])],
      // What is retired and gone from the document as well comes back only by exactly its own words.
      retired: item.retiredAt !== null,
    };
  }).sort((one, other) => one.order - other.order);
}

function outcomeOf(matching: Matching): Matched {
  const asked = [...matching.asked].map(([itemId, { question, retireWhen }]): Gone => {
    return { itemId, base: matching.pairs.find((pair) => pair.itemId === itemId)?.base ?? null, question, retireWhen };
  });
  // What is here and never came from the document stays; so does what is retired already.
  const left = matching.known.filter((known) => !known.retired && known.base !== null).map((known): Gone => {
    const question = isTouched(matching.state, known.itemId) ? `removed:${known.key}` : null;
    if (question !== null) {
      matching.questions.push({
        id: question, kind: "removed", itemId: known.itemId, line: null,
        ask: `The new document no longer has "${plain(known.texts.at(-1) ?? "")}", which has a history here. What becomes of it?`,
        options: [{ id: "retire", says: "Retire it; its history and proof are kept" }, { id: "keep", says: "Keep it here" }],
      });
    }
    return { itemId: known.itemId, base: known.base, question, retireWhen: ["retire"] };
  });
  return { pairs: matching.pairs, gone: [...asked, ...left], fresh: matching.open, questions: matching.questions };
}
