/**
 * What lies beside a launch's rows and came or went with an event. The event's hash covers it: so a document cannot be exchanged,
 * nor a text be taken away, without an event that says so (decision rules §11).
 */
export interface Beside {
  /** SHA-256, hex, of the document that it brought. */
  document?: string;
  /** Texts that it erased, as `textPlace` writes their places. */
  erased?: string[];
  /** SHA-256 of the documents whose bytes it erased. */
  documents?: string[];
  /** SHA-256 of the attached files whose bytes it erased. */
  files?: string[];
}

/** The place of a text beside an event: the event's number, and the text's path in it. */
export function textPlace(seq: number, path: string): string {
  return `${seq}/${path}`;
}

/** What a history says about what lies beside it. */
export interface BesideHistory {
  /** The SHA-256 of every document, in the order in which they came; `null` = an event that did not say. */
  documents: (string | null)[];
  /** SHA-256 of documents and of files that were erased. */
  erasedDocuments: ReadonlySet<string>;
  erasedFiles: ReadonlySet<string>;
  /** Whether an event erased without saying what, as all did before they had to. */
  vague: boolean;
}

interface Told { seq: number; kind: string; beside?: Beside | null }

/** Reads together what the events say of documents and of what was erased. */
export function besideOf(events: readonly Told[]): BesideHistory {
  const documents: (string | null)[] = [];
  const erasedDocuments = new Set<string>();
  const erasedFiles = new Set<string>();
  let vague = false;
  for (const { kind, beside } of events) {
    if (beside?.document !== undefined) documents.push(beside.document);
    else if (kind.startsWith("launch.imported") && !beside) documents.push(null);
    for (const hash of beside?.documents ?? []) erasedDocuments.add(hash);
    for (const hash of beside?.files ?? []) erasedFiles.add(hash);
    if (kind === "text.erased" && !beside) vague = true;
  }
  return { documents, erasedDocuments, erasedFiles, vague };
}

/** Places of texts that are gone although no later event says that it erased them. */
export function unrecordedErasures(events: readonly (Told & { texts: readonly { path: string; text: string | null }[] })[]): { seq: number; path: string }[] {
  const recorded = new Set<string>();
  const missing: { seq: number; path: string }[] = [];
  let vague = false;
  // From the last on: an event erases what stood before it.
  for (const { seq, kind, beside, texts } of [...events].reverse()) {
    for (const { path, text } of texts) if (text === null && !vague && !recorded.has(textPlace(seq, path))) missing.push({ seq, path });
    for (const place of beside?.erased ?? []) recorded.add(place);
    if (kind === "text.erased" && !beside) vague = true;
  }
  return missing.reverse();
}
