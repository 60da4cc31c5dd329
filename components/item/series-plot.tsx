import type { SeriesPoint } from "./series";

const width = 320;
const height = 64;
const edge = 6;
/** Room to the right of it, where the limit's line ends in its value. */
const label = 64;

/** The series against its limit, from zero; the list below says the same, so this is left out of what is read aloud. */
export function SeriesPlot({ series, limit, unit }: { series: readonly SeriesPoint[]; limit: number | null; unit: string }) {
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
    <svg viewBox={`0 0 ${width + label} ${height}`} className="mb-1 h-auto w-full max-w-96 text-ink-3" aria-hidden="true">
      <line x1={0} x2={width} y1={y(0)} y2={y(0)} className="stroke-line" />
      {limit === null ? null : (
        <>
          <line x1={0} x2={width} y1={y(limit)} y2={y(limit)} stroke="currentColor" strokeDasharray="4 3" />
          <text x={width + 6} y={y(limit)} dominantBaseline="middle" fontSize="11" className="fill-ink-2 tabular-nums">{limit} {unit}</text>
        </>
      )}
      <polyline points={points.map(({ value }, at) => `${x(times[at] ?? first)},${y(value)}`).join(" ")} fill="none" stroke="currentColor" strokeWidth="1.2" />
      {points.map(({ proof, value, stands, outcome }, at) => (
        <Point key={proof.id} x={x(times[at] ?? first)} y={y(value)} outcome={outcome} tone={stands === "fail" ? "text-stop" : stands === "pass" ? "text-go" : "text-ink-3"} />
      ))}
    </svg>
  );
}

/** What fails is a cross, so that the colour says nothing by itself. */
function Point({ x, y, outcome, tone }: { x: number; y: number; outcome: SeriesPoint["outcome"]; tone: string }) {
  if (outcome === "fail") return <path d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`} fill="none" stroke="currentColor" strokeWidth="1.8" className={tone} />;
  return <circle cx={x} cy={y} r={3} fill="currentColor" className={tone} />;
}
