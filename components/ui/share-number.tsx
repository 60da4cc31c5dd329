/** "118 of 192 · 61 %": the figure large, what it is out of small. `of` is the word, `percent` null reads "—". */
export function ShareNumber({ done, total, percent, of }: { done: number; total: number; percent: number | null; of: string }) {
  return (
    <span className="text-figure tracking-tight whitespace-nowrap">
      {done} <span className="text-note tracking-normal text-ink-3">{of} {total} · {percent === null ? "—" : `${percent} %`}</span>
    </span>
  );
}
