import type { Mapping } from "./columns";

/** One sheet of a workbook; an empty one cannot be chosen. */
export interface Sheet { name: string; empty: boolean }

/** Rows whose columns somebody has to confirm first: what they are proposed to be, and the first of them. */
export interface TableShown {
  sheets: Sheet[];
  sheet: number;
  mapping: Mapping;
  /** Rows in all, the names of the columns included. */
  rows: number;
  /** The first rows as they are, each cell cut. */
  first: string[][];
  /** Columns with dates that could be one of two days, such as 01/02/2027. */
  unclearDates: number[];
  notices: string[];
}

/** What a document was made from, where it was not Markdown from the beginning. */
export type MadeFrom = "table" | "list" | "export" | null;
