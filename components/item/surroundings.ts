import type { Day, Fact, Instant, Role, Window } from "@/lib/domain/state";
import type erase from "@/lib/texts/en/erase.json";
import type { ItemWords } from "./words";

export interface Person { id: string; name: string }
/** A question that decides items, and which. */
export interface Question extends Pick<Fact, "id" | "question" | "answer" | "version"> { items: readonly string[] }
export interface SectionPart {
  id: string;
  key: string;
  title: string;
  /** Days its proof lasts, where neither item nor proof says: the section's, else the launch's. */
  validDays: number | null;
  /** Whether the reader speaks for a seat that answers for it, and so may decide its waivers. */
  mine: boolean;
  groups: readonly { id: string; title: string }[];
}

/** What surrounds a launch's items: the same for the list, its side and an item's own page. */
export interface Surroundings {
  launch: string;
  me: string;
  /** Whether the launch takes no changes of its items any more: then everybody reads. */
  over: boolean;
  /** What the reader may do with items, as things are: a viewer where the launch is over. */
  role: Role;
  /** The launch's zone; days are days there. */
  zone: string;
  today: Day;
  now: Instant;
  /** The day of go-live. */
  goLive: Day | null;
  /** Go-live as a moment. */
  goLiveAt: Instant | null;
  /** The day on which the final week opens; `null` without a date. */
  finalWeek: Day | null;
  /** When each window is, in words; those without a date are left out. */
  windows: Readonly<Partial<Record<Window, string>>>;
  /** The last moment at which a waiver may end. */
  waiverUntil: Instant;
  /** The members, who may own items. */
  members: readonly Person[];
  sections: readonly SectionPart[];
  questions: readonly Question[];
  words: ItemWords;
  /** For an instance's admin, who may erase texts; `null` for everybody else. */
  erase: typeof erase | null;
}

/** Managers, and whoever speaks for a seat that answers for the section (decision rules §4). */
export function mayDecideWaivers({ role, sections }: Pick<Surroundings, "role" | "sections">, sectionId: string): boolean {
  return role === "manager" || sections.some(({ id, mine }) => id === sectionId && mine);
}

/** Viewers read; everybody else changes items. */
export function mayChange({ role }: Pick<Surroundings, "role">): boolean {
  return role !== "viewer";
}
