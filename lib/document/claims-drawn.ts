import type { ReadClaim, Span } from "./reading";

const badge = /\]\((?:https?:)?\/\/[^)\s]*?(?:\/badge\/(?:[^)\s/]*[-_ ])?(?:progress|completion|complete|done|ready|readiness|progreso|avance)[^)\s/-]*-(?<shield>\d{1,3})%(?:25)?(?=-)|(?:progress-bar\.(?:dev|xyz)|geps\.dev\/progress|progress-markdown[^)\s]*?\/progress)\/(?<bar>\d{1,3}))/gid;
const meter = /<progress\b(?=[^>]*\bvalue=["']?(?<value>\d{1,4})\b)(?=[^>]*\bmax=["']?(?<max>\d{1,4})\b)/gid;

/** What figures that are drawn claim, badges and bars: the number in an address or a mark. */
export function drawnIn(text: string, row: Span & { line: number }): ReadClaim[] {
  const raw = text.slice(row.from, row.to);
  const at = ([from, to]: [number, number]): Span => ({ from: row.from + from, to: row.from + to });
  const claim = (span: [number, number] | undefined, form: ReadClaim["form"], rest: Pick<ReadClaim, "percent" | "done" | "of">): ReadClaim[] =>
    span === undefined ? [] : [{ line: row.line, value: at(span), form, ...rest, part: null, said: true, inHeading: false }];
  const badges = [...raw.matchAll(badge)].flatMap((found) => {
    const which = found.groups?.shield === undefined ? "bar" : "shield";
    return claim(found.indices?.groups?.[which], "number", { percent: Number(found.groups?.[which]), done: null, of: null });
  });
  const meters = [...raw.matchAll(meter)].flatMap((found) => {
    const [done, of] = [Number(found.groups?.value), Number(found.groups?.max)];
    if (of === 100) return claim(found.indices?.groups?.value, "number", { percent: done, done: null, of: null });
    return [...claim(found.indices?.groups?.value, "done", { percent: null, done, of }), ...claim(found.indices?.groups?.max, "of", { percent: null, done, of })];
  });
  return [...badges, ...meters];
}
