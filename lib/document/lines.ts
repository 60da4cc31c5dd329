/** One line of a text: offsets without the line ending. */
export interface Line { from: number; to: number }

/** All lines, split where Markdown splits them: LF, CRLF or a lone CR. Linear. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    lines.push({ from, to: at });
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    from = at + 1;
  }
  lines.push({ from, to: text.length });
  return lines;
}

/** The line ending used most; LF when there is none. */
export function newlineOf(text: string): "\n" | "\r\n" | "\r" {
  const windows = text.match(/\r\n/g)?.length ?? 0;
  const unix = (text.match(/\n/g)?.length ?? 0) - windows;
  const mac = (text.match(/\r/g)?.length ?? 0) - windows;
  if (windows > unix && windows >= mac) return "\r\n";
  return mac > unix ? "\r" : "\n";
}

/** The number, from 1, of the line in which an offset stands. */
export function lineAt(lines: Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
