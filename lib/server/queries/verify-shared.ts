import { inTurn } from "../in-turn";
import { once } from "../once";
import { verifyLaunch, type Verified } from "./verify";

/** How long one answer is given to everybody who asks, in milliseconds. */
const shared = 10_000;

/**
 * The check of a launch's whole history as a page asks for it, which anybody who may look can do again and again: each process makes
 * one at a time, and whoever asks about the same revision meanwhile, or within ten seconds, gets the same answer. `null` when there is no such launch.
 */
export function verifyShared(slug: string, revision: number, check: typeof verifyLaunch = verifyLaunch): Promise<Verified | null> {
  const checks = once("verify.shared", () => new Map<string, Promise<Verified | null>>());
  const name = `${slug}/${revision}`;
  const known = checks.get(name);
  if (known) return known;
  const made = inTurn("verify", () => check(slug));
  checks.set(name, made);
  const forget = () => void checks.delete(name);
  made.then(() => setTimeout(forget, shared).unref(), forget);
  return made;
}
