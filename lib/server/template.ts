import { readFile } from "node:fs/promises";
import path from "node:path";

/** The checklist this product brings along, as its file: what a first start is filled with, and a new launch may begin from. */
export async function readTemplate(): Promise<{ fileName: string; bytes: Uint8Array }> {
  const fileName = "a4co.md";
  return { fileName, bytes: await readFile(path.join(process.env.READINESS_ROOT ?? process.cwd(), "prisma", "checklists", fileName)) };
}
