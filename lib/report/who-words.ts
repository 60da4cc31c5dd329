import { texts } from "@/lib/texts/texts";
import { nameOf, type People } from "./names";

/** "You, Lead Developer and 2 others": at most three people by name. Nobody by name = whoever manages the launch. */
export function whoWords(who: readonly string[], people: People, me: string | null, iManage = false): string {
  const t = texts("overview");
  if (who.length === 0) return iManage ? t("reasons.youManage") : t("reasons.anyManager");
  const mine = me !== null && who.includes(me);
  const names = who.filter((id) => id !== me).map((id) => nameOf(id, people, texts("history")("someone")));
  const shown = names.slice(0, names.length === 3 ? 3 : 2);
  const rest = names.length - shown.length;
  const others = rest > 0 ? t("reasons.others", { names: shown.join(", "), n: rest }) : shown.join(", ");
  if (!mine) return others;
  return names.length === 0 ? t("reasons.you") : t("reasons.youAnd", { names: others });
}
