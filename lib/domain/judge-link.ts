import type { Item, LaunchState } from "./state";
import { changeOf } from "./changes";
import { type OfItem, findItem } from "./find-item";
import { type Person, may } from "./permissions";
import { type Outcome, allow, refuse } from "./refusal";
import { isRefusal } from "./text-input";
import { newestPerSource, outcomeOf } from "./threshold";

/** Members of a link that are not retired. */
function linked(state: LaunchState, link: string): Item[] {
  return Object.values(state.item).filter((item) => item.link === link && item.retiredAt === null);
}

/**
 * Links items so that they share proof, not work (decision rules §3): two or more. Those linked before bring their own partners along.
 * Proof that one of them ever had is from then on demanded of all: they share it.
 */
export function judgeLinkItems(state: LaunchState, actor: Person, input: { items: readonly OfItem[] }, newWord: () => string): Outcome {
  const found: Item[] = [];
  for (const one of input.items) {
    const item = findItem(state, actor, "link-items", one);
    if (isRefusal(item)) return item;
    if (!found.includes(item.item)) found.push(item.item);
  }
  if (found.length < 2) return refuse(input.items.length < 2 ? "bad-input" : "linked-with-itself", { field: "items" });
  const words = new Set(found.flatMap(({ link }) => (link === null ? [] : [link])));
  const together = new Set([...found, ...[...words].flatMap((word) => linked(state, word))]);
  const [known] = words;
  const link = known ?? newWord();
  const hadProof = [...together].some((item) => item.hadProof);
  return allow("item.linked", ...[...together].map((item) => changeOf("item", item, { link, ...(hadProof ? { hadProof } : {}) })));
}

/** Whether a result that counts fails one of a link's members: parting from it clears a contradiction as withdrawing it would (mend 11). */
export function sharesFailure(state: LaunchState, link: string): boolean {
  const members = linked(state, link);
  const ids = new Set(members.map(({ id }) => id));
  const shared = newestPerSource(Object.values(state.evidence).filter(({ itemId, withdrawnAt }) => withdrawnAt === null && ids.has(itemId)));
  return members.some(({ threshold }) => shared.some((one) => outcomeOf(threshold, one) === "fail"));
}

/** Takes an item out of its link; a link of one is none, so the last partner is freed as well. */
export function judgeUnlinkItem(state: LaunchState, actor: Person, input: OfItem): Outcome {
  const found = findItem(state, actor, "link-items", input);
  if (isRefusal(found)) return found;
  const { item } = found;
  if (item.link === null) return allow("item.unlinked");
  const members = linked(state, item.link);
  if (!may(actor, "withdraw-failing-evidence") && sharesFailure(state, item.link)) return refuse("needs-manager");
  const others = members.filter(({ id }) => id !== item.id);
  const alone = others.length === 1 ? others : [];
  return allow("item.unlinked", ...[item, ...alone].map((one) => changeOf("item", one, { link: null })));
}
