import { applicabilities, phases, positions, roles, windows, works } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { nameOf } from "@/lib/report/names";
import { calendarDayWords, momentWords } from "@/lib/texts/time-words";
import type { Told } from "./subject";

const among = <W extends string>(words: readonly W[], value: unknown): W | undefined => words.find((word) => word === value);
const people: ReadonlySet<string> = new Set(["ownerId", "holderId", "delegateId", "addedBy", "by", "byId"]);

/** A field's value as people say it. Anything unforeseen is shown as it stands, never left out. */
export function valueWords(field: string, value: unknown, told: Told): string {
  const t = texts("history");
  const common = texts("common");
  if (value === null || value === undefined) return people.has(field) ? t("value.nobody") : field === "sections" ? t("value.all") : t("value.none");
  if (typeof value === "boolean") return field === "required" ? t(value ? "value.required" : "value.advisory") : t(value ? "value.yes" : "value.no");
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((id) => told.state.section[String(id)]?.title ?? String(id)).join(", ") || t("value.none");
  if (field === "link") return t("value.linked");
  if (field === "threshold" && typeof value === "object") return targetWords(value);
  if (typeof value === "object") return Object.entries(value).map(([key, part]) => `${key} ${String(part)}`).join(", ");
  const said = String(value);
  if (people.has(field)) return nameOf(said, told.people, t("someone"));
  const work = field === "work" ? among(works, value) : undefined;
  if (work) return common(`work.${work}`);
  const applicability = field === "applicability" ? among(applicabilities, value) : undefined;
  if (applicability) return common(`applicability.${applicability}`);
  const position = field === "position" ? among(positions, value) : undefined;
  if (position) return common(`position.${position}`);
  const role = field === "role" ? among(roles, value) : undefined;
  if (role) return common(`role.${role}`);
  const window = field === "window" ? among(windows, value) : undefined;
  if (window) return common(`window.${window}`);
  const phase = field === "phase" ? among(phases, value) : undefined;
  if (phase) return common(`phase.${phase}`);
  return dateWords(said, told.state.launch.zone) ?? said;
}

/** "response time < 200 ms", or what is measured while nobody has set a limit. */
function targetWords(target: object): string {
  const said = new Map(Object.entries(target).map(([part, value]: [string, unknown]) => [part, value === null ? "" : String(value)]));
  const parts = said.get("limit") ? ["metric", "comparator", "limit", "unit"] : ["metric"];
  return parts.map((part) => said.get(part) ?? "").filter((part) => part !== "").join(" ");
}

/** Days, wall times and moments in words; `null` for any other text. */
function dateWords(said: string, zone: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return calendarDayWords(said);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(said)) return `${calendarDayWords(said.slice(0, 10))}, ${said.slice(11)}`;
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(said) ? momentWords(said, zone) : null;
}
