import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ItemScreen } from "@/components/item/item-screen";
import { surroundingsOf } from "@/components/item/surroundings-of";
import { itemAddress } from "@/lib/domain/address";
import { rowsOf } from "@/lib/domain/row";
import { summaryOf } from "@/lib/domain/update";
import { requireLaunch } from "@/lib/server/auth";
import { readItem } from "@/lib/server/queries/item";
import { texts } from "@/lib/texts/texts";
import { wordsOf } from "@/lib/texts/words";
import { itemActions } from "../../item-actions";
import { itemWords } from "../../item-words";

interface Props { params: Promise<{ launch: string; key: string[] }> }

/** The item at an address: its key, whose slashes are the address's own. Its id leads to that address. */
const find = cache(async (launch: string, key: string) => {
  const view = await requireLaunch(launch);
  const detail = await readItem(view, key);
  if (!detail || detail.item.retiredAt !== null) notFound();
  return { view, detail };
});

const keyOf = (parts: string[]): string => parts.map((part) => decodeURIComponent(part)).join("/");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { launch, key } = await params;
  const { view, detail } = await find(launch, keyOf(key));
  return { title: `${detail.item.text} · ${view.state.launch.name}` };
}

export default async function ItemPage({ params }: Props) {
  const { launch, key } = await params;
  const { view: { state, judgement, people, role, now, visit }, detail } = await find(launch, keyOf(key));
  if (keyOf(key) === detail.item.id && detail.item.key !== detail.item.id) redirect(itemAddress(state.launch.slug, detail.item.key));
  const around = surroundingsOf({ state, people, role, now, goLiveAt: judgement.goLive, me: visit.actor.id, words: itemWords(), erase: visit.actor.admin ? wordsOf("erase") : null });
  const rows = rowsOf(state, judgement).filter(({ id }) => id === detail.item.id);
  return (
    <div className="max-w-2xl">
      <p className="mb-5 text-note" data-screen-only>
        <Link href={`/launches/${state.launch.slug}/checklist#item-${detail.item.id}`} prefetch={false} className="link text-ink-2">← {texts("item")("back")}</Link>
      </p>
      <ItemScreen key={detail.item.id} read={{ revision: state.revision, rows, summary: summaryOf(judgement) }} detail={detail} around={around} actions={itemActions} />
    </div>
  );
}
