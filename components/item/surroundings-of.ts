import { latestEnd } from "@/lib/domain/judge-waiver";
import { takes } from "@/lib/domain/open-acts";
import { seatsFor, speaksFor } from "@/lib/domain/permissions";
import { windows, type Launch, type LaunchState, type Role } from "@/lib/domain/state";
import { windowSpan } from "@/lib/domain/window-span";
import { dayOf, later } from "@/lib/domain/zone";
import { dayWords, momentWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { fill } from "../fill";
import type { Surroundings } from "./surroundings";
import type { ItemWords } from "./words";

const byPosition = (a: { position: number }, b: { position: number }): number => a.position - b.position;

/** When the windows of a launch are, in words. */
function windowsOf(launch: Launch): Pick<Surroundings, "finalWeek" | "windows"> {
  const { zone } = launch;
  const inWords = windows.flatMap((window) => {
    const span = windowSpan(window, launch);
    if (span === null) return [];
    const to = window === "launch-day" || span.to === null ? "" : momentWords(span.to, zone);
    return [[window, fill(wordsOf("common").windowSpan[window], { from: window === "launch-day" ? dayWords(span.from, zone) : momentWords(span.from, zone), to })]];
  });
  const opening = windowSpan("final-week", launch)?.from;
  // As just made: windows by their words.
  return { finalWeek: opening === undefined ? null : dayOf(opening, zone), windows: Object.fromEntries(inWords) as Surroundings["windows"] };
}

/** What surrounds the items of a launch, from its state, in the document's order. */
export function surroundingsOf(
  { state, people, role, now, goLiveAt, me, words, erase = null }: {
    state: LaunchState; people: Readonly<Record<string, { name: string }>>; role: Role; now: string; goLiveAt: string | null; me: string; words: ItemWords; erase?: Surroundings["erase"];
  },
): Surroundings {
  const { launch } = state;
  const groups = Object.values(state.group).filter(({ retiredAt }) => retiredAt === null).sort(byPosition);
  const items = Object.values(state.item).filter(({ retiredAt }) => retiredAt === null);
  return {
    launch: launch.slug, me, over: !takes(launch, "set-work"), role: takes(launch, "set-work") ? role : "viewer", zone: launch.zone, today: dayOf(now, launch.zone), now,
    goLive: launch.goLive?.slice(0, 10) ?? null, goLiveAt, words, erase, ...windowsOf(launch),
    waiverUntil: later(latestEnd(state, now), -1),
    members: Object.keys(state.member).map((id) => ({ id, name: people[id]?.name ?? words.item.someone })).sort((a, b) => a.name.localeCompare(b.name, "en")),
    sections: Object.values(state.section).filter(({ retiredAt }) => retiredAt === null).sort(byPosition).map((section) => ({
      id: section.id, key: section.key, title: section.title, validDays: section.validDays ?? launch.validDays,
      mine: takes(launch, "decide-waiver") && seatsFor(state, section.id).some((seat) => speaksFor(me, seat, now)),
      groups: groups.filter(({ sectionId }) => sectionId === section.id).map(({ id, title }) => ({ id, title })),
    })),
    questions: Object.values(state.fact).sort(byPosition).map(({ id, question, answer, version }) => ({
      id, question, answer, version, items: items.filter(({ factId }) => factId === id).map((item) => item.id),
    })),
  };
}
