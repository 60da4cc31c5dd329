import { request as requests, type APIResponse, type Page, type Request } from "playwright/test";
import { given } from "./database";
import { items, newLaunch, newMember, statusOf, type Launch } from "./launch";
import { sessionCookie, signedIn, somebody, type Person } from "./people";
import { row } from "./screen";
import { expect, live, test } from "./test";

const origin = new URL(given("E2E_ADDRESS")).origin;

/** Sends a request as no browser of ours would: with just these headers. */
async function send(url: string, options: { method?: string; headers?: Record<string, string>; data?: string; session?: string | null }): Promise<APIResponse> {
  const { session = null, ...rest } = options;
  const context = await requests.newContext({ baseURL: origin, ...(session ? { extraHTTPHeaders: { cookie: await cookieOf(session) } } : {}) });
  return context.fetch(url, { method: "POST", maxRedirects: 0, ...rest });
}
async function cookieOf(session: string): Promise<string> {
  const { name, value } = await sessionCookie(session);
  return `${name}=${value}`;
}
async function sessionFor(page: Page, person: Person): Promise<string> {
  return signedIn(page.context(), person);
}

/** The action that a hand on the checklist sends, to be sent again differently. */
async function actionOf(page: Page, launch: Launch, act: (page: Page) => Promise<void>, path = "/checklist"): Promise<Request> {
  await page.goto(`${launch.path}${path}`);
  await live(page);
  const [sent] = await Promise.all([page.waitForRequest((one) => one.method() === "POST" && "next-action" in one.headers()), act(page)]);
  await sent.response();
  return sent;
}
const again = (sent: Request, headers: Record<string, string>, session: string | null, body = sent.postData() ?? "") => send(sent.url(), {
  headers: { "next-action": sent.headers()["next-action"] ?? "", "content-type": "text/plain;charset=UTF-8", accept: "text/x-component", ...headers }, data: body, session,
});

const foreign: [string, Record<string, string>][] = [
  ["no Origin", {}],
  ["the origin null", { origin: "null" }],
  ["a foreign Origin", { origin: "https://evil.example.com" }],
  ["a foreign Origin and a matching X-Forwarded-Host", { origin: "https://evil.example.com", "x-forwarded-host": "evil.example.com" }],
  ["our Origin from a foreign site", { origin, "sec-fetch-site": "cross-site" }],
  ["our Origin from a sibling site", { origin, "sec-fetch-site": "same-site" }],
  ["our host on another port", { origin: "http://127.0.0.1:1" }],
];

test("no change runs that does not come from a page of ours", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(null);
  const session = await sessionFor(page, launch.manager);
  const sent = await actionOf(page, launch, (one) => row(one, items.restored).getByRole("button", { name: `Mark done: ${items.restored}` }).click());
  await expect(row(page, items.restored).getByRole("img", { name: "Done, no proof" })).toBeVisible();
  const { revision } = await statusOf(launch.slug);
  // The same edit for another item, which nobody has touched yet.
  const body = (sent.postData() ?? "").replaceAll(/"item":"[^"]+"/g, `"item":"${await idOf(page, items.second)}"`);

  const routes = ["/api/auth/callback/credentials", "/api/auth/signin/credentials", "/api/auth/signout", "/sign-in", "/setup", "/join", `${launch.path}/settings`, `/api/launches/${launch.slug}/status`];
  for (const [from, headers] of foreign) {
    const answer = await again(sent, headers, session, body);
    expect(answer.status(), `the action with ${from}`).toBe(403);
    expect(await answer.text()).toContain("did not come from a page of this server");
    for (const path of routes) expect((await send(path, { headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, data: "email=a", session })).status(), `${path} with ${from}`).toBe(403);
    for (const method of ["PUT", "PATCH", "DELETE"]) expect((await send(launch.path, { method, headers, session })).status(), `${method} with ${from}`).toBe(403);
  }
  expect((await statusOf(launch.slug)).revision).toBe(revision);

  const own = await again(sent, { origin, "sec-fetch-site": "same-origin" }, session, body);
  expect(own.status()).toBe(200);
  expect((await statusOf(launch.slug)).revision).toBe(revision + 1);
  const nobody = await again(sent, { origin }, null, body);
  expect(await nobody.text()).toContain("You are not signed in any more.");
});

async function idOf(page: Page, text: string): Promise<string> {
  return (await row(page, text).getAttribute("data-row")) ?? "";
}

test("a viewer sees everything, has no controls, and every change is refused in words", async ({ open }) => {
  const launch = await newLaunch();
  const [viewer, manager] = [await newMember(launch, "viewer", "Stakeholder"), await open(launch.manager)];
  const sent = await actionOf(manager, launch, (one) => row(one, items.restored).getByRole("button", { name: `Mark done: ${items.restored}` }).click());
  const page = await open(null);
  const session = await sessionFor(page, viewer);
  await page.goto(`${launch.path}/checklist`);
  await live(page);
  await expect(page.getByText("You are a viewer here: you see everything and change nothing.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Mark done|Set back)/ })).toHaveCount(0);
  await row(page, items.second).getByRole("link", { name: items.second }).click();
  await expect(page.getByRole("article", { name: items.second })).toBeVisible();
  await expect(page.getByRole("article", { name: items.second }).getByRole("button")).toHaveCount(0);
  await page.keyboard.press("x");
  await page.keyboard.press("b");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(page, items.second).getByRole("img", { name: "To do" })).toBeVisible();
  await page.goto(`${launch.path}/settings`);
  await expect(page.getByRole("main")).toContainText("Only managers change these.");
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await page.goto(`${launch.path}/sign-off`);
  // How far one has read is everybody's own; it changes nothing of the launch.
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["Remember what I see now"]);
  await expect(page.getByRole("main").getByRole("combobox")).toHaveCount(0);

  const { revision } = await statusOf(launch.slug);
  const refused = await again(sent, { origin }, session);
  expect(await refused.text()).toContain("Your role here does not allow this.");
  const stranger = await open(null);
  const strangers = await again(sent, { origin }, await sessionFor(stranger, await somebody("Stranger")));
  expect(await strangers.text()).toContain("There is no such launch, or it is not yours to see.");
  expect((await statusOf(launch.slug)).revision).toBe(revision);
});

test("a day that does not exist, a reason that is too long, and missing fields get a sentence, and nothing is half done", async ({ open }) => {
  const launch = await newLaunch();
  const page = await open(null);
  const session = await sessionFor(page, launch.manager);
  const sent = await actionOf(page, launch, async (one) => {
    await row(one, items.restored).getByRole("link", { name: items.restored }).click();
    await one.keyboard.press("d");
    await one.getByRole("dialog").getByLabel("Day").fill("2031-03-31");
    await one.getByRole("button", { name: "Save", exact: true }).click();
  });
  await expect(row(page, items.restored)).toContainText("due 31 Mar 2031");
  const { revision } = await statusOf(launch.slug);
  const [edit] = JSON.parse(sent.postData() ?? "[]") as [Record<string, unknown>];
  const answerTo = async (changed: Record<string, unknown>) => (await again(sent, { origin }, session, JSON.stringify([{ ...edit, version: Number(edit.version) + 1, ...changed }]))).text();
  expect(await answerTo({ due: "2031-02-30" })).toContain("There is no such day.");
  expect(await answerTo({ due: undefined })).toContain("The form was not filled in completely.");
  expect(await answerTo({ due: "x".repeat(11) })).toContain("The form was not filled in completely.");
  expect(await answerTo({ item: "00000000-0000-4000-8000-000000000000" })).toContain("There is no such item in this launch.");
  expect(await answerTo({ launch: "no-such-launch" })).toContain("There is no such launch, or it is not yours to see.");
  expect((await statusOf(launch.slug)).revision).toBe(revision);

  // The field itself takes no more than a reason may hold; what comes past it is refused by the server.
  const blocked = await actionOf(page, launch, async (one) => {
    await row(one, items.second).getByRole("link", { name: items.second }).click();
    await one.keyboard.press("b");
    await one.getByRole("dialog").getByLabel("Reason").fill("very long ".repeat(250));
    expect(await one.getByRole("dialog").getByLabel("Reason").inputValue()).toHaveLength(2_000);
    await one.getByRole("button", { name: "Save", exact: true }).click();
  });
  await expect(row(page, items.second)).toContainText("blocked: very long");
  const [reason] = JSON.parse(blocked.postData() ?? "[]") as [Record<string, unknown>];
  const tooLong = await again(blocked, { origin }, session, JSON.stringify([{ ...reason, version: Number(reason.version) + 1, reason: "x".repeat(2_001) }]));
  expect(await tooLong.text()).toContain("The reason is longer than 2,000 characters.");
  const none = await again(blocked, { origin }, session, JSON.stringify([{ ...reason, version: Number(reason.version) + 1, reason: "  " }]));
  expect(await none.text()).toContain("Say why: this is never done without a reason.");
});
