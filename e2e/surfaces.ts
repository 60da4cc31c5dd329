import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Everything of `app/` that somebody can reach, found in the file system: `page PATH`, `METHOD PATH` of a route and
 * `action FILE#NAME` of a server action. What stands here needs a row in `permission-table.ts`, or the tests fail.
 */
export function surfaces(): string[] {
  const app = fileURLToPath(new URL("../app/", import.meta.url));
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/")).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
  return files.flatMap((file) => {
    const text = readFileSync(`${app}${file}`, "utf8");
    const path = `/${file.split("/").slice(0, -1).join("/")}`;
    const name = file.split("/").at(-1) ?? "";
    if (/^page\.tsx?$/.test(name)) return [`page ${path}`];
    if (/^route\.tsx?$/.test(name)) return [...text.matchAll(/export (?:async )?(?:function|const) (GET|HEAD|POST|PUT|PATCH|DELETE)\b|\b\w+ as (GET|POST|PUT|PATCH|DELETE)\b/g)].map((found) => `${found[1] ?? found[2] ?? ""} ${path}`);
    // A file of actions; an action written within a component would be found by its directive as well.
    if (/^\s*["']use server["']/m.test(text)) return [...text.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map(([, action]) => `action ${file}#${action ?? ""}`);
    return [];
  }).sort();
}
