import { expect, test } from "vitest";
import { permissions } from "./permission-table";
import { surfaces } from "./surfaces";

test("every page, route and action has a row in the table of permissions, and every row stands for one", () => {
  const found = surfaces();
  expect(found.length).toBeGreaterThan(80);
  expect(Object.keys(permissions).sort()).toEqual(found);
});
