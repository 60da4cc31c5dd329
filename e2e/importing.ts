import { strToU8, zipSync } from "fflate";
import type { Locator, Page } from "playwright/test";
import { awake } from "./pages";
import { somebody } from "./people";
import { expect, type Open } from "./test";

/** The page on which an admin brings a document and makes a launch of it. */
export async function newPage(open: Open): Promise<Page> {
  const page = await open(await somebody("Operator", { admin: true }));
  await page.goto("/launches/new");
  await awake(page);
  return page;
}

export const columns = (page: Page): Locator => page.getByRole("region", { name: "Which column is what" });
export const preview = (page: Page): Locator => page.getByRole("region", { name: "What it becomes" });
export const figure = (page: Page, label: string): Locator => preview(page).locator("dl > div").filter({ hasText: label }).getByRole("definition");
export const alert = (page: Page, words: string | RegExp): Locator => page.getByRole("alert").filter({ hasText: words });

/** Chooses a file of that name and content. */
export const give = (page: Page, name: string, content: string | Uint8Array): Promise<void> =>
  page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
export const show = (page: Page): Promise<void> => page.getByRole("button", { name: "Show what these rows become" }).click();

/** An address of its own, so that a run can be repeated. */
export const address = (): string => `import-${crypto.randomUUID().slice(0, 8)}`;

/** Creates the launch that is shown, at an address of its own. */
export async function create(page: Page): Promise<string> {
  const slug = address();
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Create the launch" }).click();
  await expect(page).toHaveURL(`/launches/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No-go");
  return slug;
}

/** An XLSX of these parts. */
export const workbook = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
