import { Server } from "node:http";

/**
 * Loaded before the server: every request carries the address its connection really comes from, which no header of a client
 * can say. `lib/server/address.ts` counts failed sign-ins by it.
 */
const emit = Server.prototype.emit;
Server.prototype.emit = function emitWithAddress(name, ...args) {
  if (name === "request" && args[0]?.headers) args[0].headers["x-readiness-address"] = args[0].socket.remoteAddress ?? "unknown";
  return emit.call(this, name, ...args);
};
