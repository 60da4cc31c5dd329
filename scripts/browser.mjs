import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Failure } from "./failure.mjs";
import { capture, runPackage } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/** The Chromium for the browser tests: `CHROMIUM_PATH`, the system's, Playwright's own; installed when there is none. */
export async function findBrowser({ onChild } = {}) {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) {
    if (works(named)) return named;
    throw new Failure(`CHROMIUM_PATH names ${named}, which is no Chromium that starts.`);
  }
  const found = onPath() ?? (await playwrights());
  if (found !== null) return found;
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    const apt = { onChild, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    await capture("apt-get", ["update"], apt);
    await capture("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-color-emoji"], apt);
    const system = onPath();
    if (system !== null) return system;
  }
  const { output } = await runPackage("playwright/cli.js", ["install", "chromium"], { onChild });
  const downloaded = await playwrights();
  if (downloaded !== null) return downloaded;
  throw new Failure(`no Chromium is here and none could be installed: install one and name it with CHROMIUM_PATH.\n${output.trim().split("\n").slice(-5).join("\n")}`);
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...applications];
  return files.find((file) => existsSync(file) && works(file)) ?? null;
}

async function playwrights() {
  const { chromium } = await import("playwright");
  const file = chromium.executablePath();
  return existsSync(file) && works(file) ? file : null;
}

/** A stub that only points to another package manager is no browser. */
function works(file) {
  return spawnSync(file, ["--version"], { encoding: "utf8", timeout: 20_000 }).status === 0;
}
