import type { FollowOffer, SaidField } from "@/lib/domain/said";
import { sameJson } from "@/lib/domain/same-json";
import type { Item, LaunchState } from "@/lib/domain/state";
import { liveItems } from "@/lib/domain/survey";
import { ownOf } from "./held";
import { anchorsOf } from "./merge-plan";
import { headingsAbove, readWords, type ReadWords } from "./read-words";
import type { ReadItem, Reading } from "./reading";

type Read = Pick<ReadItem, "conditional" | "threshold" | "cadence" | "window" | "advisory">;
const inDocument: { [F in SaidField]: (read: Read) => unknown } = {
  condition: (read) => read.conditional, threshold: (read) => read.threshold, cadence: (read) => read.cadence, window: (read) => read.window, advisory: (read) => read.advisory,
};
const held: { [F in SaidField]: (item: Item) => unknown } = {
  condition: (item) => item.condition, threshold: (item) => item.threshold, cadence: (item) => item.cadence, window: (item) => item.window,
  // Why an item is advisory may be anybody's reason: only that it is counts here.
  advisory: (item) => (item.required ? null : "advisory"),
};

/**
 * What was added, reworded or moved here, where its words or its new place say more or other than it holds. Items as the document has
 * them are never asked about: what was changed in them was meant. `reading` null for a launch without a document.
 */
export function followOffers(reading: Reading | null, state: LaunchState): Map<string, FollowOffer[]> {
  const anchors = reading ? new Map([...anchorsOf(reading, state)].map(([key, id]) => [id, key])) : new Map<string, string>();
  const places = new Map((reading?.sections ?? []).flatMap((section) => section.groups.flatMap((group) => group.items.map((item) => [item.key, { item, above: [section.title, ...group.title.split(" › ")].join("\n") }] as const))));
  const found = new Map<string, FollowOffer[]>();
  for (const item of liveItems(state)) {
    const was = places.get(anchors.get(item.id) ?? "");
    const headings = headingsAbove(state, item.groupId);
    if (was && was.item.text === item.text && was.above === headings.join("\n")) continue;
    const read = readWords(headings, item.text);
    const offers = read === null ? [] : offersOf(item, read, was?.item ?? null);
    if (offers.length > 0) found.set(item.id, offers);
  }
  return found;
}

function offersOf(item: Item, { said }: ReadWords, was: ReadItem | null): FollowOffer[] {
  const read: Read = { conditional: said.condition, threshold: said.threshold, cadence: said.cadence, window: said.window, advisory: said.advisory };
  const fields = Object.keys(inDocument) as SaidField[]; // exactly the keys of the literal above
  return fields.filter((field) => {
    const says = inDocument[field](read);
    const holds = held[field](item);
    if (was !== null && sameJson(says, inDocument[field]({ ...was, ...wordsAlone(was) }))) return false;
    return field === "advisory" ? says !== null && holds === null : !sameJson(says, holds);
  }).map((field) => ({ field, says: wordsFor(field, said) }));
}

/** What the document's words say, without the notes on the line. */
function wordsAlone(was: ReadItem): Pick<ReadItem, "window" | "threshold"> {
  const { window, threshold } = ownOf(was);
  return { window, threshold };
}

function wordsFor(field: SaidField, { condition, threshold, cadence, window, advisory }: ReadWords["said"]): string | null {
  switch (field) {
    case "condition": return condition;
    case "threshold": return threshold && `${threshold.metric} ${threshold.comparator} ${threshold.limit ?? "?"} ${threshold.unit}`.trim();
    case "cadence": return cadence;
    case "window": return window;
    case "advisory": return advisory;
  }
}
