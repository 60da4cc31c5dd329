import "./node-version.mjs";

/**
 * A command that does one thing and ends: what is missing is installed, `act` gets what every process it starts is given to
 * (`onChild`), and a signal ends them all. Leaves with the exit code that `act` set.
 */
export async function runTool(act) {
  const { end, endOnSignals, atEnd, stopChild } = await import("./lifetime.mjs");
  const { install } = await import("./install.mjs");
  const { main } = await import("./failure.mjs");
  endOnSignals({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });
  const onChild = (child) => atEnd(() => stopChild(child));
  await main(async () => {
    await install({ onChild });
    await act({ onChild });
  });
  await end(process.exitCode ?? 0);
}
