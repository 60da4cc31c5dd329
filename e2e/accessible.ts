import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Locator, Page } from "playwright/test";
import { unfold } from "./screen";
import { expect } from "./test";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds on the page as it stands, a line each. A page that reads itself again changes its head meanwhile and is without a
 * title for a moment: what was found counts only if the head stood still while axe looked.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    // axe puts itself on the window; its own types are not loaded into the page.
    const { axe: judge } = window as unknown as { axe: { run: (on: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    let moved = false;
    const head = new MutationObserver(() => {
      moved = true;
    });
    head.observe(document.head, { childList: true, subtree: true, characterData: true });
    const until = performance.now() + 10_000;
    for (;;) {
      moved = false;
      const found = await judge.run(document, { runOnly: { type: "tag", values: tags } });
      if ((moved || document.title === "") && performance.now() < until) continue;
      head.disconnect();
      return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} | ${(failureSummary ?? "").replace(/\s+/g, " ").slice(0, 200)}`));
    }
  }, standards);
}

/** What makes the page scroll sideways: nothing, or the elements that reach too far. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const far = [...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth - clientWidth} px too wide`, ...far.slice(-3).map((one) => one.outerHTML.slice(0, 200))];
  });
}

/** What opens is accessible in both themes and does not scroll sideways at 320 px; Escape closes it. */
export async function expectDialogFits(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog, name).toBeVisible();
  await unfold(dialog);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `${name}, ${colorScheme}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), `${name} at 320 px`).toBe(0);
  await page.setViewportSize({ width: 1_360, height: 800 });
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
}

/** The page in both themes, wide and at 390 px, and without sideways scrolling down to 320 px. */
export async function expectFit(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1_360, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      expect(await violations(page), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooWide(page), `${name} at 320 px`).toEqual([]);
}
