"use client";
import { CartesianGrid, type LabelProps, Line, LineChart, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export interface TrendPoint { day: string; at: number; scope: number; claimed: number; verified: number }
export interface TrendWords { scope: string; claimed: string; verified: string; goLive: string }

/** Height of the drawing without axis and margin, in px. */
const plot = 194;
const small = { fill: "var(--ink-3)", fontSize: 11 };
const dayOf = (at: number): string => new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** Scope, claimed and verified over days. Three line styles, so that the lines are told apart without colour; from zero. */
export default function TrendLines({ points, goLive, words }: { points: TrendPoint[]; goLive: number | null; words: TrendWords }) {
  const first = points[0]?.at ?? 0;
  const last = points.at(-1)?.at ?? 0;
  // The go-live line is drawn only where it does not squeeze the history into a corner.
  const shown = goLive !== null && goLive <= last + 3 * Math.max(last - first, 14 * 86_400_000) ? goLive : null;
  const top = Math.max(1, ...points.map(({ scope }) => scope));
  const [verified = 0, claimed = 0, scope = 0] = apart([points.at(-1)?.verified ?? 0, points.at(-1)?.claimed ?? 0, points.at(-1)?.scope ?? 0].map((n) => (n / top) * plot));
  return (
    <ResponsiveContainer width="100%" height={plot + 60}>
      <LineChart data={points} margin={{ top: 30, right: 64, bottom: 0, left: -12 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="at" type="number" scale="time" domain={[first, Math.max(last, shown ?? last)]} tickFormatter={dayOf} tick={small} stroke="var(--line)" tickLine={false} minTickGap={48} />
        <YAxis domain={[0, top]} allowDecimals={false} tick={small} axisLine={false} tickLine={false} width={48} />
        <Tooltip
          isAnimationActive={false} labelFormatter={(at) => dayOf(Number(at))}
          contentStyle={{ background: "var(--paper)", border: "1px solid var(--edge)", borderRadius: 6, color: "var(--ink)", fontSize: 12 }}
        />
        {shown !== null ? <ReferenceLine x={shown} stroke="var(--ink)" strokeWidth={1.5} label={{ value: words.goLive, position: "insideBottomRight", ...small, fill: "var(--ink)" }} /> : null}
        <Line name={words.scope} dataKey="scope" type="stepAfter" stroke="var(--ink-3)" strokeWidth={1.5} dot={false} isAnimationActive={false} label={endLabel(points.length, words.scope, "var(--ink-3)", scope)} />
        <Line name={words.claimed} dataKey="claimed" type="stepAfter" stroke="var(--go)" strokeWidth={1.5} strokeDasharray="3 3" dot={false} isAnimationActive={false} label={endLabel(points.length, words.claimed, "var(--go)", claimed)} />
        <Line name={words.verified} dataKey="verified" type="stepAfter" stroke="var(--go)" strokeWidth={2.5} dot={false} isAnimationActive={false} label={endLabel(points.length, words.verified, "var(--go)", verified)} />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** How far up each of three names has to move from its line's end (heights in px, lowest first), so that none covers another or the axis. */
function apart(heights: number[]): number[] {
  let floor = 6;
  return heights.map((height) => {
    const placed = Math.max(height, floor);
    floor = placed + 13;
    return placed - height;
  });
}

/** The line's name at its last point, instead of a legend to match by colour. */
function endLabel(count: number, word: string, colour: string, up: number) {
  return function EndLabel({ x, y, index }: LabelProps) {
    return index === count - 1 ? <text x={Number(x) + 6} y={Number(y) - up + 4} fill={colour} style={{ paintOrder: "stroke", stroke: "var(--paper)", strokeWidth: 5 }} fontSize={11}>{word}</text> : <></>;
  };
}
