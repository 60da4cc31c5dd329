import { madeOf } from "@/lib/document/keys";
import type { LaunchState } from "@/lib/domain/state";
import type { Reader } from "../db";

/**
 * The keys that erasing some texts takes along (decision rules §11): those made of them, whether a row has them still or only the
 * history, and those of the items and seats whose words they are now.
 */
export async function keysOf(db: Reader, { launch, item, seat }: Pick<LaunchState, "launch" | "item" | "seat">, texts: readonly string[]): Promise<string[]> {
  const told = await db.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT text FROM event_texts WHERE launch_id = ${launch.id}::uuid AND path LIKE '%.key' AND text IS NOT NULL`;
  const [items, seats] = [Object.values(item), Object.values(seat)];
  const called = new Set([...items.filter(({ text }) => texts.includes(text)), ...seats.filter(({ team, role }) => texts.includes(team) || texts.includes(role))].map(({ key }) => key));
  const made = texts.map(madeOf);
  const all = new Set([...items, ...seats].map(({ key }) => key).concat(told.map(({ text }) => text)));
  return [...all].filter((key) => called.has(key) || made.some((isOf) => isOf(key)));
}
