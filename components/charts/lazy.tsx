"use client";
import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import { heightOf } from "./height";
import type SectionSizes from "./section-sizes";
import type TrendLines from "./trend-lines";
import { WhenSeen } from "./when-seen";

// The chart library weighs as much as everything else together: it is fetched when a chart comes near the screen.
const Trend = dynamic(() => import("./trend-lines"), { ssr: false });
const Sizes = dynamic(() => import("./section-sizes"), { ssr: false });

const waiting = (words: string) => <p className="text-small text-ink-3" data-screen-only>{words}</p>;

export function LazyTrend({ loading, ...rest }: ComponentProps<typeof TrendLines> & { loading: string }) {
  return <WhenSeen waiting={waiting(loading)} height={254}><div aria-hidden="true"><Trend {...rest} /></div></WhenSeen>;
}
export function LazySizes({ loading, ...rest }: ComponentProps<typeof SectionSizes> & { loading: string }) {
  return <WhenSeen waiting={waiting(loading)} height={heightOf(rest.rows.length)}><div aria-hidden="true"><Sizes {...rest} /></div></WhenSeen>;
}
