import type { Update } from "@/lib/domain/update";
import type { LiveMessage } from "./store";

export type LiveState = "connecting" | "live" | "lost" | "signed-out";
export interface Stream {
  launch: string;
  /** The revision this page shows; the server sends what came later, or says that the page has to be read again. */
  revision: number;
  hear: (message: LiveMessage) => void;
  status: (state: LiveState) => void;
}

const firstWaitMs = 300;
const longestWaitMs = 15_000;
const longestSilenceMs = 35_000;

/** One event stream to the server, opened again with growing pauses for as long as it is wanted. */
export function openStream({ launch, revision, hear, status }: Stream): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWaitMs;
  let seen = revision;
  let silence: ReturnType<typeof setTimeout> | undefined;

  // The server says "here" every 15 s. A network that goes without a word would otherwise look live for minutes.
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      status("lost");
      connect();
    }, longestSilenceMs);
  };
  const connect = (): void => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/api/launches/${encodeURIComponent(launch)}/events?from=${seen}`);
    source.onopen = () => {
      wait = firstWaitMs;
      status("live");
      heard();
    };
    source.addEventListener("here", heard);
    source.addEventListener("update", (event) => {
      // The route writes exactly an Update as the event's data.
      const update = JSON.parse(event.data) as Update;
      seen = Math.max(seen, update.revision);
      heard();
      hear({ kind: "update", update });
    });
    source.addEventListener("resync", () => hear({ kind: "resync" }));
    source.addEventListener("signed-out", () => {
      end();
      status("signed-out");
    });
    source.onerror = () => {
      source?.close();
      status("lost");
      clearTimeout(timer);
      clearTimeout(silence);
      // Spread out, so that a restarted server is not met by everybody in the same moment.
      timer = setTimeout(connect, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, longestWaitMs);
    };
  };
  const atOnce = (): void => {
    if (document.visibilityState === "visible" && source?.readyState === EventSource.CLOSED) connect();
  };
  // A stream whose network has gone stays open until some timeout: what it would not hear must not look live.
  const away = (): void => {
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
    status("lost");
  };
  const end = (): void => {
    clearTimeout(timer);
    clearTimeout(silence);
    source?.close();
    window.removeEventListener("online", atOnce);
    window.removeEventListener("offline", away);
    document.removeEventListener("visibilitychange", atOnce);
  };
  connect();
  window.addEventListener("online", atOnce);
  window.addEventListener("offline", away);
  document.addEventListener("visibilitychange", atOnce);
  return end;
}

/** Hears that this page is about to sign out, until the returned function is called: who leaves first closes the door behind. */
export function onSigningOut(act: () => void): () => void {
  const submitted = ({ target }: Event): void => {
    if (target instanceof HTMLFormElement && target.dataset.signsOut !== undefined) act();
  };
  document.addEventListener("submit", submitted, true);
  return () => document.removeEventListener("submit", submitted, true);
}
