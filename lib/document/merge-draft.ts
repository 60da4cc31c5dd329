import type { Change, Fact, Group, Instant, Item, LaunchState, Section } from "@/lib/domain/state";
import { bothPlaces, type BothPlaces } from "./merge";
import { parentsIn } from "./merge-fields";
import type { Answers, MergePlan, Pair } from "./merge-plan";

/** What a confirmed merge makes of a launch's rows, while it is put together. */
export class Draft {
  readonly items = new Map<string, Partial<Item>>();
  readonly groups = new Map<string, Partial<Group>>();
  readonly sections = new Map<string, Partial<Section>>();
  readonly newItems: Item[] = [];
  readonly newGroups: Group[] = [];
  readonly newSections: Section[] = [];
  readonly newFacts: Fact[] = [];
  readonly waivers: Change[] = [];
  /** Ids here of the new document's rows. */
  readonly ids = new Map<string, string>();
  readonly pairs: Pair[];
  readonly places: BothPlaces;
  readonly parents: ReadonlySet<string>;

  constructor(
    readonly plan: MergePlan, readonly answers: Answers, readonly state: LaunchState,
    readonly now: Instant, readonly newId: () => string,
  ) {
    this.pairs = plan.inner.pairs.filter(({ question, when }) => question === null || answers[question] === when);
    this.places = bothPlaces(plan.inner, state);
    this.parents = parentsIn(state);
  }

  patch(id: string, patch: Partial<Item>): void {
    this.items.set(id, { ...this.items.get(id), ...patch });
  }

  idOf(nextRow: string): string {
    return this.ids.get(nextRow) ?? nextRow;
  }
}
