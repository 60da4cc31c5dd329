"use client";

import { lazy, Suspense } from "react";
import type { WhatIfProps } from "./what-if";

const WhatIf = lazy(() => import("./what-if").then((found) => ({ default: found.WhatIf })));

/** The rules travel to the page only when somebody wonders. */
export function WhatIfLazy(props: WhatIfProps) {
  return <Suspense fallback={<p role="status" className="text-note text-ink-3">{props.words.loading}</p>}><WhatIf {...props} /></Suspense>;
}
