import type { ErasableText, TextPlace } from "@/lib/domain/erase";
import type { Refused } from "../use-submit";

/** The texts of an event, or of an item as it stands. */
export type TextsOf = { seq: number } | { item: string };

/** What erasing a text would take away, and what it would leave. */
export interface Reach {
  text: string;
  rows: number;
  events: number;
  seats: string[];
  longer: { place: TextPlace; text: string }[];
  keys: string[];
  documents: { id: string; name: string; importedAt: string; current: boolean }[];
  files: { hash: string; name: string }[];
}

/** What an admin's erasing asks of the server; the pages hand them in. */
export interface EraseActions {
  listErasable: (input: { launch: string; of: TextsOf; q: string }) => Promise<{ allowed: true; listed: { texts: ErasableText[]; more: boolean } } | Refused>;
  lookAtErasing: (input: { launch: string; place: TextPlace }) => Promise<{ allowed: true; reach: Reach } | Refused>;
  eraseText: (input: { launch: string; place: TextPlace; bytes: boolean; password: string }) => Promise<{ allowed: true } | Refused>;
}
