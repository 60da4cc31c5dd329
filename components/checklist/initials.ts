/** "Lead Developer" is LD, "ops@example.com" is OP: at most two letters, whatever the script. */
export function initials(name: string): string {
  const parts = name.split("@")[0]?.split(/[\s._-]+/).filter(Boolean) ?? [];
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)].map((part) => [...(part ?? "")][0] ?? "") : [...(parts[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}
