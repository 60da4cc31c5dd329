import type { Item, LaunchState } from "@/lib/domain/state";
import { fieldName, fieldValue } from "./field-words";
import { differencesOf, material, parentsIn } from "./merge-fields";
import { holdsOf, signedFor } from "./merge-holds";
import { linkQuestions } from "./merge-links";
import { matchItems } from "./merge-match";
import { itemsOfPairs, mergedOrder, movedAmong, placesOf, toCome, type Places } from "./merge-places";
import { anchorsOf, graphOf, type Gone, type MergePlan, type MergeQuestion, type Names, type Pair } from "./merge-plan";
import { restOf } from "./merge-rest";
import { plain } from "./plain";
import { treeOrder } from "./tree-order";
import { isSame, itemsOf, type Reading } from "./reading";

/**
 * What importing `next` into a living launch would do: a three-way merge between what was imported (`base`), what it
 * became here (`state`), and the new text. Nothing is applied. What changed on one side only is taken from that side;
 * what changed on both, or may be one thing or another, is a question. `names`: of people, by user id, for owners.
 */
export function mergeReading(base: Reading, next: Reading, state: LaunchState, names: Names = {}): MergePlan {
  const { createdAt } = state.launch;
  const [baseGraph, nextGraph] = [graphOf(base, createdAt, "base "), graphOf(next, createdAt, "next ")];
  const anchors = anchorsOf(base, state);
  const matched = matchItems(baseGraph, nextGraph, anchors, state);
  // Between a text and itself nothing changed, so there is nothing to ask, also where equal words could be paired in two ways.
  const same = isSame(base, next) && anchors.size === itemsOf(base).length;
  const inner = { base, next, baseGraph, nextGraph, anchors, pairs: matched.pairs, gone: matched.gone, names, same };
  if (same) return { steps: [], questions: [], notices: [], empty: true, inner };
  const plan: MergePlan = { steps: [], questions: [...matched.questions], notices: [], empty: true, inner };
  const places = bothPlaces(inner, state);
  const moved = movedOf(inner, state);
  const parents = parentsIn(state);
  for (const pair of matched.pairs) addPair(plan, pair, state, places, moved, parents);
  for (const entry of matched.fresh) addFresh(plan, entry.row, entry.read.line, state, places);
  for (const gone of matched.gone) addGone(plan, gone, state);
  addHeadings(plan, state, places);
  const rest = restOf(base, next, nextGraph.rows, state);
  plan.steps.push(...[...rest.launch, ...rest.seats, ...rest.newSeats, ...rest.notes, ...rest.newNotes].map((one) => one.step));
  plan.questions.push(...rest.questions, ...linkQuestions(inner, state));
  plan.empty = plan.steps.length === 0 && plan.questions.length === 0;
  return plan;
}

type Inner = MergePlan["inner"];
export interface BothPlaces { base: Places; next: Places }

/** Where both documents' sections and groups are here. */
export function bothPlaces(inner: Pick<Inner, "baseGraph" | "nextGraph" | "anchors" | "pairs">, state: LaunchState): BothPlaces {
  const base = placesOf(inner.baseGraph, inner.anchors, state, null);
  return { base, next: placesOf(inner.nextGraph, itemsOfPairs(inner.pairs), state, { graph: inner.baseGraph, places: base }) };
}

/** The items here in the order of each side: here, the new document, the imported one. */
export function ordersOf(inner: Pick<Inner, "next" | "base" | "anchors">, itemOf: ReadonlyMap<string, string>, state: LaunchState) {
  const of = (reading: Reading, ids: ReadonlyMap<string, string>) => itemsOf(reading).flatMap((read) => ids.get(read.key) ?? []);
  // As it is shown: an item's position orders it within its group.
  const place = (item: Item) => [state.section[item.sectionId]?.position ?? 0, state.group[item.groupId]?.position ?? 0, item.position] as const;
  const placed = Object.values(state.item).map((item) => ({ id: item.id, parentId: state.item[item.parentId ?? ""]?.retiredAt === null ? item.parentId : null, groupId: item.groupId, place: place(item) }));
  placed.sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1] || a.place[2] - b.place[2] || (a.id < b.id ? -1 : 1));
  const here = treeOrder(placed).map(({ id }) => id);
  return { here, next: of(inner.next, itemOf), base: of(inner.base, inner.anchors) };
}

function movedOf(inner: Inner, state: LaunchState): Set<string> {
  const { here, next, base } = ordersOf(inner, itemsOfPairs(inner.pairs), state);
  return movedAmong(here, mergedOrder(here, next, base));
}

/** The group an item shall stand in, where the document moved it; with a question where it was moved here as well. */
export function placeOf(pair: Pair, item: Item, places: BothPlaces): { groupId: string; question: string | null } | null {
  const found = places.next.group.get(pair.next.row.groupId);
  // A group that cannot be found here, under the heading that it always had: nobody moved the item.
  if (found === undefined && pair.base?.path === pair.next.path && !places.base.group.has(pair.base.row.groupId)) return null;
  const wanted = found ?? toCome(pair.next.row.groupId);
  const was = pair.base === null ? item.groupId : (places.base.group.get(pair.base.row.groupId) ?? item.groupId);
  if (wanted === was || wanted === item.groupId) return null;
  return { groupId: wanted, question: item.groupId === was ? null : `place:${item.key}` };
}

/** Whether the new document has an item just where it was put here, and the imported one had it elsewhere or not at all: our own export. */
export function isPlacedHere(pair: Pair, item: Item, state: LaunchState): boolean {
  const here = `${state.section[item.sectionId]?.title ?? ""}\n${state.group[item.groupId]?.title ?? ""}`;
  return here === pair.next.path && pair.base?.path !== pair.next.path;
}

/** Whether a retired item's pair has to be asked about: only if the document says something new of it. */
export function retiredQuestion(pair: Pair, item: Item): string | null {
  if (item.retiredAt === null || (pair.base !== null && pair.base.row.text === pair.next.row.text)) return null;
  return `retired:${item.key}`;
}

function addPair(plan: MergePlan, pair: Pair, state: LaunchState, places: BothPlaces, moved: ReadonlySet<string>, parents: ReadonlySet<string>): void {
  const item = state.item[pair.itemId];
  if (!item) return;
  const { line } = pair.next.read;
  // Most items change in nothing: what one holds is counted only when it is shown.
  const about = { itemId: item.id, line, subject: null, get holds() { return holdsOf(state, item); } };
  if (item.retiredAt !== null) {
    const question = retiredQuestion(pair, item);
    if (question === null) return;
    plan.questions.push({
      id: question, kind: "retired", itemId: item.id, line, ask: `"${plain(pair.next.row.text)}" was retired here and is in the new document. Bring it back?`,
      options: [{ id: "return", says: "Bring it back with its state and proof" }, { id: "stay", says: "It stays retired" }],
    });
    plan.steps.push({ ...about, kind: "returned", field: null, before: null, after: pair.next.row.text, stales: signedFor(state, item), question });
    return;
  }
  if (pair.when?.startsWith("keep:")) plan.steps.push({ ...about, kind: "split", field: null, before: item.text, after: pair.next.row.text, stales: signedFor(state, item), question: pair.question });
  const place = placeOf(pair, item, places);
  if (place || moved.has(item.id)) {
    if (place?.question) plan.questions.push(placeQuestion(place.question, item, line));
    const question = place?.question ?? pair.question;
    plan.steps.push({ ...about, subject: item.text, kind: "moved", field: null, before: titleAt(state, item.groupId), after: pair.next.path.split("\n").filter((part) => part !== "").join(" › "), stales: [], question });
  }
  for (const { field, before, after, question } of differencesOf(pair, item, parents, plan.inner.names, isPlacedHere(pair, item, state))) {
    if (field === "owner" && after !== null && ownerOf(after, plan.inner.names, state) === null) {
      plan.notices.push({ line, message: `The document gives "${plain(item.text)}" to "${after}", whom this launch does not have as a member: nobody is assigned.` });
      continue;
    }
    if (question !== null && !plan.questions.some((one) => one.id === question)) plan.questions.push(fieldQuestion(question, field, item, line, before, after));
    plan.steps.push({
      ...about, subject: field === "text" ? null : item.text, kind: field === "text" ? "reworded" : "changed", field, before, after,
      stales: material.has(field) ? signedFor(state, item) : [], question: question ?? pair.question,
    });
  }
  if (pair.next.read.evidence.length === 0) return;
  const known = new Set([...Object.values(state.evidence).map((one) => one.url), ...(pair.base?.read.evidence ?? []).map((one) => one.url)]);
  for (const link of pair.next.read.evidence.filter(({ url }) => !known.has(url))) {
    plan.notices.push({ line, message: `The document names ${link.url} as proof: a document's word is no proof. Attach it here if it is.` });
  }
}

/** The member that an owner's name or e-mail means; `null` when it is nobody's or more than one's. */
export function ownerOf(name: string, names: Names, state: LaunchState): string | null {
  const found = Object.entries(names).filter(([id, known]) => state.member[id] && known.trim().toLowerCase() === name.trim().toLowerCase());
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

function titleAt(state: LaunchState, groupId: string): string {
  const group = state.group[groupId];
  return [group && state.section[group.sectionId]?.title, group?.title].filter((part) => part).join(" › ");
}

function placeQuestion(id: string, item: Item, line: number): MergeQuestion {
  return {
    id, kind: "place", itemId: item.id, line, ask: `"${plain(item.text)}" was moved here and, to another place, in the document. Where does it stand?`,
    options: [{ id: "ours", says: "Where it is here" }, { id: "theirs", says: "Where the document has it" }],
  };
}

function fieldQuestion(id: string, field: string, item: Item, line: number, before: string | null, after: string | null): MergeQuestion {
  return {
    id, kind: "field", itemId: item.id, line, ask: `"${plain(item.text)}" was changed here and in the document (${fieldName(field)}). Which holds?`,
    options: [{ id: "ours", says: before === null ? "Nothing, as here" : fieldValue(field, before) }, { id: "theirs", says: after === null ? "Nothing, as in the document" : fieldValue(field, after) }],
  };
}

function addFresh(plan: MergePlan, row: Item, line: number, state: LaunchState, places: BothPlaces): void {
  const group = plan.inner.nextGraph.rows.group.find((one) => one.id === row.groupId);
  const sectionId = places.next.section.get(group?.sectionId ?? "") ?? "";
  plan.steps.push({ kind: "added", itemId: null, line, subject: null, field: null, before: null, after: row.text, holds: null, stales: signedFor(state, { ...row, sectionId }), question: null });
}

function addGone(plan: MergePlan, gone: Gone, state: LaunchState): void {
  const item = state.item[gone.itemId];
  if (!item) return;
  plan.steps.push({
    kind: "removed", itemId: item.id, line: null, subject: null, field: null, before: item.text, after: null, holds: holdsOf(state, item), stales: signedFor(state, item), question: gone.question,
  });
}

/** A heading here that the document words otherwise, and nobody reworded here. */
export function headingChanges(inner: Pick<Inner, "baseGraph" | "nextGraph">, state: LaunchState, places: BothPlaces) {
  const changes: { entity: "section" | "group"; id: string; title: string; key: string | null }[] = [];
  for (const entity of ["section", "group"] as const) {
    const was = new Map(inner.baseGraph.rows[entity].map((row) => [places.base[entity].get(row.id), row]));
    for (const row of inner.nextGraph.rows[entity]) {
      const id = places.next[entity].get(row.id);
      const here = id === undefined ? undefined : state[entity][id];
      if (id === undefined || !here) continue;
      const before = was.get(id);
      const title = before && before.title !== row.title && here.title === before.title ? row.title : here.title;
      const key = "key" in row && "key" in here ? (before && "key" in before && before.key !== row.key ? row.key : here.key) : null;
      if (title !== here.title || (key !== null && "key" in here && key !== here.key)) changes.push({ entity, id, title, key });
    }
  }
  return changes;
}

function addHeadings(plan: MergePlan, state: LaunchState, places: BothPlaces): void {
  for (const { entity, id, title } of headingChanges(plan.inner, state, places)) {
    const before = state[entity][id]?.title ?? null;
    if (before === title) continue;
    plan.steps.push({ kind: "heading", itemId: null, line: null, subject: null, field: entity, before, after: title, holds: null, stales: [], question: null });
  }
}
