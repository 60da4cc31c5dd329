import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import type { Page } from "playwright/test";
import type { Status } from "@/lib/server/queries/status";
import { asTyped, readiness } from "./cli";
import { ask } from "./database";
import { somebody } from "./people";
import { number } from "./screen";
import { expect, live, test } from "./test";

/** A small generator of numbers that a seed repeats (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
  return readFile(await file.path(), "utf8");
}

test("after a random series of changes every figure of page, Markdown, CSV, JSON and command line is the same", async ({ open }, info) => {
  const seed = Number(process.env["E2E_SEED"] ?? Math.floor(Math.random() * 1_000_000));
  info.annotations.push({ type: "seed", description: String(seed) });
  console.log(`exports: E2E_SEED=${seed}`);
  const pick = chance(seed);
  const admin = await somebody("Auditor", { admin: true });
  const page = await open(admin);
  await page.goto("/launches/a4co/checklist");
  await live(page);
  const items = await ask<{ id: string; key: string; condition: string | null }>("select i.id, i.key, i.condition from items i join launches l on l.id = i.launch_id where l.slug = 'a4co' order by i.position");
  const touched = new Set<string>();
  for (let change = 0; change < 30; change += 1) {
    const item = items[pick(items.length)];
    if (!item || item.condition || touched.has(item.id)) continue;
    touched.add(item.id);
    await page.locator(`[data-row="${item.id}"]`).getByRole("link").focus();
    const key = ["x", "x", "p", "b", "n"][pick(5)] ?? "x";
    await page.keyboard.press(key);
    if (key !== "b" && key !== "n") continue;
    await page.getByRole("dialog").getByLabel("Reason").fill(`waits for part ${change}`);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await expect(page.getByTitle("saving")).toHaveCount(0);
  // What hangs on a question is decided by hand, as a script would do it.
  const conditional = items.filter(({ condition }) => condition);
  for (const way of [["--not-applicable", "--reason", "not here"], ["--applies"], ["--work", "done"]]) {
    await readiness("set", "a4co", conditional[pick(conditional.length)]?.key ?? "", ...way, "--as", admin.email).catch((error: unknown) => {
      // What an item's own rules refuse (a fact decides it, it is out of scope) is not what is looked at here.
      if (!/Change the answer|Say that it applies/.test(String(error))) throw error;
    });
  }
  const proven = (await ask<{ key: string }>("select i.key from items i join launches l on l.id = i.launch_id where l.slug = 'a4co' and i.work = 'done' and i.applicability = 'applies' order by i.position limit 1"))[0];
  if (proven) {
    await page.goto(`/launches/a4co/items/${proven.key}`);
    await page.getByRole("button", { name: "Add proof" }).click();
    await page.getByLabel("Address").fill("https://ci.example.com/run/7");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("link", { name: "https://ci.example.com/run/7" })).toBeVisible();
  }

  const status = JSON.parse(await asTyped("status", "a4co", "--json")) as Status;
  const { verified, claimed } = status.numbers;
  const share = ({ done, of, percent }: typeof verified): string => `${done} of ${of} · ${percent} %`;

  await page.goto("/launches/a4co");
  await expect(number(page, "Verified")).toHaveText(share(verified));
  await expect(number(page, "Claimed")).toHaveText(share(claimed));
  await expect(page.getByRole("main")).toContainText(`${verified.done} of ${verified.of} verified, ${claimed.done} claimed.`);
  const table = page.getByRole("table", { name: "Each section: what is verified, claimed and in the way" });
  for (const section of status.sections) {
    const line = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: section.title, exact: false }) }).filter({ hasText: new RegExp(`^${section.key}\\D`) });
    await expect(line).toContainText(section.verified.of === 0 ? "—" : `${section.verified.done}/${section.verified.of}${section.claimed.done}/${section.claimed.of}`);
  }

  await page.goto("/launches/a4co/report");
  await expect(number(page, "Verified")).toHaveText(share(verified));
  await expect(number(page, "Claimed")).toHaveText(share(claimed));
  await expect(page.getByRole("heading", { name: `(${status.reasons.length})` })).toBeVisible();

  const json = JSON.parse(await download(page, "JSON")) as { status: Status; items: { claimed: boolean; verified: boolean; counts: boolean }[] };
  const still = ({ at: _at, ...rest }: Status) => rest;
  expect(still(json.status)).toEqual(still(status));
  expect(json.items).toHaveLength(213);

  const rows = Papa.parse<Record<string, string>>((await download(page, "CSV")).replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
  const sum = (column: string): number => rows.filter((each) => /^(true|yes|1)$/i.test(each[column] ?? "")).length;
  expect({ rows: rows.length, of: sum("counts"), claimed: sum("claimed"), verified: sum("verified") }).toEqual({ rows: 213, of: verified.of, claimed: claimed.done, verified: verified.done });

  const markdown = await download(page, "Markdown");
  expect(markdown).toContain(`${verified.done} of ${verified.of} verified (${verified.percent} %), ${claimed.done} claimed (${claimed.percent} %)`);
  const ticked = markdown.split("\n").filter((line) => /^\s*[-*] \[x\]/.test(line)).length;
  expect(ticked).toBe(rows.filter((each) => each["work"] === "done").length);

  const asked = await page.request.get("/api/launches/a4co/status");
  expect(still((await asked.json()) as Status)).toEqual(still(status));
});
