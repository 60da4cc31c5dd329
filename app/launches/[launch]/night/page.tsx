import type { Metadata } from "next";
import { surroundingsOf } from "@/components/item/surroundings-of";
import { Board } from "@/components/night/board";
import { NightHead } from "@/components/night/night-head";
import { rowsOf } from "@/lib/domain/row";
import { summaryOf } from "@/lib/domain/update";
import { requireLaunch } from "@/lib/server/auth";
import { wordsOf } from "@/lib/texts/words";
import { itemActions } from "../item-actions";
import { itemWords } from "../item-words";

interface Props { params: Promise<{ launch: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${wordsOf("night").title} · ${state.launch.name}` };
}

/** Launch day and the first 24 hours, with a clock: made for a phone at three in the morning. */
export default async function NightPage({ params }: Props) {
  const { visit, ...view } = await requireLaunch((await params).launch);
  const { state, judgement, people, role, now } = view;
  const words = wordsOf("night");
  const around = surroundingsOf({ state, people, role, now, goLiveAt: judgement.goLive, me: visit.actor.id, words: itemWords() });
  const rows = rowsOf(state, judgement).filter(({ window }) => window === "launch-day" || window === "first-24h");
  return (
    <>
      <NightHead seen={{ ...view, me: visit.actor.id }} />
      {role === "viewer" && !around.over ? <p className="mb-5 text-note text-ink-2">{words.viewer}</p> : null}
      <Board read={{ revision: state.revision, rows, summary: summaryOf(judgement) }} around={around} actions={itemActions} words={words} />
    </>
  );
}
