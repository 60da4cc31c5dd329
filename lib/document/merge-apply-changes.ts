import { changeOf, created } from "@/lib/domain/changes";
import { onceEach } from "@/lib/domain/once-each";
import type { Change, Seat } from "@/lib/domain/state";
import type { Draft } from "./merge-draft";
import { restOf, thenNow } from "./merge-rest";
import { matchSeats } from "./seats-of-launch";

/** In the order in which rows can be written: what is referred to comes first. */
export function collect(draft: Draft): Change[] {
  const rest = restOf(draft.plan.inner.base, draft.plan.inner.next, draft.plan.inner.nextGraph.rows, draft.state);
  const holds = ({ when }: { when: readonly string[] | null }) => when === null || when.slice(1).includes(draft.answers[when[0] ?? ""] ?? "");
  const timed = <Patch extends object>(patch: Patch): Patch => {
    // Only fields that hold a moment are ever told by the empty string, so each stays of its type.
    return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, value === thenNow ? draft.now : value])) as Patch;
  };
  const { launch, seat, note, section, group, item } = draft.state;
  const launchPatch = Object.assign({}, ...rest.launch.filter(holds).map((one) => timed(one.patch))) as Partial<typeof launch>; // patches of the launch row
  const seatKey = onceEach(Object.values(seat).map(({ key }) => key));
  const lastSeat = Math.max(-1, ...Object.values(seat).map(({ position }) => position));
  const changes: (Change | null | undefined)[] = [
    changeOf("launch", launch, launchPatch),
    ...draft.newSections.map((row) => created("section", row)),
    ...[...draft.sections].map(([id, patch]) => section[id] && changeOf("section", section[id], patch)),
    ...draft.newGroups.map((row) => created("group", row)),
    ...[...draft.groups].map(([id, patch]) => group[id] && changeOf("group", group[id], patch)),
    ...draft.newFacts.map((row) => created("fact", row)),
    ...draft.newItems.map((row) => created("item", row)),
    ...[...draft.items].map(([id, patch]) => item[id] && changeOf("item", item[id], patch)),
    ...draft.waivers,
    ...rest.newSeats.filter(holds).map(({ row }, at) => created("seat", { ...row, id: draft.newId(), key: seatKey(row.key), position: lastSeat + 1 + at, createdAt: draft.now })),
    ...mergedById([...seatLines(draft), ...rest.seats.filter(holds)]).map(([id, patch]) => seat[id] && changeOf("seat", seat[id], timed(patch))),
    ...rest.newNotes.map(({ row }) => created("note", { ...row, id: draft.newId(), at: draft.now })),
    ...mergedById(rest.notes.filter(holds)).map(([id, patch]) => note[id] && changeOf("note", note[id], timed(patch))),
  ];
  return changes.filter((change): change is Change => change !== null && change !== undefined);
}

function seatLines(draft: Draft): { id: string; patch: Partial<Seat> }[] {
  const found = matchSeats(draft.plan.inner.next, draft.state);
  const lines = new Map(draft.plan.inner.next.seats.map((seat) => [found.get(seat.key)?.id, seat.line]));
  return Object.values(draft.state.seat).map((seat) => ({ id: seat.id, patch: { line: lines.get(seat.id) ?? null } }));
}

function mergedById<Row>(found: readonly { id: string; patch: Partial<Row> }[]): [string, Partial<Row>][] {
  const byId = new Map<string, Partial<Row>>();
  for (const { id, patch } of found) byId.set(id, { ...byId.get(id), ...patch });
  return [...byId];
}
