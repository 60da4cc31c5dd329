import "./node-version.mjs";

// Only what needs no package may be imported before the installation.
const { dataFolder, openDataFolder } = await import("./data-folder.mjs");
const { loadEnvironment } = await import("./environment.mjs");
const { complain, Failure } = await import("./failure.mjs");
const { install } = await import("./install.mjs");
const { atEnd, end, endOnSignals, isEnding, stopChild } = await import("./lifetime.mjs");
const { lockFolder } = await import("./lock.mjs");
const { chooseAddress, urlOf } = await import("./address.mjs");
const { endLeftover, rememberServing, serve, untilReady } = await import("./serve.mjs");
const { authSecret } = await import("./secret.mjs");
const { step } = await import("./steps.mjs");

endOnSignals();
const onChild = (child) => atEnd(() => stopChild(child));

try {
  await start();
} catch (error) {
  if (!isEnding()) complain(error);
  await end(1);
}

async function start() {
  const began = performance.now();
  loadEnvironment();
  const folder = openDataFolder(dataFolder());
  const unlock = await lockFolder(folder, "server");
  atEnd(unlock);
  await endLeftover(folder);
  const address = await chooseAddress();

  await step("install", () => install({ onChild }));
  const { openSeeded } = await import("./seeded.mjs");
  const { build } = await import("./build.mjs");
  // APP_URL stays unset unless the operator set it: then localhost is as good as 127.0.0.1.
  const appUrl = process.env.APP_URL ?? urlOf(address);
  const env = { ...process.env, AUTH_SECRET: authSecret(folder), NEXTAUTH_URL: appUrl, READINESS_DATA_DIR: folder };
  const { url, setupLink, demo } = await openSeeded(folder, env, onChild);
  // npm run demo: a second launch whose history is invented, and three people to sign in as.
  let demonstration = "";
  if (process.argv.includes("--demo")) await step("demo", async () => void (demonstration = await demo()));

  let built;
  await step("build", async () => {
    built = await build({ onChild });
    return built.built ? "built" : "up to date";
  });
  await step("serve", async () => {
    // The server gets by with the role that may only append to the history. Without an APP_URL of the operator's it answers
    // to whatever name it is opened by (localhost, 127.0.0.1), and takes changes from pages of that same origin.
    const server = serve(built.folder, address, { ...env, APP_URL: process.env.APP_URL, DATABASE_URL: url, MIGRATE_DATABASE_URL: undefined });
    atEnd(() => stopChild(server.child));
    rememberServing(folder, server.child);
    await untilReady(server, urlOf(address));
    server.child.once("exit", (code, signal) => {
      if (isEnding()) return;
      complain(new Failure(`the server ended by itself (${signal ?? code}). Nothing that was saved is lost: start again.`));
      void end(1);
    });
  });
  if (isEnding()) return;

  const link = await setupLink(appUrl);
  console.log(`\nReadiness is at ${appUrl} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (link !== "") console.log(`No admin yet. Create the first one, once, at\n${link}`);
  if (demonstration !== "") console.log(demonstration);
  console.log("Ctrl-C stops it.");
}
