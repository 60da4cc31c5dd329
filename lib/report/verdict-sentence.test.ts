import { describe, expect, test } from "vitest";
import { judge } from "@/lib/domain/judge";
import { item, seat, start, stateOf, waiver, type Lists } from "@/lib/domain/testing/build";
import type { Launch } from "@/lib/domain/state";
import { sha256 } from "@/lib/domain/testing/sha256";
import { verdictSentence } from "./verdict-sentence";

const now = "2026-01-10T09:00:00.000Z";
const sentence = (lists: Lists, over: Partial<Launch> = {}): { why: string | null; numbers: string } => {
  return verdictSentence(judge(stateOf(lists, over), now, sha256));
};

describe("verdictSentence", () => {
  test("a go gives the verified number and no reason", () => {
    expect(sentence({ item: [item("a", { work: "done", workAt: start })] })).toEqual({
      why: null, numbers: "0 of 1 verified, 1 claimed. Nobody signs this launch.",
    });
  });

  test("kinds of reasons are counted and joined, seats last", () => {
    const { why } = sentence({
      item: [item("a"), item("b"), item("c", { work: "blocked", workReason: "no access" })], seat: [seat("x", { holderId: "hana" }), seat("y")],
    });
    expect(why).toBe("2 required items are open, 1 item is blocked, and 2 of 2 seats have not said go.");
  });

  test("seats that are all empty are said to be", () => {
    expect(sentence({ item: [item("a")], seat: [seat("x"), seat("y")] }).why).toBe("1 required item is open and all 2 seats are empty.");
  });

  test("where not every seat has to say go, it says how many more do", () => {
    const three = [seat("x", { holderId: "hana" }), seat("y", { holderId: "hana" }), seat("z", { holderId: "hana" })];
    expect(sentence({ item: [item("a")], seat: three }, { pollRule: "quorum", quorum: 2 }).why).toBe("1 required item is open and 2 more seats have to say go.");
    expect(sentence({ item: [item("a")], seat: three }, { pollRule: "quorum", quorum: 1 }).why).toBe("1 required item is open and 1 more seat has to say go.");
    expect(sentence({ item: [item("a")], seat: three }, { pollRule: "quorum", quorum: 3 }).why).toBe("1 required item is open and 3 of 3 seats have not said go.");
  });

  test("a conditional go says what it hangs on", () => {
    expect(sentence({ item: [item("a")], waiver: [waiver("w", "a")] }).why).toBe("1 waiver is active.");
  });

  test("a launch without items that count says that there is nothing to judge", () => {
    expect(sentence({ item: [] })).toMatchObject({ why: "There is nothing to judge.", numbers: expect.stringContaining("0 of 0 verified") });
  });
});
