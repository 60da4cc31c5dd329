import { ownOf } from "@/lib/document/held";
import { noReason } from "@/lib/document/launch-rows";
import { itemsOf, type Held, type ItemState, type ReadItem, type Reading } from "@/lib/document/reading";

type States = Readonly<Record<string, ItemState>>;

/**
 * The launch's states by the document's keys, with what a line says and nobody adopted left on it: an owner who is no member,
 * links that nobody made a proof, the approval of a waiver, a reason that nothing here can hold. Where the launch has come
 * to something of its own, its own stands; so a document that was only imported is written as it came. `isMember`: whom the
 * launch knows by these words; a member who has it no longer is named no longer.
 */
export function withWordsOf(reading: Pick<Reading, "sections">, own: States, isMember: (owner: string) => boolean = () => false): Record<string, ItemState> {
  const items = itemsOf(reading);
  const moved = new Set(items.filter((read) => own[read.key] && !isAdopted(read, own[read.key])).map(({ key }) => key));
  const children = new Map<string, string[]>();
  for (const { key, parentKey } of items) if (parentKey !== null) children.set(parentKey, [...(children.get(parentKey) ?? []), key]);
  const isMoved = (key: string): boolean => (children.get(key)?.some((child) => isMoved(child)) ?? moved.has(key));
  return Object.fromEntries(items.flatMap((read) => {
    const state = own[read.key];
    if (!state) return [];
    // A tick that contradicts its children is told as a finding; it goes once one of them does.
    const work = children.has(read.key) && !isMoved(read.key) ? read.work : state.work;
    return [[read.key, lined(read, { ...state, work }, isMember)]];
  }));
}

/** Whether an item is at what its line says of work and applicability. */
function isAdopted(read: ReadItem, state: ItemState | undefined): boolean {
  return state?.work === read.work && applicabilityOf(read, state) === read.applicability;
}

/** Ticking decides that an item applies, also one whose line still says undecided. */
function applicabilityOf(read: ReadItem, state: ItemState): ItemState["applicability"] {
  return read.checked && state.work === "done" && read.applicability === "undecided" && state.applicability === "applies" ? "undecided" : state.applicability;
}

function lined(read: ReadItem, state: ItemState, isMember: (owner: string) => boolean): ItemState {
  const applicability = applicabilityOf(read, state);
  const known = new Set(state.evidence.map(({ url }) => url));
  const words = (is: boolean, said: string | null, own: string | null): string | null => (is && (own === null || (said === null && own === noReason)) ? said : own);
  return {
    ...state, applicability,
    reason: words(state.work === read.work, read.reason, state.reason),
    applicabilityReason: words(applicability === read.applicability, read.applicabilityReason, state.applicabilityReason),
    owner: state.owner ?? (read.owner !== null && isMember(read.owner) ? null : read.owner),
    evidence: [...read.evidence.filter(({ url }) => !known.has(url)), ...state.evidence],
    waiver: waiverOf(read, state),
    ...(state.held ? { held: heldOf(read, state.held) } : {}),
  };
}

/** A reason for what the words say anyway stays where the line gives it, and is no news else. */
function heldOf(read: ReadItem, held: Held): Held {
  const said = read.held?.requiredReason ?? null;
  const same = held.required === (read.held ?? ownOf(read)).required;
  if (same && (held.requiredReason === null || held.requiredReason === noReason)) return { ...held, requiredReason: said };
  return held.required && ownOf(read).required && held.requiredReason !== said ? { ...held, requiredReason: null } : held;
}

/** What the document asked for arrives as requested, or, lacking what a request needs, not at all. */
function waiverOf({ waiver: said }: ReadItem, { waiver: own }: ItemState): ItemState["waiver"] {
  if (said === null) return own;
  const whole = said.reason !== null && said.control !== null && said.until !== null;
  if (own === null) return whole ? null : said;
  return own.state === "requested" && own.reason === said.reason && own.control === said.control && own.until === said.until ? said : own;
}
