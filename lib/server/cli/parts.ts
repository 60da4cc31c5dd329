import { byPosition } from "@/lib/domain/document-order";
import type { Group, LaunchState, Seat, Section } from "@/lib/domain/state";
import type { Done } from "../change";
import { Failure } from "./failure";

/** What came of an edit of a part of the checklist, in one line; an edit that changed nothing left no event. */
export function saidOf(named: string, what: string, done: Done): string {
  return done.kind ? `${named}: ${what} (event ${done.after.state.revision}).\n` : `${named} is so already; nothing was recorded.\n`;
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
const listed = (titles: readonly string[]): string => titles.map((title) => title || "(without a title)").join(", ") || "none";

/** A section by its number or its title. */
export function sectionBy(state: LaunchState, asked: string, retired = false): Section {
  const all = Object.values(state.section).filter((one) => (one.retiredAt !== null) === retired).sort(byPosition);
  const found = all.find(({ key }) => key === asked) ?? all.find(({ title }) => same(title, asked));
  if (!found) throw new Failure(3, `${state.launch.slug} has no ${retired ? "retired " : ""}section "${asked}". Give its number or its title: ${listed(all.map(({ key, title }) => `${key} ${title}`))}.`);
  return found;
}

/** The groups of a section that are there, or that went, in their order. */
export function groupsIn(state: LaunchState, section: Section, retired = false): Group[] {
  return Object.values(state.group).filter((one) => one.sectionId === section.id && (one.retiredAt !== null) === retired).sort(byPosition);
}

/** A group by its title, in one section, or in any where the title is there once. */
export function groupBy(state: LaunchState, asked: string, within: Section | null, retired = false): Group {
  const sections = within ? [within] : Object.values(state.section).sort(byPosition);
  const found = sections.flatMap((section) => groupsIn(state, section, retired)).filter(({ title }) => same(title, asked));
  const [group, other] = found;
  if (!group) throw new Failure(3, `${within?.title ?? state.launch.slug} has no ${retired ? "retired " : ""}group "${asked}".${within ? ` Its groups: ${listed(groupsIn(state, within, retired).map(({ title }) => title))}.` : ""}`);
  if (other) throw new Failure(3, `${state.launch.slug} has ${found.length} groups "${asked}". Say which with --in SECTION: ${listed([...new Set(found.map(({ sectionId }) => state.section[sectionId]?.title ?? ""))])}.`);
  return group;
}

/** A seat by its role or its key. */
export function seatBy(state: LaunchState, asked: string, retired = false): Seat {
  const all = Object.values(state.seat).filter((one) => (one.retiredAt !== null) === retired).sort(byPosition);
  const found = all.find(({ key }) => key === asked) ?? all.find(({ role }) => same(role, asked));
  if (!found) throw new Failure(3, `${state.launch.slug} has no ${retired ? "retired " : ""}seat "${asked}". Its seats: ${all.map(({ role }) => role).join(", ") || "none"}.`);
  return found;
}
