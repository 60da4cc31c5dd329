/** A line of the document's text: what stands between backticks is code; everything else stays as it is. */
export function InlineText({ text }: { text: string }) {
  const parts = text.split(/`([^`]+)`/);
  return parts.length === 1 ? text : parts.map((part, at) => (at % 2 === 1 ? <code key={at} className="rounded-[3px] bg-wash px-0.5 font-mono text-[0.92em]">{part}</code> : part));
}
