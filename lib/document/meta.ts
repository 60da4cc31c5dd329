import { dateIn } from "./dates";
import { dayOf } from "./day";
import type { Line } from "./lines";
import type { Located } from "./locate";
import { plain, undecorated } from "./plain";
import { pieces, type Piece } from "./pieces";
import { metaFields, type MetaField, type ReadClaim, type ReadMeta } from "./reading";
import { cellsOf } from "./tables";

const labels: Record<MetaField, RegExp> = {
  status: /^(?:(?:overall |current |document |launch |release )?status|estado(?: actual| general)?|statut|gesamtstatus|estado atual|situação|ステータス|الحالة)$/iu,
  completion: /^(?:(?:overall )?(?:completion|complete|progress)|(?:porcentaje )?completado|progreso|avance|fortschritt|erledigt|avancement|progression|progresso|conclusão|進捗)$/iu,
  lastUpdated: /^(?:(?:last )?(?:updated?|modified|edited|revised|changed)(?: on)?|date (?:last )?updated|(?:fecha de )?(?:la )?última (?:actualización|modificación|revisión)|actualizado(?: el)?|(?:zuletzt |letzte )(?:aktualisiert(?: am)?|geändert(?: am)?|aktualisierung|änderung)|stand|(?:date de )?(?:la )?dernière (?:mise à jour|modification)|mis(?:e)? à jour(?: le)?|última atualização|atualizado(?: em)?|ultimo aggiornamento|最終更新(?:日)?|更新日|آخر تحديث)$/iu,
  nextReview: /^(?:next review(?: date| due)?|review (?:due|by)|(?:fecha de )?(?:la )?próxima revisión|nächste (?:prüfung|überprüfung|durchsicht)|prochaine (?:revue|révision)|próxima revisão|次回レビュー(?:日)?|المراجعة القادمة)$/iu,
  statusDate: /^(?:status date|fecha de(?:l)? estado|statusdatum|date du statut)$/iu,
  targetGoLive: /^(?:(?:target |planned |expected )?(?:go[- ]?live|launch|release|deployment|cut-?over|event)(?: target)? date|(?:target )?go[- ]?live|target (?:launch|release)|(?:date|day) of (?:the )?(?:launch|go[- ]?live|event)|fecha (?:prevista |objetivo |estimada )?(?:de |del )?(?:la )?(?:lanzamiento|salida(?: a producción)?|puesta en producción|despliegue|publicación|evento)|(?:geplanter )?(?:go[- ]?live|start|veröffentlichung)(?:s?termin|datum)|date (?:prévue )?(?:de |du )(?:lancement|mise en production)|mise en production(?: le)?|data (?:prevista )?(?:de |do )lançamento|公開日|リリース日|تاريخ الإطلاق)$/iu,
};
/** Words that are a label of a date only before a date. */
const doubtful = /^stand$/i;

/**
 * Reads "**Status**: …" and its like where they stand as lines of root paragraphs and quotes, or, before the first item and
 * after the last, as bullets and rows of two cells; else what the front matter says under the same names, which is read
 * and never written. "TBD" and no day at all are `null`.
 */
export function readMeta(text: string, lines: Line[], { blocks, tasks }: Pick<Located, "blocks" | "tasks">, mended: (words: string) => string, front: Readonly<Record<string, string>>, claims: readonly ReadClaim[]): ReadMeta {
  const places: ReadMeta["places"] = [];
  const [first, last] = [tasks[0]?.line ?? Infinity, tasks.at(-1)?.line ?? 0];
  for (const block of blocks) {
    const shape = block.kind === "paragraph" || block.kind === "list" || block.kind === "quote" ? pieces : block.kind === "table" ? cells : null;
    if (shape === null) continue;
    for (let at = block.line; at <= lines.length; at += 1) {
      const line = lines[at - 1];
      if (!line || line.from >= block.span.to) break;
      // Among the items, a bullet or a row speaks of them.
      if (block.kind !== "paragraph" && ((at >= first && at <= last) || /^[ \t]/.test(text.slice(line.from, line.to)))) continue;
      for (const { label, from, to } of shape(text, line)) {
        const field = metaFields.find((one) => labels[one].test(mended(label)));
        const words = text.slice(from, to);
        // What is claimed of one section is not the document's completion.
        if (field === "completion" && claims.some((claim) => claim.part !== null && claim.value.from >= from && claim.value.to <= to)) continue;
        if (!field || places.some((one) => one.field === field) || (doubtful.test(label) && dateIn(words) === null) || isChoice(words)) continue;
        places.push({ field, line: at, value: { from, to } });
      }
    }
  }
  const value = (field: MetaField) => {
    const place = places.find((one) => one.field === field);
    if (!place) return undecorated(plain(mended(Object.entries(front).find(([key]) => labels[field].test(key.replace(/[_-]+/g, " ")))?.[1] ?? "")));
    return undecorated(plain(mended(text.slice(place.value.from, place.value.to))));
  };
  const status = value("status");
  return {
    status: status === "" || isOpen(status) ? null : status,
    claimedCompletion: percentOf(value("completion")),
    lastUpdated: dayIn(value("lastUpdated")), statusDate: dayIn(value("statusDate")),
    targetGoLive: dayIn(value("targetGoLive")), nextReview: dayIn(value("nextReview")),
    places,
  };
}

/** A row of two cells: what it is, and its value. */
function cells(text: string, line: Line): Piece[] {
  const [label, value, more] = cellsOf(text, line);
  return label && value && !more ? [{ label: plain(label.text).replace(/[:：]$/, "").trim(), from: value.from, to: value.to }] : [];
}

/** A template's "🟡 Draft / 🟢 Approved" says nothing yet. */
function isChoice(words: string): boolean {
  return / \/ .+ \/ /.test(words);
}

function isOpen(value: string): boolean {
  return /^(?:tbd|tba|to be (?:decided|defined|determined|confirmed|announced)|n\/a|open|pending|por (?:definir|determinar|decidir|confirmar)|pendiente|à (?:définir|déterminer|confirmer)|(?:noch )?offen|zu klären|a (?:definir|confirmar)|未定|\[[^\]]*\]|<[^>]*>|[_.…]+|-|—|–)$/iu.test(value);
}

/** The percentage a footer claims; of our own "…verified (62 %), …claimed (77 %)" the second. */
function percentOf(value: string): number | null {
  const own = /\d+\s+(?:claimed|declarados)\s+\((\d{1,3})\s*%\)/i.exec(value);
  const [, done, all] = /^\D{0,3}(\d{1,4})\s*(?:\/|of|de|von|sur)\s*(\d{1,4})(?!\d)/iu.exec(value) ?? [];
  const counted = Number(all) > 0 ? Math.floor((100 * Number(done)) / Number(all)) : NaN;
  const percent = Number((own ?? /(\d{1,3})(?:[.,]\d+)?\s*%/.exec(value))?.[1] ?? counted);
  return percent >= 0 && percent <= 100 ? percent : null;
}

function dayIn(value: string): string | null {
  return dayOf(/\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? "") ?? dateIn(value);
}
