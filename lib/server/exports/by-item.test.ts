import { expect, test } from "vitest";
import { readDocument } from "@/lib/document/read";
import { livingFrom } from "@/lib/document/testing/living";
import { judge } from "@/lib/domain/judge";
import { evidence, waiver } from "@/lib/domain/testing/build";
import { sha256 } from "@/lib/domain/testing/sha256";
import { statusOf } from "../queries/status";
import { exportCsv } from "./csv";
import { exportJson } from "./json";
import { documentView } from "./markdown";
import { exportXlsx } from "./xlsx";

const now = "2026-03-01T00:00:00.000Z";

/** Counts how often all rows of a record are looked through. */
function counted<Row>(rows: Record<string, Row>): { rows: Record<string, Row>; passes: () => number } {
  let passes = 0;
  return { rows: new Proxy(rows, { ownKeys: (target) => { passes += 1; return Reflect.ownKeys(target); } }), passes: () => passes };
}

test("each export looks through all proofs and waivers as often for many items as for few", () => {
  const passes = (items: number): number[] => {
    const read = readDocument(new TextEncoder().encode(`# Many\n\n## 1. One\n\n${Array.from({ length: items }, (_, at) => `- [ ] Item ${at}\n`).join("")}`));
    if (!read.ok) throw new Error(read.sentence);
    const living = livingFrom(read.reading);
    const ids = Object.keys(living.item);
    const plain = {
      ...living, evidence: Object.fromEntries(ids.map((id) => [`e${id}`, evidence(`e${id}`, id)])), waiver: Object.fromEntries(ids.map((id) => [`w${id}`, waiver(`w${id}`, id)])),
    };
    const judgement = judge(plain, now, sha256);
    const proofs = counted(plain.evidence);
    const waivers = counted(plain.waiver);
    const launch = () => ({ state: { ...plain, evidence: proofs.rows, waiver: waivers.rows }, judgement, people: {} });
    exportCsv(launch());
    exportXlsx(launch());
    exportJson(launch(), statusOf(launch()));
    documentView(launch(), read, now);
    return [proofs.passes(), waivers.passes()];
  };
  expect(passes(40)).toEqual(passes(4));
});
