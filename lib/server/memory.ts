/**
 * A memory bounded by bytes: the least recently used entries go first. Sizes are estimates given by the caller, so a
 * launch's size never decides another launch's speed beyond its share.
 */
export class Memory<V> {
  private readonly entries = new Map<string, { value: V; bytes: number }>();
  private used = 0;

  /** @param limit most bytes to keep, at least the newest entry is always kept */
  constructor(private readonly limit: number) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, bytes: number): void {
    this.delete(key);
    this.entries.set(key, { value, bytes });
    this.used += bytes;
    for (const oldest of this.entries.keys()) {
      if (this.used <= this.limit || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.used -= entry.bytes;
  }

  get bytes(): number {
    return this.used;
  }
}
