import { given } from "./database";
import { expect, test } from "./test";

test.describe.configure({ mode: "serial" });

const admin = { name: "First admin", email: "first-admin@example.com", password: "quiet morning harbour" };
const link = given("E2E_SETUP_LINK");

test("a set-up link that is cut off or wrong says what to do, and makes nobody", async ({ page }) => {
  await page.goto("/setup");
  await expect(page.getByRole("heading", { name: "This page needs the set-up link" })).toBeVisible();
  await page.goto("/setup#not-the-secret");
  // The same document with another fragment is not loaded anew.
  await page.reload();
  await page.getByLabel("Your name").fill(admin.name);
  await page.getByLabel("E-mail").fill(admin.email);
  await page.getByLabel("Password", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Create the first admin" }).click();
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Start the server again");
});

test("the set-up link makes the first admin, who sees a launch that is not ready and why", async ({ page }) => {
  await page.goto(link);
  await page.getByLabel("Your name").fill(admin.name);
  await page.getByLabel("E-mail").fill(admin.email);
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("short");
  await page.getByRole("button", { name: "Create the first admin" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "at least 8 characters" })).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue(admin.name);
  await password.fill(admin.password);
  await page.getByRole("button", { name: "Create the first admin" }).click();

  await expect(page).toHaveURL(/\/launches\/a4co$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No-go");
  const numbers = page.getByRole("region", { name: "Numbers" });
  await expect(numbers).toContainText("0 of 192 · 0 %");
  await expect(page.getByRole("main")).toContainText("0 of 192 verified, 0 claimed.");
  const sections = page.getByRole("table", { name: "Each section: what is verified, claimed and in the way" });
  await expect(sections.getByRole("rowheader")).toHaveCount(12);
  await expect(page.getByRole("region", { name: "Seats" }).getByText("seat is empty")).toHaveCount(6);
  await expect(page.getByRole("region", { name: "What the document claims" })).toContainText("The document claims 65 %, 0 of 213 boxes are ticked.");

  await page.getByRole("navigation", { name: "Launch" }).getByRole("link", { name: "Checklist" }).click();
  await expect(page.getByRole("searchbox")).toHaveAttribute("placeholder", "Search 213 items");
  await expect(page.getByRole("button", { name: /^Mark done: / })).toHaveCount(213);
});

test("a set-up link that has been used says so", async ({ page }) => {
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This instance is set up" })).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test("signing in through the form refuses a wrong password in words and leads back to where one came from; signing out ends it", async ({ page, complaints }) => {
  complaints.forgive(/401 \(Unauthorized\).*sign-in/);
  await page.goto("/launches/a4co/checklist?show=undecided");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  await page.getByLabel("E-mail").fill(admin.email);
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "E-mail and password do not belong together" })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(admin.email);
  await password.fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/launches\/a4co\/checklist\?show=undecided$/);
  await expect(page.getByText("19 of 213 items")).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto("/launches/a4co");
  await expect(page).toHaveURL(/\/sign-in\?from=/);
});
