import type { JudgedItem } from "@/lib/domain/judgement";
import type { Change, Evidence, Instant, Item, ProofPolicy, Waiver, Work } from "@/lib/domain/state";
import type { WaiverReads } from "@/lib/domain/waivers";

export interface ItemEvent { seq: number; at: Instant; kind: string; actorId: string | null; via: string; changes: Change[]; erased: string[] }

export interface OtherItem { id: string; key: string; text: string; version: number; work: Work }
/** Another item, with the headings it stands under. */
export interface FoundItem extends OtherItem { place: string }
export interface FoundItems { found: FoundItem[]; more: number }
/** A waiver with how it reads now; `null` = ended before its time. */
export interface ToldWaiver extends Waiver { reads: WaiverReads | null }

/** What an item's side and own page show beyond its row. */
export interface Detail {
  item: Item;
  judged: JudgedItem;
  /** Newest first; of linked items as well, for they share it. */
  evidence: Evidence[];
  waivers: ToldWaiver[];
  linked: OtherItem[];
  alike: OtherItem[];
  /** What holds for its proof when the item itself says nothing. */
  inherits: { proof: ProofPolicy; validDays: number | null };
  history: ItemEvent[];
  people: Readonly<Record<string, { name: string }>>;
}
