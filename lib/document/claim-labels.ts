import { plain, undecorated } from "./plain";

/** Labels of what is done of all there is, whatever they stand under. */
export const overall = /^(?:(?:overall|grand|general|global)(?: (?:total|progress|completion|completeness|status|readiness|score|launch readiness))?|total(?: progress| completion)?|gesamt(?:fortschritt)?|(?:progreso|avance|estado|cumplimiento) (?:general|global|total)|avancement (?:global|total)|progresso (?:geral|total))$/iu;
/** Labels of what is done of all there is, or of what they stand under. */
const progress = /^(?:(?:launch |release |project |checklist |section |current )?(?:progress|completion|completeness|readiness)|complete|completed|done|(?:items?|tasks?|checks?|boxes) (?:complete|completed|done|checked|ticked|closed)|(?:completed|done|checked|closed) (?:items?|tasks?|checks?)|(?:%|percent(?:age)?)(?: (?:complete|completed|completion|done))?|progreso|avance|cumplimiento|(?:porcentaje )?completado|porcentaje(?: de (?:avance|cumplimiento))?|(?:tareas|elementos|puntos) (?:completad[oa]s|hech[oa]s)|fortschritt|erledigt|fertig|avancement|progression|progresso|conclusão|concluído|進捗)$/iu;
/** What shares in a heading's brackets may be of, that is no state of the list. */
export const otherShare = /(?<!\p{L})(?:rollout|roll-out|canary|traffic|ramp|discount|coverage|weight|users|despliegue|tráfico|cobertura|peso)(?!\p{L})/iu;

/** Whether a label says how much is done, of whatever. */
export const isLabel = (label: string) => !label.includes("`") && (overall.test(undecorated(plain(label))) || progress.test(undecorated(plain(label))));

/** A bare number in a row, by its column's name. */
export function columnForm(column: string): "done" | "of" | "left" | null {
  if (/^(?:done|complete[d]?|checked|ticked|closed|hech[oa]s?|completad[oa]s?|erledigt)$/iu.test(column)) return "done";
  if (/^(?:total|items?|tasks?|checks?|all|tareas|elementos|gesamt)$/iu.test(column)) return "of";
  return /^(?:open|remaining|left|pending|todo|to do|pendientes?|abiert[oa]s|offen)$/iu.test(column) ? "left" : null;
}
