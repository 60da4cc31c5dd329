"use client";

import { useRouter } from "next/navigation";
import type { RowView } from "@/lib/domain/row";
import { Button } from "../ui/button";
import { MarkedWord } from "../ui/mark";
import { EraseText } from "../erase/erase-text";
import { ApplicabilityControl } from "./applicability-control";
import { Contradicted } from "./contradicted";
import { faceMark } from "./face-mark";
import type { Hand } from "./hand";
import { ItemFacts } from "./item-facts";
import { ItemHistory } from "./item-history";
import { LinkedItems } from "./linked-items";
import { Measurements } from "./measurements";
import { Proof } from "./proof";
import { itemAddress } from "@/lib/domain/address";
import { ScopeControl } from "./scope-control";
import { mayChange, type Surroundings } from "./surroundings";
import type { Told } from "./use-detail";
import { Waivers } from "./waivers";
import { WorkControl } from "./work-control";

/** One item in full, the same beside the list and on its own page. `wish`: see AddProof. */
export function ItemPanel({ row, told, hand, around, readAgain, wish, ownPage = false }: {
  row: RowView; told: Told; hand: Hand; around: Surroundings; readAgain: () => void; wish: number; ownPage?: boolean;
}) {
  const { item: words, list } = around.words;
  // Its own address may be made of the words that were erased: the id leads to whichever it has now.
  const router = useRouter();
  const may = mayChange(around);
  const detail = told.state === "read" ? told.detail : null;
  const section = around.sections.find(({ id }) => id === row.sectionId);
  const group = section?.groups.find(({ id }) => id === row.groupId);
  const question = around.questions.find(({ items }) => items.includes(row.id)) ?? null;
  const Heading = ownPage ? "h1" : "h2";
  const Part = ownPage ? "h2" : "h3";
  const undecided = row.applicability === "undecided";
  const conditional = Boolean(detail?.item.condition);
  const decide = may ? <ApplicabilityControl row={row} question={question} conditional={conditional} hand={hand} around={around} /> : null;
  return (
    <article className="grid content-start gap-5" aria-labelledby={`title-of-${row.id}`}>
      <header className="grid gap-1.5">
        <p className="text-small text-ink-3">{[section?.title, group?.title].filter(Boolean).join(" › ")}</p>
        <Heading id={`title-of-${row.id}`} tabIndex={ownPage ? -1 : undefined} className={ownPage ? "text-[1.75rem] leading-tight tracking-tight" : "text-[1.25rem] leading-snug tracking-tight"}>{row.text}</Heading>
        <p className="flex flex-wrap items-baseline justify-between gap-2 text-note">
          <MarkedWord {...faceMark[row.face]}>{list.face[row.face]}</MarkedWord>
          {ownPage ? null : <a href={itemAddress(around.launch, row.key)} className="link text-small text-ink-3 hover:text-ink" data-screen-only>{words.openPage}</a>}
        </p>
      </header>
      {detail ? <Contradicted detail={detail} around={around} /> : null}
      {may ? (row.isParent ? <p className="text-note text-ink-3">{words.followsParts}</p> : <WorkControl row={row} hand={hand} words={around.words} />) : null}
      {undecided ? decide : null}
      <ItemFacts row={row} detail={detail} question={question} may={may} hand={hand} around={around} />
      {detail ? (
        <>
          <Proof row={row} detail={detail} may={may} hand={hand} around={around} readAgain={readAgain} wish={wish} heading={Part} />
          <Measurements row={row} detail={detail} may={may} hand={hand} around={around} done={readAgain} heading={Part} />
          <Waivers row={row} detail={detail} hand={hand} around={around} done={readAgain} heading={Part} />
          <LinkedItems row={row} detail={detail} may={may} hand={hand} around={around} done={readAgain} heading={Part} />
          <ScopeControl row={row} detail={detail} hand={hand} around={around} done={readAgain} heading={Part} />
          {undecided || !may ? null : (
            <section aria-label={words.applicability}><Part className="pb-1.5 text-small font-medium text-ink-3">{words.applicability}</Part>{decide}</section>
          )}
          {around.erase ? <div className="text-small" data-screen-only><EraseText key={row.id} launch={around.launch} of={{ item: row.id }} name={row.text} words={around.erase} actions={hand.actions} done={ownPage ? () => router.replace(itemAddress(around.launch, row.id)) : readAgain} /></div> : null}
          <ItemHistory id={row.id} detail={detail} around={around} heading={Part} />
        </>
      ) : told.state === "failed" ? (
        <div role="alert" className="grid justify-items-start gap-2 text-note text-ink-2">{words.failed}<Button small onClick={readAgain}>{words.again}</Button></div>
      ) : <p role="status" className="text-note text-ink-3">{words.loading}</p>}
      {may || around.over ? null : <p className="text-small text-ink-3">{words.viewer}</p>}
    </article>
  );
}
