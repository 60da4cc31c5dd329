import { expect, test } from "vitest";
import { rowsOfItems, rowsOfSection } from "@/lib/domain/rows-about";
import { setWork } from "../commands/items";
import { decideWaiver, requestWaiver } from "../commands/waivers";
import { addLink, withdrawEvidence } from "../commands/evidence";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { done, scene } from "../testing/scene";
import { readHistory } from "./history";

ownDatabase();

/** What was told about these rows, newest first, without the import and the members' joining. */
async function told(slug: string, subjects: string[]): Promise<string[]> {
  const { state } = await launchNow(slug);
  const { events } = await readHistory(state.launch.id, { subjects });
  return events.map(({ kind }) => kind).filter((kind) => kind !== "launch.imported");
}

test("an item's story holds its waivers and its proof, a section's those of its items, and neither anybody else's", async () => {
  const { slug, admin, engineer } = await scene();
  const work = async (text: string) => {
    const { id: item, version } = await itemNow(slug, text);
    done(await setWork(engineer, { launch: slug, item, work: "in-progress", reason: null, version }));
  };
  await work("All services healthy");
  const backups = await itemNow(slug, "Backups automated");
  done(await requestWaiver(engineer, { launch: slug, item: backups.id, version: backups.version, reason: "no second site yet", control: "watched by hand", endsAt: new Date(Date.now() + 86_400_000).toISOString() }));
  const [waiver] = Object.values((await launchNow(slug)).state.waiver);
  done(await decideWaiver(admin, { launch: slug, waiver: waiver?.id ?? "", approve: false, reason: "not on launch week", version: 1 }));
  const restore = await itemNow(slug, "Restore tested");
  done(await addLink(engineer, { launch: slug, item: restore.id, title: "Restore of last night", url: "https://example.com/restore", trueOn: "2026-01-05", validDays: null }));
  const [proof] = Object.values((await launchNow(slug)).state.evidence);
  done(await withdrawEvidence(engineer, { launch: slug, evidence: proof?.id ?? "", reason: "the wrong night", version: proof?.version ?? 0 }));

  const { state } = await launchNow(slug);
  expect(await told(slug, rowsOfItems(state, new Set([backups.id])))).toEqual(["waiver.refused", "waiver.requested"]);
  expect(await told(slug, rowsOfItems(state, new Set([restore.id])))).toEqual(["evidence.withdrawn", "evidence.added"]);
  expect(await told(slug, rowsOfSection(state, backups.sectionId))).toEqual(["evidence.withdrawn", "evidence.added", "waiver.refused", "waiver.requested"]);
  const launchDay = await itemNow(slug, "All services healthy");
  expect(await told(slug, rowsOfSection(state, launchDay.sectionId))).toEqual(["item.work"]);
});
