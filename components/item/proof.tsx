"use client";

import { useState } from "react";
import type { RowView } from "@/lib/domain/row";
import type { Evidence } from "@/lib/domain/state";
import { count, fill } from "../fill";
import { dayWords } from "@/lib/texts/time-words";
import { AddProof } from "./add-proof";
import type { Detail } from "./detail";
import type { Hand } from "./hand";
import { proofStanding } from "./proof-standing";
import { standsOf } from "./series";
import type { Surroundings } from "./surroundings";
import { Withdraw } from "./withdraw";

/** An item's proof, newest first, with how each stands on launch day. */
export function Proof({ row, detail, may, hand, around, readAgain, wish, heading: Heading }: {
  row: RowView; detail: Detail; may: boolean; hand: Hand; around: Surroundings; readAgain: () => void; wish: number; heading: "h2" | "h3";
}) {
  const words = around.words.item;
  const [withdrawing, withdraw] = useState<Evidence | null>(null);
  return (
    <section aria-labelledby={`proof-of-${row.id}`} id="proof">
      <Heading id={`proof-of-${row.id}`} className="pb-1.5 text-small font-medium text-ink-3">{words.proof}{row.proofRequired ? <span className="font-normal"> · {words.proofRequired}</span> : null}</Heading>
      <ul>
        {detail.evidence.filter(({ kind }) => kind !== "measurement" || !detail.item.threshold).map((proof) => (
          <li key={proof.id} className="border-t border-line py-2 text-note">
            <div className="flex items-baseline justify-between gap-3">
              <Title proof={proof} launch={around.launch} />
              {may && proof.withdrawnAt === null ? (
                <button type="button" onClick={() => withdraw(proof)} aria-label={fill(words.withdrawOf, { title: proof.title })} className="link shrink-0 text-small text-ink-3 hover:text-ink" data-screen-only>{words.withdraw}</button>
              ) : null}
            </div>
            <About proof={proof} detail={detail} around={around} />
          </li>
        ))}
      </ul>
      {detail.evidence.length === 0 ? <p className="border-t border-line py-2 text-note text-ink-2">{words.noProof}</p> : null}
      {may || around.over ? <AddProof key={row.id} row={row} hand={hand} around={around} added={readAgain} wish={wish} /> : null}
      {withdrawing ? <Withdraw proof={withdrawing} present={detail.evidence.find(({ id }) => id === withdrawing.id) ?? withdrawing} close={() => withdraw(null)} done={readAgain} hand={hand} around={around} /> : null}
    </section>
  );
}

function Title({ proof, launch }: { proof: Evidence; launch: string }) {
  const struck = proof.withdrawnAt === null ? "" : "line-through";
  // Only web addresses are links, whatever is stored.
  if (proof.url && /^https?:\/\//i.test(proof.url)) {
    return <a href={proof.url} rel="noopener noreferrer nofollow" target="_blank" className={`link min-w-0 [overflow-wrap:anywhere] ${struck}`}>{proof.title}</a>;
  }
  if (proof.kind === "file" && proof.fileHash) {
    return <a href={`/launches/${launch}/files/${proof.fileHash}`} download className={`link min-w-0 [overflow-wrap:anywhere] ${struck}`}>{proof.title}</a>;
  }
  return <span className={`min-w-0 whitespace-pre-line [overflow-wrap:anywhere] ${struck}`}>{proof.title}</span>;
}

function About({ proof, detail, around }: { proof: Evidence; detail: Detail; around: Surroundings }) {
  const words = around.words.item;
  const { standing, days, until } = proofStanding(proof, detail.item, around);
  const day = (at: string): string => dayWords(at, around.zone);
  const stands = standing === "withdrawn" ? fill(words.stands.withdrawn, { reason: proof.withdrawnReason ?? "" })
    : standing === "stale" ? fill(words.stands.stale, { day: day(until ?? proof.trueAt) })
    : standing === "valid-now" ? words.validNow : words.stands[standing];
  const isResult = proof.kind === "check" || proof.kind === "measurement";
  const result = isResult ? standsOf(detail, around)(proof) : null;
  const failing = result === "fail";
  const tone = failing ? "text-stop" : standing === "stale" || standing === "stale-then" ? "text-warn" : standing === "withdrawn" ? "" : "text-go";
  const value = proof.value === null ? null : `${proof.value} ${proof.unit ?? ""}`;
  const outcome = proof.outcome === null ? null : words.check[proof.outcome];
  // What fails or was superseded proves nothing, however long it would be valid.
  const standsAs = result === "fail" || result === "superseded" ? words.measure.stands[result] : stands;
  return (
    <p className="text-small text-ink-3">
      {[words.kind[proof.kind], isResult ? (proof.source ?? words.measure.noSource) : null, value, outcome, fill(words.trueOn, { day: day(proof.trueAt) }), days === null ? words.forEver : count(words.validFor, days)].filter(Boolean).join(" · ")}
      {" · "}<span className={result === "superseded" ? "" : tone}>{standsAs}</span>
      <span className="block">{proof.itemId === detail.item.id ? null : `${fill(words.links.from, { text: detail.linked.find(({ id }) => id === proof.itemId)?.text ?? "" })} · `}{fill(words.by, { name: detail.people[proof.addedBy]?.name ?? words.someone, when: day(proof.addedAt) })}</span>
    </p>
  );
}
