import Papa from "papaparse";
import { expect } from "vitest";
import { replay } from "@/lib/domain/changes";
import { reads } from "../db";
import { exportLaunch } from "../exports/export";
import { verifyPack } from "../exports/verify-pack";
import { readEvents } from "../queries/history";
import { statusOf } from "../queries/status";
import { verifyLaunch } from "../queries/verify";
import { launchNow } from "./launch-now";

/** The history of a launch verifies and leads to its rows; page, JSON, CSV, document and pack say the same. */
export async function everythingAgrees(slug: string): Promise<void> {
  const launch = await launchNow(slug);
  const { state, judgement } = launch;
  expect(await verifyLaunch(slug)).toMatchObject({ fault: null, events: state.revision, erased: 0 });
  expect(replay(await readEvents(reads(), state.launch.id, null))).toEqual(state);
  const { numbers } = statusOf(launch);
  const text = async (format: "md" | "csv" | "json") => Buffer.from((await exportLaunch(launch, format)).bytes).toString("utf8").replace(/^\uFEFF/, "");
  const json = JSON.parse(await text("json")) as { status: unknown; items: { counts: boolean; claimed: boolean; verified: boolean }[] };
  expect(json.status).toEqual(JSON.parse(JSON.stringify(statusOf(launch))));
  expect(json.items.filter(({ claimed, counts }) => counts && claimed)).toHaveLength(numbers.claimed.done);
  const csv = Papa.parse<Record<string, string>>(await text("csv"), { header: true, skipEmptyLines: true });
  expect(csv.data.filter((row) => row.verified === "yes")).toHaveLength(numbers.verified.done);
  expect(await text("md")).toContain(`${numbers.verified.done} of ${numbers.verified.of} verified`);
  const pack = await verifyPack((await exportLaunch(launch, "pack")).bytes);
  expect(pack).toMatchObject({ fault: null, events: judgement.revision, signatures: Object.keys(state.signOff).length });
}
