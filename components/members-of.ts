import type { LaunchState } from "@/lib/domain/state";
import type { Person } from "./item/surroundings";

/** The members of a launch by name. */
export function membersOf(state: LaunchState, people: Readonly<Record<string, { name: string }>>, absent: string): Person[] {
  return Object.keys(state.member).map((id) => ({ id, name: people[id]?.name ?? absent })).sort((a, b) => a.name.localeCompare(b.name, "en"));
}
