import type { Item } from "@/lib/domain/state";
import { reads } from "../db";
import { judgeKnown, readNewest } from "../queries/launch";
import { databaseNow } from "../queries/launches";

/** A launch as it stands now: state, names and judgement. */
export async function launchNow(slug: string) {
  const { id, revision } = await reads().launch.findUniqueOrThrow({ where: { slug }, select: { id: true, revision: true } });
  const known = await readNewest(id, revision);
  if (!known) throw new Error(`no launch ${slug}`);
  return { ...known, judgement: judgeKnown(known, await databaseNow()) };
}

export async function itemNow(slug: string, text: string): Promise<Item> {
  const { state } = await launchNow(slug);
  const item = Object.values(state.item).find((one) => one.text.includes(text));
  if (!item) throw new Error(`no item "${text}" in ${slug}`);
  return item;
}

/**
 * The same, of a moment that is over: whatever happens next happens later, so that this very state can be asked for again by when it
 * was judged. (On a fast machine an event can follow within the millisecond in which a state was read.)
 */
export async function launchThen(slug: string) {
  const view = await launchNow(slug);
  while ((await databaseNow()) <= view.judgement.at) continue;
  return view;
}
