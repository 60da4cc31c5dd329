import pg from "pg";
import { env } from "./env";
import { once } from "./once";
import { goodSessions } from "./sessions";

/** The one channel; a notice carries ids and a number only. */
export const channel = "readiness";

export interface Notice {
  launch: string;
  revision: number;
}

interface Listener {
  sessionId: string;
  launchId: string;
  hear: (notice: Notice) => void;
  close: () => void;
}

/** One LISTEN connection per process, and those who listen. It reconnects by itself, and then everybody catches up. */
class Switchboard {
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | null = null;
  private waitMs = 100;

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    if (!this.client) this.connect();
    return () => this.listeners.delete(listener);
  }

  get size(): number {
    return this.listeners.size;
  }

  private connect(): void {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "readiness listen", keepAlive: true });
    this.client = client;
    const lost = (): void => {
      if (this.client !== client) return;
      this.client = null;
      client.removeAllListeners();
      client.on("error", () => undefined);
      void client.end().catch(() => undefined);
      setTimeout(() => this.connect(), this.waitMs).unref();
      this.waitMs = Math.min(this.waitMs * 2, 3_000);
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client.connect().then(async () => {
      await client.query(`LISTEN ${channel}`);
      this.waitMs = 100;
      // What was said while nobody listened is caught up: revision 0 means "look yourself".
      for (const listener of this.listeners) listener.hear({ launch: listener.launchId, revision: 0 });
    }).catch(lost);
  }

  private hear(payload: string): void {
    const [launch, revision] = payload.split(" ");
    if (!launch) return;
    for (const listener of this.listeners) if (listener.launchId === launch) listener.hear({ launch, revision: Number(revision) });
  }

  /** Closes the streams of sessions that have ended (trust 4: within 5 s). */
  async sweep(): Promise<void> {
    if (this.listeners.size === 0) return;
    const good = await goodSessions([...new Set([...this.listeners].map((listener) => listener.sessionId))]);
    for (const listener of this.listeners) if (!good.has(listener.sessionId)) listener.close();
  }
}

function switchboard(): Switchboard {
  return once("live.switchboard", () => {
    const board = new Switchboard();
    setInterval(() => void board.sweep().catch(() => undefined), 3_000).unref();
    return board;
  });
}

/** Hears of every change of a launch, in this process or another, until the returned function is called. */
export function listen(listener: Listener): () => void {
  return switchboard().add(listener);
}

/** How many streams this process holds open. */
export function openStreams(): number {
  return switchboard().size;
}
