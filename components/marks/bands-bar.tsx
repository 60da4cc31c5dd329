import { bands, type BandCounts } from "@/lib/domain/judgement";
import { Bar } from "../ui/bar";
import { bandClass } from "./band-class";

/** A launch's or a section's bar: its counting items by band. `to do` is the bar's own ground. */
export function BandsBar({ counts, label, thin = false, className }: { counts: BandCounts; label: string | null; thin?: boolean; className?: string }) {
  const of = bands.reduce((sum, band) => sum + counts[band], 0);
  const segments = bands.filter((band) => band !== "todo").map((band) => ({ key: band, count: counts[band], className: bandClass[band] }));
  return <Bar segments={segments} of={of} label={label} thin={thin} {...(className ? { className } : {})} />;
}
