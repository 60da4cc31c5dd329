/** A number as people write it: "1,000", "0,1", "10 000", "10k". */
export const figure = String.raw`(\d{1,3}(?: \d{3})+(?![\d.,])|\d+(?:[.,]\d+)*(?:[kKM](?![\p{L}\p{N}]))?)`;
/** What it is a number of. */
export const unit = String.raw`(%|percent|por ciento|:1(?!\d)|ms|milliseconds?|milisegundos?|secs?(?![\p{L}])|seconds?|segundos?|s(?![\p{L}/])|minutes?|minutos?|mins?(?![\p{L}])|hours?|horas?|hrs?(?![\p{L}])|h(?![\p{L}])|days?|días?|weeks?|semanas?|months?|mes(?:es)?(?![\p{L}])|years?|años?|(?:concurrent |simultaneous |active )?(?:users|sessions|connections)|(?:usuarios|sesiones|conexiones)(?: concurrentes| simultáne[oa]s| activ[oa]s)?|fps(?![\p{L}])|rps(?![\p{L}])|qps(?![\p{L}])|tps(?![\p{L}])|rpm(?![\p{L}])|iops(?![\p{L}])|req(?:uests)?/s(?:ec(?:ond)?)?|(?:requests|transactions|peticiones|transacciones) (?:per|por|a) (?:second|segundo)|peticiones/s|db(?:\(?a\)?)?(?![\p{L}])|°c|[kmg]?hz(?![\p{L}])|[kmg]bps(?![\p{L}])|[kmgt]i?b/s|[kmgt]i?b(?![\p{L}]))`;
/** A figure without a unit is a target only of something that is counted in points. */
export const scored = /(?<!\p{L})(?:score|rating|index|points|apdex|grade|lighthouse|pagespeed|nps|csat|auc|roc|f1|accuracy|precision|recall|cvss|cls|fps|contrast|ratio|puntuación|índice|contraste|nota)(?!\p{L})/iu;

/** "1,000" is a thousand, "0,1" a tenth; "10.000" is ten thousand only of what comes in whole numbers. */
export function numberOf(text: string, of: string): number | null {
  const times = /k$/i.test(text) ? 1000 : /M$/.test(text) ? 1_000_000 : 1;
  const digits = text.replace(/[kKM]$/, "").replace(/ /g, "");
  const whole = /users|usuarios|sessions|sesiones|connections|conexiones|[rqt]ps|rpm|iops|req|days|días/iu.test(of);
  const plainly = () => {
    if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) && !digits.startsWith("0,")) return digits.replaceAll(",", "");
    if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || (whole && /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits)) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
    return digits.replace(",", ".");
  };
  const value = Number(plainly()) * times;
  return Number.isFinite(value) ? value : null;
}

/** One name for each unit, in the language it is written in. */
export function unitOf(word: string): string {
  const lower = word.toLowerCase();
  if (/^(?:percent|por ciento)$/.test(lower)) return "%";
  if (/^(?:milliseconds?|milisegundos?)$/.test(lower)) return "ms";
  if (/^(?:secs?|seconds?|segundos?)$/.test(lower)) return "s";
  if (/^(?:mins?|minutes?|minutos?)$/.test(lower)) return "min";
  if (/^(?:hrs?|hours?|horas?)$/.test(lower)) return "h";
  const counted = /(users|sessions|connections|usuarios|sesiones|conexiones)/.exec(lower)?.[1];
  if (counted !== undefined) return counted;
  if (/^(?:req|requests per|peticiones)/.test(lower)) return "rps";
  if (/^trans/.test(lower)) return "tps";
  const physical = /^(?:db|°c|([kmg]?)hz)/.exec(lower);
  if (physical) return lower.startsWith("db") ? "dB" : lower === "°c" ? "°C" : `${physical[1] === "k" ? "k" : (physical[1] ?? "").toUpperCase()}Hz`;
  return /^[kmgt]i?b(?:ps|\/s)?$/.test(lower) ? lower.replace(/^([kmgt])(i?)b/, (_all, sign: string, binary: string) => `${sign.toUpperCase()}${binary}B`).replace("Bps", "bps") : lower;
}
