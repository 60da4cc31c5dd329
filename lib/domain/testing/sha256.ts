import { createHash } from "node:crypto";

/** SHA-256 in hex: the domain itself takes it as an argument. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
