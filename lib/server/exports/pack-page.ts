import type { StoredEvent } from "@/lib/domain/check-history";
import { liveItems, liveSections } from "@/lib/domain/survey";
import { texts } from "@/lib/texts/texts";
import { nameOf, type People } from "@/lib/report/names";
import type { Exported } from "./csv";

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#111;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 2rem}th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}
.word{overflow-wrap:normal}code{font-size:.8em}h1{margin-bottom:0}.verdict{font-size:2.5rem;font-weight:700}`;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;" };

/** Text as HTML shows it; nothing that people wrote becomes markup (trust 7). */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

/** "2026-11-23 19:48:09 UTC": the exact moment stands in the events. */
const utc = (at: string | null): string => (at === null ? "" : `${at.slice(0, 19).replace("T", " ")} UTC`);

/** What stands beside a reason: what a person said, or the window's timing in words. */
function detailWords(detail: string | null): string | null {
  const known = (["too-early", "not-yet-due", "in-progress"] as const).find((one) => one === detail);
  return known ? texts("overview")(`reasons.timing.${known}`) : detail;
}

/** Everybody who can clear a reason, by name: nobody may be left to guess later who "and 2 others" were. */
function clearWords(who: readonly string[], people: People): string {
  if (who.length === 0) return texts("overview")("reasons.anyManager");
  return who.map((id) => nameOf(id, people, texts("history")("someone"))).join(", ");
}

/** What happened, by the history's own word for the kind; an unknown one as it stands. */
function kindWords(kind: string): string {
  const t = texts("history");
  // Any text may stand in a pack; one without a word is shown as it is before `t` is called with it.
  const word = `kind.${kind}` as "kind.item.work";
  return t.has(word) ? t(word) : kind;
}

/** `word`: one of our own words, which is never broken. */
type Cell = string | number | null | undefined | { word: string };

function table(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = (row: readonly Cell[], tag: "th" | "td") => row.map((cell) => typeof cell === "object" && cell !== null ? `<${tag} class="word">${escape(cell.word)}</${tag}>` : `<${tag}>${escape(String(cell ?? ""))}</${tag}>`).join("");
  return `<table><thead><tr>${cells(heads, "th")}</tr></thead><tbody>\n${rows.map((row) => `<tr>${cells(row, "td")}</tr>\n`).join("")}</tbody></table>\n`;
}

/** The pack's page for people: one file, no script, nothing loaded from anywhere. */
export function packPage(launch: Exported, events: readonly StoredEvent[]): string {
  const { state, judgement, people } = launch;
  const t = texts("pack");
  const common = texts("common");
  const { claimed, verified } = judgement.numbers;
  const title = t("title", { name: state.launch.name });
  const part = (name: string, body: string) => `<h2>${escape(name)}</h2>\n${body}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escape(title)}</title><style>${style}</style></head><body>
<h1>${escape(title)}</h1>
<p class="verdict">${escape(common(`verdict.${judgement.verdict}`))}</p>
<p>${escape(t("verified", { done: verified.done, of: verified.of, claimed: claimed.done }))} ${escape(t("made", { at: utc(judgement.at), events: state.revision, rule: judgement.rule }))}</p>
<p>${escape(t("how"))}</p>
${part(t("reasons"), judgement.reasons.length === 0 ? `<p>${escape(t("noReasons"))}</p>\n`
    : table([t("standing"), t("item"), t("reason"), t("clear"), t("since")], judgement.reasons.map(({ kind, subject, detail, who, since }) => [{ word: common(`reason.${kind}`) }, subject, detailWords(detail), clearWords(who, people), utc(since)])))}
${part(t("seats"), table([t("seat"), t("holder"), t("position"), t("signed"), t("by"), t("reason"), t("digest")], judgement.seats.map((seat) => [
    seat.role, seat.holderId ? people[seat.holderId]?.name : null, `${seat.position ? common(`position.${seat.position}`) : t("unsigned")}${seat.stale ? ` (${t("stale")})` : ""}`,
    utc(seat.signedAt), seat.nameThen, seat.reason, seat.signOffId ? state.signOff[seat.signOffId]?.digest : null])))}
${part(t("conditions"), table([t("condition"), t("who"), t("deadline"), t("state")], judgement.conditions.map(({ text, ownerId, deadline, state: standing }) => [text, ownerId ? people[ownerId]?.name : null, utc(deadline), standing])))}
${part(t("waivers"), table([t("item"), t("reason"), t("control"), t("ends"), t("state")], judgement.waivers.map(({ id, itemId, reason, endsAt, state: standing }) => [state.item[itemId]?.text, reason, state.waiver[id]?.control, utc(endsAt), standing])))}
${part(t("decisions"), table([t("outcome"), t("verdict"), t("reason"), t("who"), t("when")], Object.values(state.decision).map(({ outcome, verdict, reason, by, at, againstVerdict }) => [
    againstVerdict ? `${outcome}, ${t("against")}` : outcome, common(`verdict.${verdict}`), reason, people[by]?.name, utc(at)])))}
${part(t("items"), liveSections(state).map(({ id, title: name }) => `<h3>${escape(name)}</h3>\n${table([t("item"), t("work"), t("standing"), t("proof")], itemRows(launch, id))}`).join(""))}
${part(t("notes"), table([t("what"), t("item"), t("who"), t("when")], Object.values(state.note).filter(({ retiredAt }) => !retiredAt).map(({ kind, text, authorId, at }) => [kind, text, authorId ? people[authorId]?.name : t("document"), utc(at)])))}
${part(t("people"), table([t("who"), "id"], Object.entries(people).map(([id, { name }]) => [name, id])))}
${part(t("history"), table([t("event"), t("when"), t("what"), t("who"), t("hash")], events.map(({ seq, at, kind, actorId, hash }) => [seq, utc(at), kindWords(kind), actorId ? people[actorId]?.name : t("server"), hash])))}
</body></html>
`;
}

function itemRows({ state, judgement }: Exported, sectionId: string): Cell[][] {
  const common = texts("common");
  return liveItems(state).filter((item) => item.sectionId === sectionId).map((item) => {
    const judged = judgement.items[item.id];
    const proofs = Object.values(state.evidence).filter((proof) => proof.itemId === item.id && !proof.withdrawnAt).map(({ title, url }) => (url ? `${title} ${url}` : title));
    const work = judged?.applicability === "applies" ? common(`work.${judged.work}`) : common(`applicability.${judged?.applicability ?? item.applicability}`);
    return [item.text, work, judged?.reason ? common(`reason.${judged.reason}`) : null, proofs.join("; ")];
  });
}
