import type { LiveMessage } from "./store";
import { onSigningOut, openStream, type LiveState, type Stream } from "./stream";

/**
 * What tabs of one browser tell each other. `hello` is a tab that has just opened and shows `revision`, or answers `leading`: a tab
 * that takes the lead has not heard who opened before it.
 */
type Told = { told: "message"; message: LiveMessage } | { told: "state"; state: LiveState } | { told: "hello"; revision: number } | { told: "leading" };

/** How many changes the leading tab keeps for tabs that open a moment later. */
const kept = 50;

/**
 * One stream for all tabs of a browser: HTTP/1.1 allows six connections to a server, so the seventh tab would wait for ever.
 * The tab that holds the lock listens to the server and tells the others; when it closes, the next one takes over.
 * Without Web Locks (an insecure address, an old browser) each tab has its own stream.
 */
export function openSharedStream(stream: Stream): () => void {
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
    const close = openStream(stream);
    const deaf = onSigningOut(close);
    return () => {
      deaf();
      close();
    };
  }
  const name = `readiness.${stream.launch}`;
  const channel = new BroadcastChannel(name);
  const over = new AbortController();
  let release = (): void => undefined;
  let leading = false;
  let state: LiveState = "connecting";
  let seen = stream.revision;
  const recent: LiveMessage[] = [];

  const hear = (message: LiveMessage): void => {
    if (message.kind === "update") seen = Math.max(seen, message.update.revision);
    stream.hear(message);
  };
  const tell = (told: Told): void => channel.postMessage(told);

  // A session ends for all tabs of a browser: none of them shall take the lead and ask for what it no longer gets.
  const signedOut = (): void => {
    end();
    stream.status("signed-out");
  };
  const end = (): void => {
    deaf();
    over.abort();
    release();
    channel.close();
  };
  const deaf = onSigningOut(() => {
    tell({ told: "state", state: "signed-out" });
    signedOut();
  });

  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.told === "state" && data.state === "signed-out") {
      signedOut();
    } else if (data.told === "hello") {
      if (leading) welcome(data.revision);
    } else if (leading) {
      return;
    } else if (data.told === "leading") {
      tell({ told: "hello", revision: seen });
    } else if (data.told === "state") {
      stream.status(data.state);
    } else {
      hear(data.message);
    }
  };
  const welcome = (revision: number): void => {
    tell({ told: "state", state });
    if (revision >= seen) return;
    const missed = recent.filter((one) => one.kind === "update" && one.update.revision > revision);
    const first = missed[0];
    const whole = first?.kind === "update" && first.update.from <= revision;
    if (whole) for (const message of missed) tell({ told: "message", message });
    else tell({ told: "message", message: { kind: "resync" } });
  };
  const lead = (): Promise<void> => {
    if (over.signal.aborted) return Promise.resolve();
    leading = true;
    tell({ told: "leading" });
    const close = openStream({
      ...stream,
      revision: seen,
      hear: (message) => {
        hear(message);
        recent.push(message);
        if (recent.length > kept) recent.shift();
        tell({ told: "message", message });
      },
      status: (next) => {
        state = next;
        tell({ told: "state", state: next });
        if (next === "signed-out") signedOut();
        else stream.status(next);
      },
    });
    return new Promise((done) => {
      release = () => {
        close();
        done();
      };
    });
  };

  navigator.locks.request(name, { signal: over.signal }, lead).catch(() => undefined);
  tell({ told: "hello", revision: stream.revision });
  return end;
}
