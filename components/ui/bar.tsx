import { classes } from "./classes";

export interface Segment { key: string; count: number; className: string }

/**
 * A bar of counts out of `of`, from zero. `label` says the same in words; give null where the words stand beside it
 * anyway, and the bar is left out of what is read aloud.
 */
export function Bar({ segments, of, label, thin = false, className }: {
  segments: readonly Segment[]; of: number; label: string | null; thin?: boolean; className?: string;
}) {
  return (
    <div className={classes("bar", thin && "bar-thin", className)} {...(label === null ? { "aria-hidden": true } : { role: "img", "aria-label": label })}>
      {of > 0 && segments.filter(({ count }) => count > 0).map(({ key, count, className: band }) => (
        <i key={key} className={band} style={{ width: `${(100 * count) / of}%` }} />
      ))}
    </div>
  );
}
