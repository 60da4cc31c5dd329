import { once } from "./once";

/**
 * Runs works of one name one after another in this process: a launch's changes wait here, before they take a database
 * connection, so that a busy launch cannot use up the pool for the others.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const tails = once("in-turn.tails", () => new Map<string, Promise<unknown>>());
  const before = tails.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine.catch(() => undefined);
  tails.set(name, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(name) === tail) tails.delete(name);
  }
}
