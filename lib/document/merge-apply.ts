import { changeOf, created } from "@/lib/domain/changes";
import type { Change, Fact, Group, Instant, Item, LaunchState, Seat, Section } from "@/lib/domain/state";
import { bothPlaces, headingChanges, ordersOf, ownerOf, placeOf, retiredQuestion, type BothPlaces } from "./merge";
import { differencesOf, parentsIn, patchOf } from "./merge-fields";
import { mergedOrder, toCome } from "./merge-places";
import type { Answers, Entry, MergePlan, MergeQuestion, Pair } from "./merge-plan";
import { restOf, thenNow } from "./merge-rest";
import { settle } from "./note-text";

/** The questions that these answers leave open, or answer with something that is no option. */
export function openQuestions(plan: Pick<MergePlan, "questions">, answers: Answers): MergeQuestion[] {
  return plan.questions.filter(({ id, options }) => !options.some((option) => option.id === answers[id]));
}

/**
 * The changes that a confirmed merge makes: rows are retired, never removed; keys stay; what moved keeps its words.
 * `state` must be the state that the plan was made for.
 * @throws Error when a question is left open
 */
export function applyMerge(plan: MergePlan, answers: Answers, state: LaunchState, now: Instant, newId: () => string): Change[] {
  const [open] = openQuestions(plan, answers);
  if (open) throw new Error(`The question ${open.id} is not answered.`);
  if (plan.inner.same) return [];
  return new Applying(plan, answers, state, now, newId).changes();
}

class Applying {
  private readonly items = new Map<string, Partial<Item>>();
  private readonly groups = new Map<string, Partial<Group>>();
  private readonly sections = new Map<string, Partial<Section>>();
  private readonly newItems: Item[] = [];
  private readonly newGroups: Group[] = [];
  private readonly newSections: Section[] = [];
  private readonly newFacts: Fact[] = [];
  /** Ids here of the new document's rows. */
  private readonly ids = new Map<string, string>();
  private readonly pairs: Pair[];
  private readonly places: BothPlaces;
  private readonly parents: ReadonlySet<string>;

  constructor(
    private readonly plan: MergePlan, private readonly answers: Answers, private readonly state: LaunchState,
    private readonly now: Instant, private readonly newId: () => string,
  ) {
    this.pairs = plan.inner.pairs.filter(({ question, when }) => question === null || answers[question] === when);
    this.places = bothPlaces(plan.inner, state);
    this.parents = parentsIn(state);
  }

  changes(): Change[] {
    const itemOf = new Map(this.pairs.map((pair) => [pair.next.read.key, pair.itemId]));
    this.addBlocks();
    this.addFacts();
    for (const entry of this.plan.inner.nextGraph.entries) this.ids.set(entry.row.id, itemOf.get(entry.read.key) ?? this.newId());
    const fresh = this.plan.inner.nextGraph.entries.filter((entry) => !itemOf.has(entry.read.key));
    this.retireGone();
    this.writeLines();
    for (const pair of this.pairs) this.change(pair);
    const keys = new Set(Object.values(this.state.item).map((item) => item.key));
    for (const entry of fresh) this.add(entry, keys);
    this.nameAlternatives();
    this.leaveOutUnused();
    this.order(itemOf);
    this.settleBlocks();
    return this.collect();
  }

  private patch(id: string, patch: Partial<Item>): void {
    this.items.set(id, { ...this.items.get(id), ...patch });
  }

  private addBlocks(): void {
    const { section, group } = this.plan.inner.nextGraph.rows;
    for (const row of section) {
      const here = this.places.next.section.get(row.id);
      this.ids.set(row.id, here ?? this.newId());
      if (here === undefined) this.newSections.push({ ...row, id: this.idOf(row.id) });
    }
    for (const row of group) {
      const here = this.places.next.group.get(row.id);
      this.ids.set(row.id, here ?? this.newId());
      if (here === undefined) this.newGroups.push({ ...row, id: this.idOf(row.id), sectionId: this.idOf(row.sectionId) });
      else this.groups.set(here, this.groupPatch(here, row));
    }
    for (const { entity, id, title, key } of headingChanges(this.plan.inner, this.state, this.places)) {
      if (entity === "section") this.sections.set(id, { ...this.sections.get(id), title, ...(key === null ? {} : { key }) });
      else this.groups.set(id, { ...this.groups.get(id), title });
    }
  }

  /** A group goes to another section where the document moved it, and nobody did here. */
  private groupPatch(here: string, row: Group): Partial<Group> {
    const group = this.state.group[here];
    const patch: Partial<Group> = {};
    const wanted = this.idOf(row.sectionId);
    const before = this.plan.inner.baseGraph.rows.group.find((one) => this.places.base.group.get(one.id) === here);
    const was = before && this.places.base.section.get(before.sectionId);
    // A section that was not made the last time either, since nothing stood in it.
    if (before && was === undefined && !this.places.next.section.has(row.sectionId)) return patch;
    if (group && wanted !== group.sectionId && was !== wanted && (was === undefined || was === group.sectionId)) patch.sectionId = wanted;
    return patch;
  }

  private idOf(nextRow: string): string {
    return this.ids.get(nextRow) ?? nextRow;
  }

  private addFacts(): void {
    const here = new Map(Object.values(this.state.fact).map((fact) => [fact.key, fact.id]));
    const used = new Set(this.plan.inner.nextGraph.entries.map((entry) => entry.row.factId));
    for (const row of this.plan.inner.nextGraph.rows.fact) {
      const known = here.get(row.key);
      this.ids.set(row.id, known ?? this.newId());
      if (known !== undefined || !used.has(row.id)) continue;
      this.newFacts.push({ ...row, id: this.idOf(row.id), position: here.size + this.newFacts.length, createdAt: this.now });
    }
  }

  private retireGone(): void {
    for (const { itemId, question, retireWhen } of this.plan.inner.gone) {
      if (question === null || retireWhen.includes(this.answers[question] ?? "")) this.patch(itemId, { retiredAt: this.now });
    }
  }

  /** Lines are those of the new document; what it does not have is on none. */
  private writeLines(): void {
    for (const item of Object.values(this.state.item)) if (item.line !== null) this.patch(item.id, { line: null });
    for (const { itemId, next } of this.pairs) this.patch(itemId, { line: next.read.line });
  }

  private change(pair: Pair): void {
    const item = this.state.item[pair.itemId];
    if (!item) return;
    const question = retiredQuestion(pair, item);
    if (item.retiredAt !== null && (question === null || this.answers[question] !== "return")) return;
    if (item.retiredAt !== null) this.patch(item.id, { retiredAt: null });
    const theirs = (asked: string | null) => asked === null || this.answers[asked] === "theirs";
    const place = placeOf(pair, item, this.places);
    if (place && theirs(place.question)) this.patch(item.id, { groupId: this.groupId(place.groupId) });
    const parent = pair.next.row.parentId;
    if (parent !== pair.base?.row.parentId || pair.base === null) this.changeParent(pair, item);
    for (const { field, question: asked } of differencesOf(pair, item, this.parents, this.plan.inner.names)) {
      // Whoever reworded a condition away or in, the item's applicability is compared for itself.
      if (!theirs(asked)) continue;
      this.patch(item.id, patchOf(field, pair.next.row, this.now));
      if (field === "condition") this.patch(item.id, this.conditionOf(pair.next.row));
      if (field === "alternatives" && pair.next.row.alternatives === null) this.patch(item.id, { alternatives: null });
      if (field === "owner") this.patch(item.id, this.ownerPatch(pair));
    }
    this.requestWaiver(pair, item);
  }

  private ownerPatch(pair: Pair): Partial<Item> {
    const name = settle(pair.next.read.owner);
    if (name === null) return { ownerId: null };
    const id = ownerOf(name, this.plan.inner.names, this.state);
    return id === null ? {} : { ownerId: id };
  }

  private groupId(id: string): string {
    const row = this.plan.inner.nextGraph.rows.group.find((one) => toCome(one.id) === id);
    return row ? this.idOf(row.id) : id;
  }

  private changeParent(pair: Pair, item: Item): void {
    const next = pair.next.row.parentId === null ? null : this.idOf(pair.next.row.parentId);
    const before = pair.base?.read.parentKey ?? null;
    const was = before === null ? null : (this.plan.inner.anchors.get(before) ?? null);
    if (next !== was && item.parentId === was && !this.isAbove(item.id, next)) this.patch(item.id, { parentId: next });
  }

  /** Whether `item` stands above (or is) `other` here: nothing can be its own ancestor. */
  private isAbove(item: string, other: string | null): boolean {
    const seen = new Set<string>();
    for (let at = other; at !== null && !seen.has(at); at = this.items.get(at)?.parentId ?? this.state.item[at]?.parentId ?? null) {
      if (at === item) return true;
      seen.add(at);
    }
    return false;
  }

  private conditionOf(row: Item): Partial<Item> {
    return { condition: row.condition, factId: row.factId === null ? null : this.idOf(row.factId), factAnswer: row.factAnswer };
  }

  private readonly waivers: Change[] = [];
  /** A waiver that the document claims anew arrives as requested (decision rules §10). */
  private requestWaiver(pair: Pair, item: Item): void {
    const row = this.plan.inner.nextGraph.rows.waiver.find((one) => one.itemId === pair.next.row.id);
    if (!row) return;
    const known = this.plan.inner.baseGraph.rows.waiver.some((one) => one.itemId === pair.base?.row.id && one.reason === row.reason && one.control === row.control)
      || Object.values(this.state.waiver).some((one) => one.itemId === item.id && settle(one.reason) === settle(row.reason) && settle(one.control) === settle(row.control));
    if (!known) this.waivers.push(created("waiver", { ...row, id: this.newId(), itemId: item.id, requestedAt: this.now }));
  }

  private add({ row, read }: Entry, keys: Set<string>): void {
    let key = read.key;
    for (let next = 2; keys.has(key); next += 1) key = `${read.key}-${next}`;
    keys.add(key);
    const stamp = (at: Instant | null) => (at === null ? null : this.now);
    const fact = row.factId === null ? undefined : this.state.fact[this.idOf(row.factId)];
    const item: Item = {
      ...row, ...this.conditionOf(row), id: this.idOf(row.id), key, groupId: this.idOf(row.groupId), sectionId: this.idOf(row.sectionId),
      parentId: row.parentId === null ? null : this.idOf(row.parentId), workAt: stamp(row.workAt), applicabilityAt: stamp(row.applicabilityAt), requiredAt: stamp(row.requiredAt), createdAt: this.now,
    };
    // The question that it hangs on may have been answered here (decision rules §2).
    if (fact && fact.answer !== null && item.applicability === "undecided") {
      const applies = fact.answer === (item.factAnswer ?? true);
      Object.assign(item, { applicability: applies ? "applies" : "not-applicable", applicabilityReason: applies ? null : fact.question, applicabilityBy: "fact" });
    }
    this.newItems.push(item);
    const waiver = this.plan.inner.nextGraph.rows.waiver.find((one) => one.itemId === row.id);
    if (waiver) this.waivers.push(created("waiver", { ...waiver, id: this.newId(), itemId: item.id, requestedAt: this.now }));
  }

  /** Alternatives here keep their word; new ones get one that nobody uses. */
  private nameAlternatives(): void {
    const members = new Map<string, string[]>();
    for (const { row } of this.plan.inner.nextGraph.entries) {
      if (row.alternatives !== null) members.set(row.alternatives, [...(members.get(row.alternatives) ?? []), this.idOf(row.id)]);
    }
    const fresh = new Map(this.newItems.map((item) => [item.id, item]));
    for (const ids of members.values()) {
      const word = ids.map((id) => this.state.item[id]?.alternatives).find((found) => found) ?? this.state.item[ids[0] ?? ""]?.key ?? fresh.get(ids[0] ?? "")?.key ?? null;
      const changed = ids.some((id) => fresh.has(id)) || this.pairs.some((pair) => ids.includes(pair.itemId) && pair.base !== null && pair.base.row.alternatives === null);
      for (const id of changed ? ids : []) {
        const item = fresh.get(id);
        if (item) item.alternatives = word;
        else if (this.state.item[id]?.alternatives === null) this.patch(id, { alternatives: word });
      }
    }
  }

  /** Headings under which nothing would stand are not made. */
  private leaveOutUnused(): void {
    const keep = <Row extends { id: string }>(rows: Row[], used: ReadonlySet<unknown>) => rows.splice(0, rows.length, ...rows.filter((row) => used.has(row.id)));
    keep(this.newGroups, new Set([...this.newItems.map((item) => item.groupId), ...[...this.items.values()].map((patch) => patch.groupId)]));
    keep(this.newSections, new Set([...this.newGroups, ...this.groups.values()].map((group) => group.sectionId)));
  }

  private order(itemOf: ReadonlyMap<string, string>): void {
    const orders = ordersOf(this.plan.inner, itemOf, this.state);
    const next = this.plan.inner.nextGraph.entries.map((entry) => this.idOf(entry.row.id));
    const fresh = new Map(this.newItems.map((item) => [item.id, item]));
    for (const [position, id] of renumbered(orders.here, mergedOrder(orders.here, next, orders.base))) {
      const item = fresh.get(id);
      if (item) item.position = position;
      else this.patch(id, { position });
    }
    this.orderBlocks("section", this.newSections, this.sections);
    this.orderBlocks("group", this.newGroups, this.groups);
  }

  private orderBlocks(entity: "section" | "group", fresh: (Section | Group)[], patches: Map<string, Partial<Section & Group>>): void {
    const rows: (Section | Group)[] = Object.values(this.state[entity]);
    const here = rows.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map((row) => row.id);
    const base = this.plan.inner.baseGraph.rows[entity].flatMap((row) => this.places.base[entity].get(row.id) ?? []);
    const known = new Set([...here, ...fresh.map((row) => row.id)]);
    const next = this.plan.inner.nextGraph.rows[entity].map((row) => this.idOf(row.id)).filter((id) => known.has(id));
    for (const [position, id] of renumbered(here, mergedOrder(here, next, base))) {
      const row = fresh.find((one) => one.id === id);
      if (row) row.position = position;
      else patches.set(id, { ...patches.get(id), position });
    }
  }

  /** Items stand in the section of their group; a group or section that the document lost, and that is empty now, is retired. */
  private settleBlocks(): void {
    const sectionOf = new Map([...Object.values(this.state.group), ...this.newGroups].map((group) => [group.id, this.groups.get(group.id)?.sectionId ?? group.sectionId]));
    const live = { section: new Set<string>(), group: new Set<string>() };
    const touched = { section: new Set<string>(), group: new Set<string>() };
    for (const item of [...Object.values(this.state.item), ...this.newItems]) {
      const patch = this.items.get(item.id) ?? {};
      const groupId = patch.groupId ?? item.groupId;
      const sectionId = sectionOf.get(groupId) ?? item.sectionId;
      if (sectionId !== item.sectionId) this.patch(item.id, { sectionId });
      if ((patch.retiredAt === undefined ? item.retiredAt : patch.retiredAt) !== null) continue;
      // What comes to stand under a retired heading brings it back; what somebody retired with its heading stays so.
      if (patch.groupId !== undefined || patch.retiredAt === null || !this.state.item[item.id]) {
        touched.group.add(groupId);
        touched.section.add(sectionId);
      }
      live.group.add(groupId);
      live.section.add(sectionId);
    }
    for (const item of this.newItems) item.sectionId = sectionOf.get(item.groupId) ?? item.sectionId;
    for (const entity of ["section", "group"] as const) {
      const revive = (id: string) => {
        if (!this.state[entity][id]?.retiredAt) return;
        if (entity === "section") this.sections.set(id, { ...this.sections.get(id), retiredAt: null });
        else this.groups.set(id, { ...this.groups.get(id), retiredAt: null });
      };
      for (const id of touched[entity]) revive(id);
      const still = new Set(this.plan.inner.nextGraph.rows[entity].map((row) => this.idOf(row.id)));
      for (const id of this.places.base[entity].values()) {
        const row = this.state[entity][id];
        if (!row || row.retiredAt !== null || still.has(id) || live[entity].has(id)) continue;
        if (entity === "section") this.sections.set(id, { ...this.sections.get(id), retiredAt: this.now });
        else this.groups.set(id, { ...this.groups.get(id), retiredAt: this.now });
      }
    }
  }

  private seatLines(): { id: string; patch: Partial<Seat> }[] {
    const lines = new Map(this.plan.inner.next.seats.map((seat) => [seat.key, seat.line]));
    return Object.values(this.state.seat).map((seat) => ({ id: seat.id, patch: { line: lines.get(seat.key) ?? null } }));
  }

  /** In the order in which rows can be written: what is referred to comes first. */
  private collect(): Change[] {
    const rest = restOf(this.plan.inner.base, this.plan.inner.next, this.plan.inner.nextGraph.rows, this.state);
    const holds = ({ when }: { when: readonly string[] | null }) => when === null || this.answers[when[0] ?? ""] === when[1];
    const timed = <Patch extends object>(patch: Patch): Patch => {
      // Only fields that hold a moment are ever told by the empty string, so each stays of its type.
      return Object.fromEntries(Object.entries(patch).map(([field, value]) => [field, value === thenNow ? this.now : value])) as Patch;
    };
    const { launch, seat, note, section, group, item } = this.state;
    const launchPatch = Object.assign({}, ...rest.launch.filter(holds).map((one) => timed(one.patch))) as Partial<typeof launch>; // patches of the launch row
    const changes: (Change | null | undefined)[] = [
      changeOf("launch", launch, launchPatch),
      ...this.newSections.map((row) => created("section", row)),
      ...[...this.sections].map(([id, patch]) => section[id] && changeOf("section", section[id], patch)),
      ...this.newGroups.map((row) => created("group", row)),
      ...[...this.groups].map(([id, patch]) => group[id] && changeOf("group", group[id], patch)),
      ...this.newFacts.map((row) => created("fact", row)),
      ...this.newItems.map((row) => created("item", row)),
      ...[...this.items].map(([id, patch]) => item[id] && changeOf("item", item[id], patch)),
      ...this.waivers,
      ...rest.newSeats.map(({ row }, at) => created("seat", { ...row, id: this.newId(), position: Object.keys(seat).length + at, createdAt: this.now })),
      ...mergedById([...rest.seats.filter(holds), ...this.seatLines()]).map(([id, patch]) => seat[id] && changeOf("seat", seat[id], timed(patch))),
      ...rest.newNotes.map(({ row }) => created("note", { ...row, id: this.newId(), at: this.now })),
      ...mergedById(rest.notes.filter(holds)).map(([id, patch]) => note[id] && changeOf("note", note[id], timed(patch))),
    ];
    return changes.filter((change): change is Change => change !== null && change !== undefined);
  }
}

/** New positions, where the order differs at all: from 0 in the order wanted. */
function renumbered(here: readonly string[], wanted: readonly string[]): [number, string][] {
  if (here.length === wanted.length && here.every((id, at) => id === wanted[at])) return [];
  return wanted.map((id, position) => [position, id]);
}

function mergedById<Row>(found: readonly { id: string; patch: Partial<Row> }[]): [string, Partial<Row>][] {
  const byId = new Map<string, Partial<Row>>();
  for (const { id, patch } of found) byId.set(id, { ...byId.get(id), ...patch });
  return [...byId];
}
