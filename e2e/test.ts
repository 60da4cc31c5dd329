import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from "playwright/test";
import { late } from "./late";
import { signedIn, type Person } from "./people";

/** Opens a browser of its own: signed in as somebody, or as nobody. */
export type Open = (person: Person | null, options?: BrowserContextOptions) => Promise<Page>;
/** What browsers complained about. `forgive` names what a test provokes on purpose. */
export interface Complaints { heard: string[]; forgive: (...patterns: RegExp[]) => void; watch: (context: BrowserContext) => Promise<void> }

/** Every journey fails when any of its pages logs an error, throws, or breaks its own content security policy. */
export const test = base.extend<{ complaints: Complaints; open: Open }>({
  complaints: [async ({ context }, give) => {
    const heard: string[] = [];
    const forgiven: RegExp[] = [];
    const watch = async (one: BrowserContext): Promise<void> => {
      one.on("console", (message) => {
        if (message.type() === "error") heard.push(`${message.text()} (${message.location().url}) (${message.page()?.url() ?? "no page"})`);
      });
      one.on("weberror", (thrown) => {
        heard.push(`${thrown.error().message} (${thrown.page()?.url() ?? "no page"})`);
      });
      await late(one);
      await one.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => console.error(`policy: ${violatedDirective} ${blockedURI}`));
      });
    };
    await watch(context);
    await give({ heard, watch, forgive: (...patterns) => void forgiven.push(...patterns) });
    expect(heard.filter((words) => !forgiven.some((pattern) => pattern.test(words))), "what browsers complained about").toEqual([]);
  }, { auto: true }],
  open: async ({ browser, complaints, baseURL, locale, timezoneId }, give) => {
    const contexts: BrowserContext[] = [];
    await give(async (person, options = {}) => {
      const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), ...(locale ? { locale } : {}), ...(timezoneId ? { timezoneId } : {}), ...options });
      contexts.push(context);
      await complaints.watch(context);
      if (person) await signedIn(context, person);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** A browser that hears nothing of what others do, as on a train. */
export async function openDeaf(open: Open, complaints: Complaints, person: Person): Promise<Page> {
  complaints.forgive(/ERR_FAILED/);
  const page = await open(person);
  await page.route("**/events?*", (route) => route.abort());
  return page;
}

/** What a page says of whoever is removed while it is open: its stream is refused, and, if it reads itself again, so is the reading, which React tells of. */
export const removedWhileOpen = [/404 \(Not Found\)/, /React error #441.*\/(items\/.+|sign-off)\)/] as const;

/** Waits until the page hears of changes. */
export async function live(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Live$/ })).toBeVisible();
}

/** A page of somebody's own browser, at `path`, that hears of changes. */
export async function openLive(open: Open, person: Person | null, path: string): Promise<Page> {
  const page = await open(person);
  await page.goto(path);
  await live(page);
  return page;
}
