import { afterEach, expect, test, vi } from "vitest";
import type { LiveMessage } from "./store";

afterEach(() => vi.unstubAllGlobals());

test("a tab that said hello while nobody led is told by the next one that leads what it has missed", async () => {
  vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined, visibilityState: "visible" });
  vi.stubGlobal("window", { addEventListener: () => undefined, removeEventListener: () => undefined });
  vi.stubGlobal("EventSource", class { addEventListener(): void {} close(): void {} });
  // Channels and locks of one browser: a message reaches all others at once, and the lock goes to whoever asks next.
  const channels: { onmessage: ((event: { data: unknown }) => void) | null }[] = [];
  vi.stubGlobal("BroadcastChannel", class {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    constructor() {
      channels.push(this);
    }
    postMessage(data: unknown): void {
      for (const other of channels) if (other !== this) other.onmessage?.({ data });
    }
    close(): void {}
  });
  const waiting: (() => Promise<void>)[] = [];
  vi.stubGlobal("navigator", { locks: { request: (_name: string, _options: unknown, lead: () => Promise<void>) => new Promise<void>((done) => waiting.push(() => lead().then(done))) } });
  const { openSharedStream } = await import("./shared-stream");

  const heard: Record<"next" | "late", LiveMessage[]> = { next: [], late: [] };
  const open = (tab: "next" | "late", revision: number) => openSharedStream({ launch: "a", revision, status: () => undefined, hear: (message) => void heard[tab].push(message) });
  open("next", 8);
  open("late", 7);
  expect(heard.late).toEqual([]);
  void waiting[0]?.();
  expect(heard).toEqual({ next: [], late: [{ kind: "resync" }] });
});
