import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "@/lib/document/read";
import { read } from "@/lib/document/testing/documents";
import { itemNamed, livingFrom, withItems } from "@/lib/document/testing/living";
import { nasty } from "@/lib/document/testing/nasty";
import { writeDocument } from "@/lib/document/write";
import { judge } from "@/lib/domain/judge";
import type { LaunchState } from "@/lib/domain/state";
import { sha256 } from "@/lib/domain/testing/sha256";
import { documentView } from "./markdown";

const now = "2026-03-10T12:00:00.000Z";
function written(text: string, state: (imported: LaunchState) => LaunchState = (imported) => imported): string {
  const reading = read(text);
  const living = state(livingFrom(reading));
  return writeDocument(reading, documentView({ state: living, judgement: judge(living, now, sha256), people: { ann: { name: "Ann", email: "ann@example.com" } } }, { reading }, now));
}

const claims = `# Quay

**Completion**: 65 %

- [ ] Lamps — **Owner**: ops@example.com — **Evidence**: [run](https://ci.example.com/7)
- [ ] Ropes — **In progress**: half of them
- [ ] Buoys — **Blocked**
- [ ] Nets (if needed) — **Applies**: we fish
- [ ] Sails — **N/A**
- [ ] Masts — **Waived until 2026-12-31**: none left — **Compensating control**: oars
- [ ] Anchors — **Waived**: none left
- [x] Rooms
  - [ ] Kitchen
  - [x] Cabin
`;

test("what nobody adopted stays on its line, so a document that was only imported comes back byte for byte", () => {
  expect(written(claims)).toBe(claims);
});

test("what the launch has come to of its own stands in its place, and other lines stay as they are", () => {
  const changed = (patch: Parameters<typeof withItems>[1]): string[] => {
    const before = claims.split("\n");
    return written(claims, (state) => withItems(state, patch)).split("\n").filter((line, at) => line !== before[at] && !line.startsWith("**Completion"));
  };
  expect(changed({ Lamps: { ownerId: "ann" } })).toEqual(["- [ ] Lamps — **Owner**: Ann — **Evidence**: [run](https://ci.example.com/7)"]);
  expect(changed({ Buoys: { work: "done", workReason: null } })).toEqual(["- [x] Buoys"]);
  expect(changed({ Sails: { applicability: "applies", applicabilityReason: null } })).toEqual(["- [ ] Sails"]);
  expect(changed({ Kitchen: { work: "blocked", workReason: "no oven" } })).toEqual(["- [ ] Rooms", "  - [ ] Kitchen — **Blocked**: no oven"]);
});

test("whatever is imported, the export of it is the same bytes until something changes", () => {
  fc.assert(fc.property(nasty, (text) => {
    const outcome = readDocument(new TextEncoder().encode(text));
    if (!outcome.ok || outcome.reading.counts.items === 0) return;
    const state = livingFrom(outcome.reading);
    expect(documentView({ state, judgement: judge(state, now, sha256), people: {} }, outcome, now).changed).toBe(false);
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 150) });
  expect(itemNamed(livingFrom(read(claims)), "Rooms").work).toBe("done");
});
