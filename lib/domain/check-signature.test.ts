import { describe, expect, test } from "vitest";
import { canonical } from "./canonical";
import { checkSignature, faultOfSignatureChange } from "./check-signature";
import { materialOfSeat } from "./material";
import { item, seat, signOff, stateOf } from "./testing/build";
import { sha256 } from "./testing/sha256";

const at = "2026-01-02T00:00:00.000Z";
const held = stateOf({ item: [item("a", { work: "done" }), item("b")], seat: [seat("q", { holderId: "ann" })] });
const event = { kind: "seat.signed", at, actorId: "ann" };
const signed = (material: unknown) => signOff("o", "q", { byId: "ann", at, rule: held.launch.rule, material, digest: sha256(canonical(material)) });
const own = held.seat.q;
const honest = own ? materialOfSeat(held, own).material : null;

describe("a signature", () => {
  test("over the state right before it holds", () => {
    expect(checkSignature(held, event, signed(honest), false, sha256)).toBe("holds");
  });

  test("over what another version derived otherwise from the same rows is left open, over other rows it is a fault", () => {
    const a = honest?.items.a;
    const over = (fields: object) => signed({ ...honest, items: { ...honest?.items, a: { ...a, ...fields } } });
    expect(checkSignature(held, event, over({ proof: a?.proof === "required" ? "optional" : "required" }), false, sha256)).toBe("uncertain");
    for (const fields of [{ work: "todo" }, { text: "Else" }, { required: false }, { window: "final-week" }]) {
      expect(checkSignature(held, event, over(fields), false, sha256)).toEqual({ fault: "what was signed is not the state that stood before it" });
    }
    expect(checkSignature(held, event, signed({ ...honest, sections: ["elsewhere"] }), false, sha256)).toMatchObject({ fault: expect.any(String) as string });
    expect(checkSignature(held, event, signed({ ...honest, items: { ...honest?.items, gone: a } }), false, sha256)).toMatchObject({ fault: expect.any(String) as string });
  });

  test("may be withdrawn and lose words that are erased, and changes in no other way", () => {
    const change = (after: object | null, before: object = { version: 1 }) => ({ entity: "signOff" as const, id: "o", before: { ...before }, after: after && { ...after } });
    expect(faultOfSignatureChange(change({ withdrawnAt: at, withdrawnReason: "late", version: 2 }), "seat.withdrawn")).toBeNull();
    expect(faultOfSignatureChange(change({ reason: "[erased]", version: 2 }), "text.erased")).toBeNull();
    expect(faultOfSignatureChange(change({ position: "go", version: 2 }), "seat.withdrawn")).not.toBeNull();
    expect(faultOfSignatureChange(change({ digest: "0", version: 2 }), "text.erased")).not.toBeNull();
    expect(faultOfSignatureChange(change({ withdrawnAt: null, version: 3 }), "undone")).not.toBeNull();
    expect(faultOfSignatureChange(change(null), "undone")).not.toBeNull();
  });
});
