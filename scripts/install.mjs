import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.mjs";
import { root } from "./root.mjs";
import { capture } from "./run.mjs";

const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/;

/** Installs what `package-lock.json` names, unless exactly that is there. No package's own script is run. */
export async function install({ onChild } = {}) {
  if (isInstalled()) return "up to date";
  const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith(".js")
    ? await capture(process.execPath, [npm, ...args], { onChild })
    : await capture("npm", args, { onChild, shell: process.platform === "win32" });
  if (code === 0) return "installed";
  if (offline.test(output)) {
    throw new Failure(
      "npm could not reach its registry, and packages are missing. Connect to the network (behind a proxy: npm config set proxy …), " +
        `or copy node_modules from an installation on the same kind of machine, and start again.\n${reasonIn(output)}`,
    );
  }
  if (/EACCES|EPERM|EROFS/.test(output)) throw new Failure(`npm may not write in ${join(root, "node_modules")}: give this user the right to, and start again.\n${reasonIn(output)}`);
  if (/ENOSPC/.test(output)) throw new Failure(`the disk is full: make room and start again.`);
  throw new Failure(`the packages could not be installed:\n${output.trim()}`);
}

/** npm writes its own list last, so a list that agrees means a whole installation. */
function isInstalled() {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const there = JSON.parse(readFileSync(list, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    return there[path] === undefined ? optional === true : there[path].version === version;
  });
}

function reasonIn(output) {
  return output.split("\n").filter((line) => line.startsWith("npm error")).slice(0, 3).join("\n");
}
