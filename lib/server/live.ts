import pg from "pg";
import { env } from "./env";
import { once } from "./once";

/** The one channel; a notice carries a launch's id and its new revision, nothing else. */
export const channel = "readiness";

/** Hears a launch's new revision; 0 = "look yourself": the line was down and something may have been missed. */
type Hear = (revision: number) => void;

/** One LISTEN connection per process. It reconnects by itself, with back-off. */
class Switchboard {
  private readonly listeners = new Map<string, Set<Hear>>();
  private client: pg.Client | null = null;
  private waitMs = 100;

  add(launchId: string, hear: Hear): () => void {
    const ears = this.listeners.get(launchId) ?? new Set<Hear>();
    this.listeners.set(launchId, ears.add(hear));
    if (!this.client) this.connect();
    return () => {
      ears.delete(hear);
      if (ears.size === 0 && this.listeners.get(launchId) === ears) this.listeners.delete(launchId);
    };
  }

  private connect(): void {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "readiness listen", keepAlive: true });
    this.client = client;
    const lost = (): void => this.reconnect(client);
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => this.hear(payload ?? ""));
    client.connect().then(() => client.query(`LISTEN ${channel}`)).then(() => {
      this.waitMs = 100;
      for (const ears of this.listeners.values()) for (const hear of ears) hear(0);
    }).catch(lost);
  }

  private reconnect(lost: pg.Client): void {
    if (this.client !== lost) return;
    this.client = null;
    lost.removeAllListeners();
    lost.on("error", () => undefined);
    lost.end().catch(() => undefined);
    setTimeout(() => {
      if (!this.client && this.listeners.size > 0) this.connect();
    }, this.waitMs).unref();
    this.waitMs = Math.min(this.waitMs * 2, 3_000);
  }

  private hear(payload: string): void {
    const [launchId = "", revision] = payload.split(" ");
    for (const hear of this.listeners.get(launchId) ?? []) hear(Number(revision));
  }
}

/** Hears of every change of a launch, made by this process or another, until the returned function is called. */
export function listen(launchId: string, hear: Hear): () => void {
  return once("live.switchboard", () => new Switchboard()).add(launchId, hear);
}
