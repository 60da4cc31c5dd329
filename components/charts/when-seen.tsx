"use client";
import { useEffect, useRef, useState, type ReactNode } from "react";

/** Draws its content once it comes near the screen (or is printed): a chart that nobody scrolls to costs nothing. `height` in px is kept free. */
export function WhenSeen({ children, waiting, height }: { children: ReactNode; waiting: ReactNode; height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const node = place.current;
    if (!node || seen) return;
    const show = (): void => setSeen(true);
    const watch = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting) show(); }, { rootMargin: "300px" });
    watch.observe(node);
    window.addEventListener("beforeprint", show);
    return () => {
      watch.disconnect();
      window.removeEventListener("beforeprint", show);
    };
  }, [seen]);
  return <div ref={place} className="print:!min-h-0" style={{ minHeight: height }}>{seen ? children : waiting}</div>;
}
