import type { Locator, Page } from "playwright/test";

/** One item's row in the list. */
export function row(page: Page, text: string): Locator {
  return page.getByRole("listitem").filter({ has: page.getByRole("link", { name: text, exact: true }) });
}

/** The item in full: beside the list, or on its own page. */
export function panel(page: Page, text: string): Locator {
  return page.getByRole("article", { name: text });
}

/** Opens whatever is folded in there. */
export async function unfold(where: Page | Locator): Promise<void> {
  await where.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
}

/** A section's count in the list, as it is read aloud: "0 of 4 verified, 0 claimed". */
export function sectionCount(page: Page, section: string): Locator {
  return page.getByRole("region", { name: new RegExp(`\\b${section}$`) }).getByText(/of \d+ verified, \d+ claimed/);
}

/** One of the overview's two numbers: its figure and what it is out of. */
export function number(page: Page, which: "Verified" | "Claimed"): Locator {
  return page.getByRole("region", { name: "Numbers" }).locator("dl").first().locator("div").filter({ hasText: which }).getByRole("definition");
}
