import type { ErasableText, TextPlace } from "./erase";

/** Where texts to erase are looked for: in an event, or in an item as it stands. */
export type TextsOf = { seq: number } | { item: string };

/** Texts that can be erased; `more` when there are too many to list. */
export interface Erasable { texts: ErasableText[]; more: boolean }

/** Bytes in which a text stands, kept beside the rows and the history. */
export interface Copies {
  /** `current`: the one that every export starts from. */
  documents: { id: string; name: string; sha256: string; importedAt: string; current: boolean }[];
  files: { hash: string; name: string }[];
}

/** What erasing a text would take away, and what it would leave (decision rules §11). */
export interface Reach extends Copies {
  text: string;
  /** In how many rows it stands now, and beside how many events. */
  rows: number;
  events: number;
  /** Roles of the seats whose signature would no longer cover the state. */
  seats: string[];
  /** Other texts that hold these words among more: they stay unless they are erased as well. */
  longer: { place: TextPlace; text: string }[];
  /** Keys of items and seats that are made of these words and go with them. */
  keys: string[];
}
