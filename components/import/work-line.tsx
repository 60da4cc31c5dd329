import type { ReactNode } from "react";
import { Button } from "../ui/button";
import type { Work } from "./use-work";

/** What is being done or was done last, how far it is, and the way to end it. */
export function WorkLine({ work, said, cancel, children }: { work: Work | null; said: string; cancel: string; children?: ReactNode }) {
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-3 pb-3 text-note text-ink-2">
      {work ? <progress aria-label={work.says} className="w-32 accent-ink" {...(work.share === null ? {} : { value: work.share, max: 1 })} /> : null}
      <p role="status">{work?.says ?? said}</p>
      {work?.cancel ? <Button small onClick={work.cancel}>{cancel}</Button> : null}
      {work ? null : children}
    </div>
  );
}
