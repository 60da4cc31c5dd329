import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const documents = ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "scripts/README.md", ...below("docs")];

function below(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? below(path) : entry.name.endsWith(".md") ? [path] : [];
  });
}

/** Folders whose files a document may name in backticks, from the project's root or from its own folder. */
const named = /`((?:app|components|lib|prisma|scripts|e2e|docs|public|bin)\/[\w./[\]-]*|[\w-]+\.(?:mjs|config\.(?:js|ts)))`/g;

test.each(documents)("%s names only files that exist", (document) => {
  const text = readFileSync(join(root, document), "utf8");
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(document), path));
  const paths = [...text.matchAll(named)].map(([, path]) => path).filter((path) => !/[<>*…]/.test(path));
  const gone = [...links.filter((path) => !existsSync(join(root, path))),
    ...paths.filter((path) => ![path, join("scripts", path), join(dirname(document), path)].some((one) => existsSync(join(root, one))))];
  expect(gone).toEqual([]);
});

test("every setting that .env.example documents is one that the product reads", () => {
  const documented = [...readFileSync(join(root, ".env.example"), "utf8").matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  const sources = ["lib/server/env.ts", ...readdirSync(join(root, "scripts")).filter((name) => name.endsWith(".mjs")).map((name) => join("scripts", name))];
  const code = sources.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
  expect(documented.length).toBeGreaterThan(8);
  expect(documented.filter((name) => !code.includes(name.replace(/_FILE$/, "")))).toEqual([]);
});
