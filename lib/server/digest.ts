import { createHash, randomBytes, randomUUID } from "node:crypto";

/** SHA-256 of UTF-8 text, in hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The same of a long text, taken in piece by piece. */
export function digestOf(): { add: (piece: string) => void; hex: () => string } {
  const hash = createHash("sha256");
  return { add: (piece) => void hash.update(piece), hex: () => hash.digest("hex") };
}

/** A new row's id. */
export function newId(): string {
  return randomUUID();
}

/** 128 random bits for a link or a salt, safe in an address. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}
