import { changesWithout, erasedWith, judgeMayErase, textsOfEvent, textsOfItem, type TextPlace } from "@/lib/domain/erase";
import type { Erasable, Reach, TextsOf } from "@/lib/domain/erase-reach";
import { applyChanges } from "@/lib/domain/changes";
import { judge } from "@/lib/domain/judge";
import { refuse, type Refusal } from "@/lib/domain/refusal";
import { findText } from "../commands/erase";
import { reads } from "../db";
import { sha256 } from "../digest";
import type { Visit } from "../sessions";
import { copiesHolding } from "./copies";
import { readEvent } from "./history";
import { keysOf } from "./keys-of";
import { readLaunch, type LaunchView } from "./launch";

/** So many texts are listed at once; an import has thousands. */
const most = 100;

/** The texts of an event, or of an item as it stands, that hold the words `q`. An instance's admin only. */
export async function listErasable(visit: Visit, of: TextsOf, q: string): Promise<Erasable | Refusal> {
  const view = await readForErasing(visit);
  if ("allowed" in view) return view;
  const event = "seq" in of ? await readEvent(reads(), view.state.launch.id, of.seq) : null;
  if ("seq" in of && !event) return refuse("unknown-event");
  const all = "seq" in of ? textsOfEvent(of.seq, event?.changes ?? []) : textsOfItem(view.state, of.item);
  const words = q.trim().toLowerCase();
  const found = words === "" ? all : all.filter(({ text }) => text.toLowerCase().includes(words));
  return { texts: found.slice(0, most), more: found.length > most };
}

/** Looks, without erasing, at what erasing the text at a place would do. An instance's admin only. */
export async function lookAtErasing(visit: Visit, place: TextPlace): Promise<Reach | Refusal> {
  const view = await readForErasing(visit);
  if ("allowed" in view) return view;
  const { state, now, judgement } = view;
  const found = await findText(reads(), state, place);
  if (!found) return refuse("unknown-text");
  const { text } = found;
  if (text === null) return refuse("already-erased");
  const launchId = state.launch.id;
  const words = erasedWith(state, text);
  const keys = await keysOf(reads(), state, words);
  const changes = changesWithout(state, [...words, ...keys]);
  const stale = new Set(judgement.seats.filter((seat) => seat.stale).map(({ id }) => id));
  const after = judge(applyChanges(state, changes, state.revision + 1), now, sha256);
  const [beside] = await reads().$queryRaw<{ events: number }[]>`
    SELECT count(DISTINCT seq)::int AS events FROM event_texts WHERE launch_id = ${launchId}::uuid AND text = ${text}`;
  const longer = await reads().$queryRaw<{ seq: number; path: string; text: string }[]>`
    SELECT DISTINCT ON (text) seq, path, left(text, 300) AS text FROM event_texts
     WHERE launch_id = ${launchId}::uuid AND text <> ${text} AND strpos(text, ${text}) > 0 AND path !~ '\\.(material|record)$' ORDER BY text, seq LIMIT 20`;
  return {
    text, rows: changes.length, events: beside?.events ?? 0, seats: after.seats.filter((seat) => seat.stale && !stale.has(seat.id)).map(({ role }) => role),
    longer: longer.map(({ seq, path, text: other }) => ({ place: { seq, path }, text: other })),
    keys, ...(await copiesHolding(reads(), state, text)),
  };
}

async function readForErasing(visit: Visit): Promise<LaunchView | Refusal> {
  const view = await readLaunch(visit);
  if (!view) return refuse("unknown-launch");
  return judgeMayErase({ id: visit.actor.id, admin: visit.actor.admin, role: view.state.member[visit.actor.id]?.role ?? null }) ?? view;
}
