import { refuse, type Refusal } from "@/lib/domain/refusal";
import { largestFile } from "./commands/files";

/**
 * The body of a request, never more than a file may have: refused by its stated length before anything is read, and again while
 * reading. One that ends before its stated length is refused as well, for what stands before it may have cut it. One sent in pieces
 * states none: its end is told by HTTP itself, and what stands before lets more through than any limit here (`next.config.js`).
 * @param limit in bytes; a refusal says it, and how many came
 */
export async function readUpload(request: Request, limit: number = largestFile): Promise<{ allowed: true; bytes: Uint8Array } | Refusal> {
  const header = request.headers.get("content-length");
  const stated = header === null ? null : Number(header);
  if (stated !== null && stated > limit) return refuse("file-too-large", { field: "file", limit, count: stated });
  if ((stated !== null && !Number.isInteger(stated)) || !request.body) return refuse("bad-input", { field: "file" });
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      return refuse("file-too-large", { field: "file", limit, count: length });
    }
    parts.push(next.value);
  }
  return stated === null || length === stated ? { allowed: true, bytes: Buffer.concat(parts) } : refuse("bad-input", { field: "file" });
}
