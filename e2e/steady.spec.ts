import type { Locator } from "playwright/test";
import { choose, crewed, seat, sign } from "./decision";
import { beacon } from "./launch";
import { row } from "./screen";
import { expect, live, openLive, test, type Open } from "./test";

/** How far from the top of the window it stands. */
const topOf = (one: Locator): Promise<number> => one.evaluate((element) => element.getBoundingClientRect().top);

/** The sign-off page as both seats' holders have it open. */
async function bothSeats(open: Open) {
  const { launch, officer, operations } = await crewed();
  return Promise.all([openLive(open, officer, `${launch.path}/sign-off`), openLive(open, operations, `${launch.path}/sign-off`)] as const);
}

test("what somebody is about to press stays under the pointer when another's signature comes in above it", async ({ open }) => {
  const [security, other] = await bothSeats(open);
  const mine = seat(other, "Operations Lead");
  const button = mine.getByRole("button", { name: "Take a position" });
  await button.hover();
  const before = await topOf(button);

  // Pressed here, lifted after the other's word has come in: it is one click, on this button.
  await other.mouse.down();
  await choose(seat(security, "Security Officer"), "No-go", "the keys lie open");
  await sign(seat(security, "Security Officer"));
  await expect(seat(other, "Security Officer")).toContainText("the keys lie open");
  expect(Math.abs((await topOf(button)) - before)).toBeLessThan(1);
  await other.mouse.up();
  await expect(mine.getByRole("radio", { name: "Go", exact: true })).toBeVisible();
});

test("what somebody types in stays where it is, also where the pointer rests elsewhere", async ({ open }) => {
  const [security, other] = await bothSeats(open);
  // As in a browser that does not hold a focused field by itself.
  await other.evaluate(() => (document.documentElement.style.overflowAnchor = "none"));
  const mine = seat(other, "Operations Lead");
  await choose(mine, "No-go", "the crew is ill");
  const reason = mine.getByLabel("Reason");
  // The pointer rests on what will be pushed down least; the keys were used last.
  await other.getByRole("link", { name: "Checklist" }).first().hover();
  await reason.press("End");
  const before = await topOf(reason);
  await choose(seat(security, "Security Officer"), "No-go", "the keys lie open");
  await sign(seat(security, "Security Officer"));
  await expect(seat(other, "Security Officer")).toContainText("the keys lie open");
  expect(Math.abs((await topOf(reason)) - before)).toBeLessThan(1);
  await expect(reason).toBeFocused();
});

test("a row of the list stays under the pointer when others' changes take rows away above it, and they go once the pointer has left", async ({ open }) => {
  const { launch, engineer, viewer } = await crewed({ done: [] });
  const [list, hand] = [await open(viewer), await open(engineer)];
  await Promise.all([list.goto(`${launch.path}/checklist?show=in-the-way`), hand.goto(`${launch.path}/checklist`)]);
  await Promise.all([live(list), live(hand)]);
  const last = row(list, beacon.read).getByRole("link", { name: beacon.read });
  await last.hover();
  const before = await topOf(last);
  await row(hand, beacon.rotated).getByRole("button", { name: `Mark done: ${beacon.rotated}` }).click();
  await expect(list.getByRole("region", { name: /Security$/ }).getByText("1 claimed")).toBeAttached();
  await expect(row(list, beacon.rotated)).toHaveCount(1);
  expect(Math.abs((await topOf(last)) - before)).toBeLessThan(1);
  await list.getByRole("searchbox").hover();
  await expect(row(list, beacon.rotated)).toHaveCount(0);
});
