/** "118 of 192 · 61 %": done, of how many, and the part of it; `of` is the word, `percent` null reads "—". */
export function shareWords(share: { done: number; of: number; percent: number | null }, of: string): string {
  return `${share.done} ${of} ${share.of} · ${share.percent === null ? "—" : `${share.percent} %`}`;
}
