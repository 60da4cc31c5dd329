import type { Change } from "@/lib/domain/state";
import { texts } from "@/lib/texts/texts";
import { fieldOf, subjectOf, type Told } from "./subject";
import { valueWords } from "./value";

/** One field's change under an event's headline. `of` names the row when it is not the headline's own. */
export interface Detail { key: string; of: string | null; words: string }

/** Fields of a new row that the headline does not tell. */
const tellOfNew: Partial<Record<Change["entity"], readonly string[]>> = {
  evidence: ["url", "trueAt", "validDays", "value", "outcome"],
  waiver: ["reason", "control", "endsAt"],
  signOff: ["digest"],
  condition: ["text", "deadline", "rollbackTrigger"],
  decision: ["reason"],
};

/**
 * What changed, field by field, in words. Bookkeeping (versions, who and when) is left out: the headline has it.
 * @param headline the fields of the first change that the headline tells already
 */
export function detailsOf(changes: readonly Change[], main: Change | undefined, headline: readonly string[], told: Told): Detail[] {
  const t = texts("history");
  return changes.flatMap((change) => {
    const own = change === main;
    const created = change.before === null;
    // Where a row stands among others says nothing as a number; a signature's position is words.
    const isTold = (field: string) => field !== "position" || change.entity === "signOff";
    const fields = created ? (tellOfNew[change.entity] ?? []) : Object.keys(change.after ?? change.before ?? {}).filter(isTold);
    return fields.flatMap((field): Detail[] => {
      // Any field name may be asked for; one without a word is bookkeeping and left out before `t` is called with it.
      const word = `field.${field}` as "field.work";
      if ((own && headline.includes(field)) || !t.has(word)) return [];
      const label = t(word);
      const after = fieldOf({ ...change, before: null }, field);
      if (created && after === null) return [];
      const values = { label, after: valueWords(field, after, told), before: valueWords(field, change.before?.[field], told) };
      if (!created && values.before === values.after) return [];
      const of = own ? null : subjectOf(change, told).name;
      return [{ key: `${change.entity} ${change.id} ${field}`, of, words: created ? t("set", values) : t("changed", values) }];
    });
  });
}
