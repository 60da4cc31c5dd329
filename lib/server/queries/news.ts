import type { HistoryEntry } from "@/lib/domain/history-entry";
import type { LaunchState } from "@/lib/domain/state";
import type { Visit } from "../sessions";
import { countHistory, readHistory } from "./history";

/** At most so many are told in full; further back the history itself is the better place. */
const mostTold = 60;

/** What others have changed since somebody last looked. */
export interface News {
  /** The last event they had seen, and when they said so. */
  seq: number;
  at: string;
  /** How many events came since, up to the revision shown. */
  count: number;
  /** The newest of them, newest first. */
  events: HistoryEntry[];
}

type View = { state: LaunchState; visit: Visit };

/** How many events others have added since this person last looked; `null` when they never have. One's own are no news. */
export async function countNews({ state, visit }: View): Promise<number | null> {
  const bookmark = visit.launch?.bookmark ?? null;
  if (!bookmark) return null;
  return bookmark.seq >= state.revision ? 0 : countHistory(state.launch.id, filterOf({ state, visit }, bookmark.seq));
}

/** The same with the events themselves; `null` for somebody who has not looked before. */
export async function readNews(view: View): Promise<News | null> {
  const bookmark = view.visit.launch?.bookmark ?? null;
  if (!bookmark) return null;
  const count = (await countNews(view)) ?? 0;
  const { events } = count > 0 ? await readHistory(view.state.launch.id, { ...filterOf(view, bookmark.seq), limit: mostTold }) : { events: [] };
  return { ...bookmark, count, events };
}

const filterOf = ({ state, visit }: View, after: number) => ({ after, before: state.revision + 1, notBy: visit.actor.id });
