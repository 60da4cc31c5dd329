import { ownOf, reasonBesideWords } from "@/lib/document/held";
import { settleState } from "@/lib/document/item-notes";
import { parentsIn } from "@/lib/document/merge-fields";
import { anchorsOf } from "@/lib/document/merge-plan";
import { isOwnOutline } from "@/lib/document/outline-of";
import { outlineOfLaunch } from "@/lib/document/outline-of-launch";
import { itemsOf, type ItemState, type ReadItem } from "@/lib/document/reading";
import { seatsOfLaunch } from "@/lib/document/seats-of-launch";
import { newSeat, type DocumentView, type SeatView } from "@/lib/document/view";
import { unchangedView, writeBytes } from "@/lib/document/write";
import { isOwnSeats } from "@/lib/document/write-seat-lines";
import type { Instant, Item } from "@/lib/domain/state";
import { dayOf } from "@/lib/domain/zone";
import type { KnownDocument } from "../queries/document";
import { withWordsOf } from "./as-imported";
import { proofsOf, waiverOf } from "./by-item";
import { runTask } from "../reader/reader";
import { sentenceOf } from "../sentences";
import type { Exported } from "./csv";

/**
 * The imported document with the launch's state in it. Nothing changed since the import: byte for byte as it came, a false
 * footer included. A launch without a document gives an empty one.
 */
export async function exportMarkdown(launch: Exported, document: Pick<KnownDocument, "reading"> | null, lastEvent: Instant): Promise<Uint8Array> {
  if (!document) return new TextEncoder().encode(`# ${launch.state.launch.name}\n`);
  const { reading } = document;
  const view = documentView(launch, document, lastEvent);
  // State is spliced in at once. Another structure is written and read again to be sure of it, which takes its time.
  if (!view.outline && !view.seatOutline) return writeBytes(reading, view);
  const ran = await runTask("kept", "write", { reading, view });
  if ("done" in ran) return ran.value;
  throw new Error(`The document of ${launch.state.launch.slug} could not be written: ${sentenceOf(ran)}`);
}

/** What the document shall say: the launch's own axes, by the document's keys. */
export function documentView(launch: Exported, { reading }: Pick<KnownDocument, "reading">, lastEvent: Instant): DocumentView {
  const { state, judgement, people } = launch;
  const { zone, goLive, nextReview } = state.launch;
  const anchors = anchorsOf(reading, state);
  const parents = parentsIn(state);
  const means = (id: string | null, said: string | null) => id !== null && said !== null && [people[id]?.name, people[id]?.email].some((one) => one?.trim().toLowerCase() === said.trim().toLowerCase());
  const items = withWordsOf(reading, Object.fromEntries(itemsOf(reading).flatMap(({ key, owner }) => {
    const item = state.item[anchors.get(key) ?? ""];
    if (!item) return [];
    const own = itemState(item, launch, parents);
    // The document may name its owner by e-mail.
    return [[key, means(item.ownerId, owner) ? { ...own, owner } : own]];
  })), (said) => Object.keys(state.member).some((id) => means(id, said)));
  const outline = outlineOfLaunch(reading, state, (item) => itemState(item, launch, parents));
  const restructured = !isOwnOutline(reading, outline);
  const seats = seatsOfLaunch(reading, state);
  const reseated = !isOwnSeats(reading, seats);
  const notes = Object.values(state.note).filter((note) => !note.retiredAt).sort((a, b) => (a.at < b.at ? -1 : 1));
  const said = JSON.stringify(notes.map(({ kind, text }) => [kind, text]));
  const notesChanged = said !== JSON.stringify(reading.notes.map(({ kind, text }) => [kind ?? "consideration", text]));
  const original = unchangedView(reading);
  const changed = notesChanged || restructured || reseated || Object.keys(state.signOff).length > 0 || Object.keys(state.decision).length > 0 || goLive?.slice(0, 10) !== (reading.meta.targetGoLive ?? undefined)
    || nextReview !== reading.meta.nextReview
    || itemsOf(reading).some((read) => items[read.key] !== undefined && !sameState(read, items[read.key], original.items[read.key]));
  return {
    changed,
    items,
    seats: seatViews(launch, seats),
    footer: {
      verdict: judgement.verdict, againstVerdict: judgement.decision?.againstVerdict === true && judgement.decision.stands, verified: judgement.numbers.verified, claimed: judgement.numbers.claimed,
      lastUpdated: dayOf(lastEvent, zone), nextReview, goLive: goLive?.slice(0, 10) ?? null,
    },
    notes: notesChanged
      ? notes.map(({ kind, text, authorId, at }) => ({ kind, text, author: authorId ? (people[authorId]?.name ?? null) : null, date: dayOf(at, zone) }))
      : null,
    ...(restructured ? { outline } : {}),
    ...(reseated ? { seatOutline: seats } : {}),
  };
}

function sameState(read: ReadItem, a: ItemState | undefined, b: ItemState | undefined): boolean {
  const words = { text: read.text, own: ownOf(read) };
  return a !== undefined && b !== undefined && JSON.stringify(settleState(a, words)) === JSON.stringify(settleState(b, words));
}

/** One item's state as its line can hold it; of a parent only whether its children are all done, for their own lines say the rest. */
function itemState(item: Item, { state, judgement, people }: Exported, parents: ReadonlySet<string>): ItemState {
  const { zone } = state.launch;
  const judged = judgement.items[item.id]?.work ?? item.work;
  const work = parents.has(item.id) && judged !== "done" ? "todo" : judged;
  const waiver = waiverOf(state, item.id);
  const proofs = proofsOf(state, item.id).filter(({ kind }) => kind === "link");
  return {
    work,
    reason: work === "blocked" ? item.workReason : null,
    applicability: item.applicability,
    applicabilityReason: item.applicability === "not-applicable" ? item.applicabilityReason : null,
    waiver: waiver
      ? { state: waiver.state === "active" ? "active" : "requested", until: dayOf(waiver.endsAt, zone), reason: waiver.reason, control: waiver.control }
      : null,
    owner: item.ownerId ? (people[item.ownerId]?.name ?? null) : null,
    due: item.due,
    evidence: proofs.sort((a, b) => (a.addedAt < b.addedAt ? -1 : 1)).map(({ title, url, trueAt }) => ({ title, url: url ?? "", on: dayOf(trueAt, zone) })),
    held: { required: item.required, requiredReason: reasonBesideWords(item.requiredReason), window: item.window, threshold: item.threshold },
  };
}

/** Positions by what the document calls their seats. */
function seatViews({ state, judgement }: Exported, seats: readonly { id: string; from: string | null }[]): Record<string, SeatView | null> {
  return Object.fromEntries(seats.map(({ id, from }, at) => {
    const seat = judgement.seats.find((one) => one.id === id);
    const signed = seat?.position && seat.signedAt
      ? { position: seat.position, name: seat.nameThen ?? "", date: dayOf(seat.signedAt, state.launch.zone), valid: !seat.stale, reason: seat.reason }
      : null;
    return [from ?? newSeat(at), signed];
  }));
}
