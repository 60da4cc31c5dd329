import type { TextPlace } from "@/lib/domain/erase";
import type { Erasable, Reach, TextsOf } from "@/lib/domain/erase-reach";
import type { Refused } from "../use-submit";

/** What an admin's erasing asks of the server; the pages hand them in. */
export interface EraseActions {
  listErasable: (input: { launch: string; of: TextsOf; q: string }) => Promise<{ allowed: true; listed: Erasable } | Refused>;
  lookAtErasing: (input: { launch: string; place: TextPlace }) => Promise<{ allowed: true; reach: Reach } | Refused>;
  eraseText: (input: { launch: string; place: TextPlace; bytes: boolean; password: string }) => Promise<{ allowed: true } | Refused>;
}
