import type { Metadata } from "next";
import { Checklist } from "@/components/checklist/checklist";
import { filterFrom } from "@/components/checklist/filter";
import { ButtonLink } from "@/components/ui/button";
import { surroundingsOf } from "@/components/item/surroundings-of";
import { launchAddress } from "@/lib/domain/address";
import { takes } from "@/lib/domain/open-acts";
import { rowsOf } from "@/lib/domain/row";
import { summaryOf } from "@/lib/domain/update";
import { requireLaunch } from "@/lib/server/auth";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { itemActions } from "../item-actions";
import { itemWords } from "../item-words";

interface Props { params: Promise<{ launch: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { state } = await requireLaunch((await params).launch);
  return { title: `${texts("checklist")("title")} · ${state.launch.name}` };
}

export default async function ChecklistPage({ params, searchParams }: Props) {
  const { state, judgement, people, role, now, visit } = await requireLaunch((await params).launch);
  const around = surroundingsOf({ state, people, role, now, goLiveAt: judgement.goLive, me: visit.actor.id, words: itemWords(), erase: visit.actor.admin ? wordsOf("erase") : null });
  const read = { revision: state.revision, rows: rowsOf(state, judgement), summary: summaryOf(judgement) };
  return (
    <>
      <h1 className="sr-only">{texts("checklist")("title")}</h1>
      {role === "manager" && takes(state.launch, "edit-structure") ? (
        <p className="-mt-4 mb-2 flex justify-end print:hidden"><ButtonLink small look="quiet" href={`${launchAddress(state.launch.slug, "checklist")}/edit`}>{texts("structure")("link")}</ButtonLink></p>
      ) : null}
      <Checklist read={read} around={around} actions={itemActions} first={filterFrom(await searchParams)} />
    </>
  );
}
