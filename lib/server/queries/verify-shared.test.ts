import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Verified } from "./verify";
import { verifyShared } from "./verify-shared";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const found: Verified = { events: 1, head: "h", erased: 0, fault: null };

test("a thousand who ask for the check of one launch at once cost one, and different launches come one after another", async () => {
  let running = 0;
  let most = 0;
  let made = 0;
  const check = async () => {
    made += 1;
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    return found;
  };
  await Promise.all(Array.from({ length: 1_000 }, (_, nth) => verifyShared(`launch-${nth % 2}`, 7, check)));
  expect([made, most]).toEqual([2, 1]);
  await verifyShared("launch-0", 7, check);
  expect(made).toBe(2);
  // Another revision is another question, and after a while the same one is asked anew.
  await verifyShared("launch-0", 8, check);
  await vi.advanceTimersByTimeAsync(10_000);
  await verifyShared("launch-0", 7, check);
  expect(made).toBe(4);
});

test("a check that failed is not given to the next one who asks", async () => {
  await expect(verifyShared("broken", 1, () => Promise.reject(new Error("no database")))).rejects.toThrow("no database");
  expect(await verifyShared("broken", 1, () => Promise.resolve(found))).toBe(found);
});
