const kept = Symbol.for("readiness.once");

/** One value per process and name: Next bundles pages and handlers apart, and a pool or a listener must exist once. */
export function once<T>(name: string, make: () => T): T {
  // The symbol is ours alone, so whatever stands behind a name was put there by this function.
  const all = ((globalThis as Record<symbol, unknown>)[kept] ??= new Map()) as Map<string, T>;
  const found = all.get(name);
  if (found !== undefined) return found;
  const made = make();
  all.set(name, made);
  return made;
}
