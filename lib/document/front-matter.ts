import type { Line } from "./lines";

export interface FrontMatter { /** Lines that belong to it, from the first. */ lines: number; title: string | null; /** Its plain values by name. */ values: Record<string, string> }

/** YAML between two `---` at the very beginning, as GitHub takes it off, or TOML between two `+++`; it holds no items and no headings. */
export function readFrontMatter(text: string, lines: Line[]): FrontMatter {
  const at = (index: number) => text.slice(lines[index]?.from ?? 0, lines[index]?.to ?? 0);
  const none = { lines: 0, title: null, values: {} };
  const values: Record<string, string> = {};
  if (/^\+\+\+[ \t]*$/.test(at(0))) return readToml(lines, at) ?? none;
  if (!/^---[ \t]*$/.test(at(0)) || !/^(?:#|[\p{L}_][\p{L}\p{N}_ -]{0,40}:)/u.test(at(1))) return none;
  let title: string | null = null;
  for (let index = 1; index < lines.length; index += 1) {
    if (/^(?:---|\.\.\.)[ \t]*$/.test(at(index))) return { lines: index + 1, title, values };
    const [, key, value = ""] = /^(\p{L}[\p{L}\p{N}_ -]{0,40})[ \t]*:[ \t]+(.*?)[ \t]*$/u.exec(at(index)) ?? [];
    if (key !== undefined) values[key] = value.replace(/^(["'])(.*)\1$/, "$2");
    const named = /^(?:title|name|título|titulo|titel|titre)[ \t]*:[ \t]*(?:"(.*)"|'(.*)'|(.*?))[ \t]*$/i.exec(at(index));
    title ??= named?.[1] ?? named?.[2] ?? named?.[3] ?? null;
  }
  return none;
}

/** Only lines that can be nothing but TOML are taken off: none of them could hold a task or a heading for GitHub. */
function readToml(lines: Line[], at: (index: number) => string): FrontMatter | null {
  const values: Record<string, string> = {};
  for (let index = 1; index < lines.length; index += 1) {
    if (/^\+\+\+[ \t]*$/.test(at(index))) return { lines: index + 1, title: values.title ?? values.name ?? null, values };
    const [, key, value = ""] = /^([A-Za-z_][\w-]{0,40})[ \t]*=[ \t]*(.*?)[ \t]*$/.exec(at(index)) ?? [];
    if (key !== undefined) values[key] = value.replace(/^(["'])(.*)\1$/, "$2");
    else if (!/^(?:|[ \t]*|\[{1,2}[\w."-]+\]{1,2})$/.test(at(index))) return null;
  }
  return null;
}
