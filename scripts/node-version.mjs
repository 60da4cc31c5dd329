// Imported first and by itself: everything else may use what an old Node does not know.
const [major, minor] = process.versions.node.split(".").map(Number);
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  console.error("readiness: Node " + process.versions.node + " is too old; install Node 24 (or 22.12, or 20.19) from https://nodejs.org and start again.");
  process.exit(1);
}
