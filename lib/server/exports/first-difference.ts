import { sameJson } from "@/lib/domain/same-json";

/** Where two versions of a file first differ: a line of text, an event, a field of JSON by its path. */
export function firstDifference(file: string, found: string, expected: string): string {
  if (file.endsWith(".json")) {
    try {
      return pathOf(JSON.parse(found), JSON.parse(expected), "") ?? "its layout";
    } catch {
      return "its layout";
    }
  }
  const lines = found.split("\n");
  const wanted = expected.split("\n");
  const at = Math.max(0, Array.from({ length: Math.max(lines.length, wanted.length) }, (_, index) => index).findIndex((index) => lines[index] !== wanted[index]));
  return `line ${at + 1}`;
}

function pathOf(found: unknown, expected: unknown, path: string): string | null {
  if (sameJson(found, expected)) return null;
  if (typeof found !== "object" || typeof expected !== "object" || found === null || expected === null) return path || "its layout";
  const a = found as Readonly<Record<string, unknown>>; // an object or a list, looked at by its keys
  const b = expected as Readonly<Record<string, unknown>>; // likewise
  for (const key of new Set([...Object.keys(b), ...Object.keys(a)])) {
    const deeper = pathOf(a[key], b[key], path ? `${path}.${key}` : key);
    if (deeper !== null) return deeper;
  }
  return path || "its layout";
}
