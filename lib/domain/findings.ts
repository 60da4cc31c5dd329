import type { Finding } from "./judgement";
import type { Verdicted } from "./items";
import type { Survey } from "./survey";

/** Decision rules §1 and §3: ticks that contradict each other. `message` is the text of what disagrees; words are the catalogue's. */
export function findingsOf(all: ReadonlyMap<string, Verdicted>, s: Survey): Finding[] {
  const findings: Finding[] = [];
  const links = new Map<string, Verdicted[]>();
  for (const found of all.values()) {
    const { item, judged } = found;
    if (s.children.has(item.id) && item.work === "done" && judged.work !== "done") {
      findings.push({ kind: "parent-tick", itemId: item.id, message: item.text });
    }
    if (item.link === null || judged.applicability === "not-applicable") continue;
    const members = links.get(item.link);
    if (members === undefined) links.set(item.link, [found]);
    else members.push(found);
  }
  for (const members of links.values()) {
    const open = members.find(({ judged }) => judged.work !== "done");
    if (open === undefined || !members.some(({ judged }) => judged.work === "done")) continue;
    findings.push({ kind: "linked-disagree", itemId: open.item.id, message: open.item.text });
  }
  return findings;
}
