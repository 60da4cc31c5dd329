import type { Applicability, Work } from "@/lib/domain/state";

/** What a symbol, a box or a word in a status column says. `null` applicability: it says nothing of that. */
export interface Status { work: Work; applicability: Applicability | null }

const groups: { signs: readonly string[]; words: RegExp; status: Status }[] = [
  { signs: ["✅", "☑️", "☑", "✔️", "✔", "🟢", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", ":green_circle:", ":large_green_circle:", "(/)", "[x]", "[X]"], words: /^(?:x|done|yes|complete|completed|ok|pass|passed|closed|resolved|fixed|finished|released|shipped|hecho|sí|completo|completado|listo|cerrado|resuelto|terminado)$/iu, status: { work: "done", applicability: null } },
  { signs: ["🟡", "🟠", "⏳", "⌛", "🚧", "🔄", ":construction:", ":hourglass:", ":hourglass_flowing_sand:", ":yellow_circle:", ":large_yellow_circle:", ":orange_circle:", "[~]", "[/]"], words: /^(?:in progress|in review|in test(?:ing)?|review|testing|wip|partial(?:ly done)?|started|ongoing|en curso|en progreso|en revisión|parcial)$/iu, status: { work: "in-progress", applicability: null } },
  { signs: ["⛔", "🛑", ":no_entry:", ":stop_sign:"], words: /^(?:blocked|on hold|waiting|impeded|stuck|bloqueado|en espera)$/iu, status: { work: "blocked", applicability: null } },
  { signs: ["➖", "[-]", "[n/a]", "[N/A]"], words: /^(?:n\/?a|not applicable|won['’]?t (?:do|fix)|wontfix|cancell?ed|no aplica|cancelado|descartado)$/iu, status: { work: "todo", applicability: "not-applicable" } },
  { signs: ["❓", "❔", ":question:", "[?]"], words: /^(?:\?|tbd|unknown|por decidir|por definir)$/iu, status: { work: "todo", applicability: "undecided" } },
  { signs: ["☐", "⬜", "◻️", "🔲", "❌", "✖️", "✗", "⚠️", "⚠", "🔴", "⚪", ":x:", ":warning:", ":red_circle:", ":white_circle:", ":white_large_square:", ":black_square_button:", "(x)", "(!)", "[>]", "[<]", "[!]", "[ ]", "[]"], words: /^(?:|no|todo|to do|open|new|backlog|selected for development|pending|planned|not done|not started|missing|fail|failed|pendiente|abierto|falta)$/iu, status: { work: "todo", applicability: null } },
];

/** All symbols that stand for a status, longest first, as a part of a pattern; boxes are not among them. */
export const statusSigns = groups.flatMap((group) => group.signs).filter((sign) => !sign.startsWith("[")).sort((one, other) => other.length - one.length)
  .map((sign) => sign.replace(/[()]/g, "\\$&")).join("|");

/** What a whole cell or box says; `null` when it says no status. An empty one is open. */
export function statusIn(text: string): Status | null {
  const clean = text.trim();
  const sign = new RegExp(`^(${statusSigns}|\\[[^\\]]{0,3}\\])\\s*(.*)$`, "u").exec(clean);
  const words = sign ? (sign[2] ?? "") : clean;
  const bySign = sign && groups.find((group) => group.signs.includes(sign[1] ?? ""))?.status;
  // "🟡 In progress": the words beside the symbol say it better, where they are known.
  const byWords = words === "" && sign ? undefined : groups.find((group) => group.words.test(words))?.status;
  return byWords ?? bySign ?? null;
}

export function statusOf(text: string): Status {
  return statusIn(text) ?? { work: "todo", applicability: null };
}
