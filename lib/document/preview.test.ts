import { describe, expect, test } from "vitest";
import { addressFrom, previewOf } from "./preview";
import { readDocument } from "./read";

function preview(text: string, take: string[] = []) {
  const read = readDocument(new TextEncoder().encode(text), { take });
  if (!read.ok) throw new Error(read.sentence);
  return previewOf(read.reading);
}

describe("a preview", () => {
  test("shows what an import would make: structure, questions with the items they decide, dates", () => {
    const shown = preview("# Ferry\n\n## 1. Boats\n\n- [x] Hull is dry\n- [ ] Pods are up (if using K8s)\n  - [ ] Two of them\n\n**Target Go-Live**: 2031-05-09\n");
    expect(shown.title).toBe("Ferry");
    expect(shown.counts).toMatchObject({ sections: 1, items: 3, checked: 1, conditional: 1 });
    expect(shown.sections[0]).toMatchObject({ key: "1", title: "Boats", count: 3 });
    expect(shown.sections[0]?.groups[0]?.items.map(({ line, nested }) => [line, nested])).toEqual([[5, false], [6, false], [7, true]]);
    expect(shown.questions).toEqual([{ question: "Does this launch use Kubernetes?", items: 1 }]);
    expect(shown.goLive).toBe("2031-05-09");
  });

  test("counts ticks of items only, as its findings do, and groups that have a title", () => {
    const shown = preview("# T\n\nProgress: 3 of 4\n\n## A\n\n- [x] a\n\n### B\n\n- [ ] b\n\n## Sign-off\n\n- [x] Lead: Ann Date: 2026-01-01\n");
    expect(shown.counts).toMatchObject({ items: 2, checked: 1, groups: 1, seats: 1 });
    expect(shown.findings[0]?.message).toBe("the document claims 3 of 4, 1 of 2 boxes are ticked");
  });

  test("counts what a choice adds only once it is taken", () => {
    const text = "# Ferry\n\n- [ ] Hull is dry\n- [~] Ropes are new\n";
    const [choice] = preview(text).choices;
    expect(preview(text).counts.items).toBe(1);
    expect(preview(text, [choice?.id ?? ""])).toMatchObject({ counts: { items: 2 }, taken: [choice?.id] });
  });
});

test("a proposed address is always one that a launch can have", () => {
  const valid = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
  for (const title of ["Production Readiness", "Árbol — café", "港口", "", "---", `${"word ".repeat(40)}`, "v1.0_final!!", "🚀 Go"]) expect(addressFrom(title), title).toMatch(valid);
});
