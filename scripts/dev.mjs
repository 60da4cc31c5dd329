import "./node-version.mjs";

// Only what needs no package may be imported before the installation.
const { dataFolder, openDataFolder } = await import("./data-folder.mjs");
const { loadEnvironment } = await import("./environment.mjs");
const { complain } = await import("./failure.mjs");
const { install } = await import("./install.mjs");
const { atEnd, end, endOnSignals, isEnding, stopChild } = await import("./lifetime.mjs");
const { lockFolder } = await import("./lock.mjs");
const { chooseAddress, urlOf } = await import("./address.mjs");
const { authSecret } = await import("./secret.mjs");
const { step } = await import("./steps.mjs");

// Like start.mjs, with `next dev` in the place of the build: pages follow every saved file.
endOnSignals();
const onChild = (child) => atEnd(() => stopChild(child));

try {
  await develop();
} catch (error) {
  if (!isEnding()) complain(error);
  await end(1);
}

async function develop() {
  loadEnvironment();
  const folder = openDataFolder(dataFolder());
  atEnd(await lockFolder(folder, "server"));
  const address = await chooseAddress();

  await step("install", () => install({ onChild }));
  const { generate } = await import("./generate.mjs");
  const { openSeeded } = await import("./seeded.mjs");
  await step("client", async () => ((await generate()) ? "generated" : "up to date"));
  const appUrl = process.env.APP_URL ?? urlOf(address);
  const env = { ...process.env, AUTH_SECRET: authSecret(folder), NEXTAUTH_URL: appUrl, READINESS_DATA_DIR: folder };
  const { url, setupLink } = await openSeeded(folder, env, onChild);

  const { watchWorkers } = await import("./bundle.mjs");
  atEnd(await watchWorkers());

  const link = await setupLink(appUrl);
  if (link !== "") console.log(`\nNo admin yet. Create the first one, once, at\n${link}`);
  const { spawn } = await import("node:child_process");
  const { root } = await import("./root.mjs");
  const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "dev", "--port", String(address.port), "--hostname", address.host], {
    cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: process.platform !== "win32",
    env: { ...env, DATABASE_URL: url, NEXT_TELEMETRY_DISABLED: "1" },
  });
  onChild(next);
  next.once("exit", (code) => void end(code ?? 1));
}
