import { dateIn } from "./dates";
import { dayOf } from "./day";
import type { Line } from "./lines";
import type { LocatedBlock } from "./locate";
import { plain, undecorated } from "./plain";
import { metaFields, type MetaField, type ReadMeta } from "./reading";

const labels: Record<MetaField, RegExp> = {
  status: /^(?:overall |current )?status$|^estado(?: actual| general)?$/i,
  completion: /^(?:completion|complete|progress|completado|progreso|avance)$/i,
  lastUpdated: /^(?:last updated?|updated|last modified|última actualización|actualizado)$/i,
  nextReview: /^(?:next review|próxima revisión)(?: date)?$/i,
  statusDate: /^(?:status date|fecha de(?:l)? estado)$/i,
  targetGoLive: /^(?:target )?go[- ]?live(?: date)?$|^(?:target )?launch date$|^fecha (?:prevista |objetivo )?(?:de |del )?(?:lanzamiento|salida(?: a producción)?)$/i,
};
const labelled = /^[ \t]*(?:\*\*|__)?(?<label>[^:*_]{2,40}?)[ \t]*(?:\*\*|__)?[ \t]*:[ \t]*(?:\*\*|__)?[ \t]*(?<value>.*?)[ \t]*\\?$/d;

/**
 * Reads "**Status**: …" and its like where they stand as lines of root paragraphs; else what the front matter says under
 * the same names, which is read and never written. "TBD" and no day at all are `null`.
 */
export function readMeta(text: string, lines: Line[], blocks: LocatedBlock[], mended: (words: string) => string, front: Readonly<Record<string, string>>): ReadMeta {
  const places: ReadMeta["places"] = [];
  for (const block of blocks) {
    if (block.kind !== "paragraph") continue;
    for (let at = block.line; at <= lines.length; at += 1) {
      const line = lines[at - 1];
      if (!line || line.from >= block.span.to) break;
      const found = labelled.exec(text.slice(line.from, line.to));
      const { label = "" } = found?.groups ?? {};
      const place = found?.indices?.groups?.value;
      const field = metaFields.find((one) => labels[one].test(label));
      if (!place || !field || places.some((one) => one.field === field)) continue;
      places.push({ field, line: at, value: { from: line.from + place[0], to: line.from + place[1] } });
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

function isOpen(value: string): boolean {
  return /^(?:tbd|tba|to be (?:decided|defined|determined)|n\/a|por (?:definir|determinar|decidir)|-|—)$/i.test(value);
}

/** The percentage a footer claims; of our own "…verified (62 %), …claimed (77 %)" the second. */
function percentOf(value: string): number | null {
  const own = /\d+\s+(?:claimed|declarados)\s+\((\d{1,3})\s*%\)/i.exec(value);
  const percent = Number((own ?? /(\d{1,3})(?:[.,]\d+)?\s*%/.exec(value))?.[1] ?? NaN);
  return percent >= 0 && percent <= 100 ? percent : null;
}

function dayIn(value: string): string | null {
  return dayOf(/\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? "") ?? dateIn(value);
}
