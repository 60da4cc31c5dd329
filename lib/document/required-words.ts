const required = /^(?:yes|y|true|1|x|must|must[- ]have|required|mandatory|sí|si|obligatorio|requerido|imprescindible)$/iu;
const advisory = /^(?:no|n|false|0|should|should[- ]have|could|could[- ]have|nice[- ]to[- ]have|advisory|optional|recommended|bonus|opcional|deseable|recomendado)$/iu;

/** Whether a cell of a "required" column says required; `null` where it says neither. */
export function requiredIn(text: string): boolean | null {
  const said = text.trim();
  return required.test(said) ? true : advisory.test(said) ? false : null;
}
