import { trendOf, type TrendDay } from "@/lib/domain/trend";
import { reads } from "../db";
import { Memory } from "../memory";
import { once } from "../once";
import { databaseNow } from "./launches";
import { readEvents } from "./history";

/** Scope, claimed and verified day by day, replayed from history; kept for as long as the launch stands at a revision. */
export async function readTrend(launchId: string, revision: number): Promise<TrendDay[]> {
  const memory = once("trend.memory", () => new Memory<TrendDay[]>(8 * 1_048_576));
  const now = await databaseNow();
  const key = `${launchId}/${revision}/${now.slice(0, 10)}`;
  const kept = memory.get(key);
  if (kept) return kept;
  const days = trendOf(await readEvents(reads(), launchId, null), now);
  memory.set(key, days, days.length * 120 + 200);
  return days;
}
