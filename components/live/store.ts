import type { Summary, Update } from "@/lib/domain/update";

/** What an open page hears about its launch: a change, or that it missed something and has to read again. */
export type LiveMessage = { kind: "update"; update: Update } | { kind: "resync" };
/** True when the listener has shown the change itself, so that the page need not be read again. */
export type Hear = (message: LiveMessage) => boolean;

const listeners = new Set<Hear>();
const watchers = new Set<() => void>();
let latest: { launch: string; revision: number; summary: Summary } | null = null;

/** Hears every change of the open launch, until the returned function is called. */
export function subscribe(hear: Hear): () => void {
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

/** Tells this tab's listeners; true when one of them has shown it. */
export function publish(launch: string, message: LiveMessage): boolean {
  if (message.kind === "update") remember(launch, message.update);
  let taken = false;
  for (const hear of listeners) taken = hear(message) || taken;
  return taken;
}

/** Keeps the newest summary, whether it came over the stream or as the answer to an own change. */
export function remember(launch: string, update: Update): void {
  if (latest?.launch === launch && latest.revision >= update.revision) return;
  latest = { launch, revision: update.revision, summary: update.summary };
  for (const watch of watchers) watch();
}

export function watchSummary(watch: () => void): () => void {
  watchers.add(watch);
  return () => void watchers.delete(watch);
}

/** The newest summary this tab has heard of, with its revision; `null` while it has heard nothing of this launch. */
export function latestOf(launch: string): { revision: number; summary: Summary } | null {
  return latest?.launch === launch ? latest : null;
}
