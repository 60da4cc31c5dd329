/** What a checklist may hold at most (trust 9): read from a document and edited on the page alike. */
export const checklistLimits = {
  items: 5000, sections: 500, nesting: 12,
  /** Characters of one line of a document. */
  lineLength: 10_000,
  /** Characters of an item's words: half a line, so that box, nesting and notes fit on the rest of it. */
  words: 5_000,
  /** Characters of a heading. */
  title: 500,
  /** Characters of a seat's role: what a sign-off line can hold before its colon. */
  role: 60,
} as const;
