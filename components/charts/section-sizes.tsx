"use client";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { heightOf } from "./height";

export type SizeRow = { title: string } & Record<string, number | string>;

const small = { fill: "var(--ink-3)", fontSize: 11 };
/** Colour or texture of a band: the same as in the bars. */
const fills: Record<string, string> = {
  verified: "var(--go)", claimed: "var(--go-soft)", waived: "url(#chart-waived)", undecided: "url(#chart-undecided)",
  "in-progress": "var(--move)", blocked: "var(--stop)", todo: "var(--none)",
};

/** How many items each section holds, by band: absolute and from zero, so that sizes compare. */
export default function SectionSizes({ rows, bands }: { rows: SizeRow[]; bands: { key: string; word: string }[] }) {
  return (
    <ResponsiveContainer width="100%" height={heightOf(rows.length)}>
      <BarChart data={rows} layout="vertical" margin={{ top: 0, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false} barCategoryGap={6}>
        <defs>
          <pattern id="chart-waived" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3" height="6" fill="var(--waive)" /></pattern>
          <pattern id="chart-undecided" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="2" height="5" fill="var(--warn)" /></pattern>
        </defs>
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis type="number" domain={[0, "dataMax"]} allowDecimals={false} tick={small} axisLine={false} tickLine={false} />
        <YAxis type="category" dataKey="title" tick={{ ...small, fill: "var(--ink-2)" }} tickFormatter={shorten} axisLine={false} tickLine={false} width={152} interval={0} />
        <Tooltip isAnimationActive={false} cursor={{ fill: "var(--wash)" }} contentStyle={{ background: "var(--paper)", border: "1px solid var(--edge)", borderRadius: 6, color: "var(--ink)", fontSize: 12 }} itemStyle={{ color: "var(--ink)" }} />
        {bands.map(({ key, word }) => <Bar key={key} dataKey={key} name={word} stackId="all" fill={fills[key] ?? "var(--none)"} stroke={key === "claimed" ? "var(--go)" : "none"} isAnimationActive={false} />)}
      </BarChart>
    </ResponsiveContainer>
  );
}

/** Two lines hold this much; the table beside the chart has the whole title. */
const shorten = (title: string): string => (title.length > 40 ? `${title.slice(0, 39).trimEnd()}…` : title);
