import type { SeriesPoint } from "./series";

const width = 320;
const height = 64;
const edge = 6;

/** The series against its limit, from zero; the list below says the same, so this is left out of what is read aloud. */
export function SeriesPlot({ series, limit }: { series: readonly SeriesPoint[]; limit: number | null }) {
  const points = [...series].filter(({ stands }) => stands !== "withdrawn").reverse();
  if (points.length < 2) return null;
  const highest = Math.max(...points.map(({ value }) => value), limit ?? 0, 0);
  const lowest = Math.min(...points.map(({ value }) => value), limit ?? 0, 0);
  const times = points.map(({ proof }) => Date.parse(proof.trueAt));
  const [first = 0] = times;
  const span = Math.max(1, (times.at(-1) ?? first) - first);
  const x = (at: number): number => edge + ((width - 2 * edge) * (at - first)) / span;
  const y = (value: number): number => height - edge - ((height - 2 * edge) * (value - lowest)) / (highest - lowest || 1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="h-16 w-full max-w-80 border-b border-line text-ink-3" aria-hidden="true">
      {limit === null ? null : <line x1={0} x2={width} y1={y(limit)} y2={y(limit)} stroke="currentColor" strokeDasharray="4 3" />}
      <polyline points={points.map(({ value }, at) => `${x(times[at] ?? first)},${y(value)}`).join(" ")} fill="none" stroke="currentColor" strokeWidth="1.2" />
      {points.map(({ proof, value, stands }, at) => (
        <circle key={proof.id} cx={x(times[at] ?? first)} cy={y(value)} r={3} className={stands === "fail" ? "fill-stop" : stands === "pass" ? "fill-go" : "fill-ink-3"} />
      ))}
    </svg>
  );
}
