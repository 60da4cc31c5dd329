import { texts } from "@/lib/texts/texts";
import type { Status } from "../queries/status";

/** `status` for people: verdict, both numbers, reasons by kind, at most ten of each. */
export function statusText(status: Status): string {
  const t = texts("common");
  const { claimed, verified } = status.numbers;
  const share = (n: { done: number; of: number; percent: number | null }): string => `${n.done} of ${n.of} (${n.percent === null ? "—" : `${n.percent} %`})`;
  const lines = [
    `${status.name}: ${t(`verdict.${status.verdict}`)}`,
    `verified ${share(verified)}, claimed ${share(claimed)}`,
    `go-live ${status.goLive ?? "not set"}, zone ${status.zone}, rule ${status.rule}, event ${status.revision}`,
  ];
  const { decision } = status;
  if (decision !== null) {
    const r = texts("report");
    const against = decision.againstVerdict ? [r("against")] : [];
    lines.push(`${t(`phase.${status.phase}`).toLowerCase()}; decided: ${[r(`outcome.${decision.outcome}`).toLowerCase(), ...against, decision.at, decision.stands ? r("since", { n: decision.changesSince }) : r("earlier")].join(", ")}`);
  }
  lines.push(...byKind(status.reasons));
  if (status.followUps.length > 0) lines.push("", `${texts("report")("followUps")}: ${status.followUps.length}`, ...byKind(status.followUps));
  return `${lines.join("\n")}\n`;
}

function byKind(reasons: Status["reasons"]): string[] {
  const t = texts("common");
  return [...new Set(reasons.map(({ kind }) => kind))].flatMap((kind) => {
    const all = reasons.filter((reason) => reason.kind === kind);
    const shown = all.slice(0, 10).map(({ subject, detail, who }) => `  ${subject}${detail ? `: ${detail}` : ""}${who.length > 0 ? ` (${who.join(", ")})` : ""}`);
    return ["", `${t(`reason.${kind}`)}: ${all.length}`, ...shown, ...(all.length > 10 ? [`  … and ${all.length - 10} more`] : [])];
  });
}
