import type { LaunchState } from "@/lib/domain/state";
import { rowsOf, type RowView } from "@/lib/domain/row";
import { updateBetween, type Update } from "@/lib/domain/update";
import { othersFirst } from "./in-parts";
import { inTurn } from "./in-turn";
import { listen } from "./live";
import { once } from "./once";
import { judgeKnown, readCurrent } from "./queries/launch";
import { databaseNow } from "./queries/launches";
import { goodSessions } from "./sessions";

/** One open page's stream. */
export interface Stream {
  sessionId: string;
  /** The revision this page shows. */
  revision: number;
  /** Whether this person may still see the launch: a member who is removed hears nothing more. */
  mayLook: (state: LaunchState) => boolean;
  send: (update: Update) => void;
  /** Something was missed: the page reads itself again. */
  resync: (revision: number) => void;
  /** Its session has ended: there is nothing to come back for. */
  signedOut: () => void;
  close: () => void;
}

interface Moment {
  state: LaunchState;
  rows: RowView[];
}

/** A launch's open streams in this process: each change is read, judged and compared once, whatever their number. */
class Feed {
  readonly streams = new Set<Stream>();
  private last: Moment | null = null;
  private timer: NodeJS.Timeout | undefined;
  /** Nobody listens any more. An advance may still be running then: it must not wake the feed again. */
  ended = false;
  private readonly stop: () => void;

  constructor(private readonly launchId: string) {
    this.stop = listen(launchId, () => void this.advance());
  }

  /** Brings every stream to the newest revision. Advances run one after another, so that none overtakes another. */
  advance(): Promise<void> {
    return inTurn(`feed ${this.launchId}`, () => this.step()).catch(() => this.later(1_000));
  }

  private async step(): Promise<void> {
    if (this.ended) return;
    const known = await readCurrent(this.launchId);
    if (!known) return this.end();
    const judgement = judgeKnown(known, await databaseNow());
    // Of thousands of items each of these takes a while: whoever waits comes in between.
    await othersFirst();
    const next: Moment = { state: known.state, rows: rowsOf(known.state, judgement) };
    await othersFirst();
    const update = this.last ? updateBetween(this.last, next, judgement) : null;
    const gone: Stream[] = [];
    for (const stream of this.streams) {
      if (!stream.mayLook(known.state)) gone.push(stream);
      else if (stream.revision === update?.from) {
        if (update.from !== update.revision || update.rows.length > 0) stream.send(update);
      } else if (stream.revision !== known.state.revision) stream.resync(known.state.revision);
      stream.revision = known.state.revision;
    }
    this.last = next;
    // The next moment at which something flips by itself: open pages see it then, without anybody touching anything.
    if (judgement.validUntil) this.later(Date.parse(judgement.validUntil) - Date.parse(judgement.at) + 20);
    // Last, since the feed itself ends with its last stream.
    for (const stream of gone) {
      stream.resync(known.state.revision);
      stream.close();
    }
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.ended) return;
    this.timer = setTimeout(() => void this.advance(), Math.min(Math.max(milliseconds, 20), 3_600_000));
    this.timer.unref();
  }

  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.stop();
    for (const stream of this.streams) stream.close();
  }
}

function feeds(): Map<string, Feed> {
  return once("feed.feeds", () => {
    const all = new Map<string, Feed>();
    setInterval(() => void sweep(all).catch(() => undefined), 3_000).unref();
    // A server that is told to end waits for its answers: streams would keep it waiting for ever.
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => all.forEach((feed) => feed.end()));
    return all;
  });
}

/** Closes the streams of sessions that have ended (trust 4: within 5 s). */
async function sweep(all: Map<string, Feed>): Promise<void> {
  const streams = [...all.values()].flatMap((feed) => [...feed.streams]);
  const good = await goodSessions([...new Set(streams.map((stream) => stream.sessionId))]);
  for (const stream of streams) if (!good.has(stream.sessionId)) stream.signedOut();
}

/** Follows a launch: the stream first catches up, then hears every change; the returned function ends it. */
export function follow(launchId: string, stream: Stream): () => void {
  const known = feeds().get(launchId);
  const feed = known && !known.ended ? known : new Feed(launchId);
  feeds().set(launchId, feed);
  feed.streams.add(stream);
  void feed.advance();
  return () => {
    feed.streams.delete(stream);
    if (feed.streams.size > 0 || feeds().get(launchId) !== feed) return;
    feeds().delete(launchId);
    feed.end();
  };
}

/** How many streams this process holds open. */
export function openStreams(): number {
  return [...feeds().values()].reduce((sum, feed) => sum + feed.streams.size, 0);
}
