import type { JudgedItem } from "@/lib/domain/judgement";
import type { Change, Evidence, Instant, Item } from "@/lib/domain/state";

export interface ItemEvent { seq: number; at: Instant; kind: string; actorId: string | null; via: string; changes: Change[]; erased: string[] }

/** What an item's side and own page show beyond its row. */
export interface Detail {
  item: Item;
  judged: JudgedItem;
  evidence: Evidence[];
  history: ItemEvent[];
  people: Readonly<Record<string, { name: string }>>;
}
