/** Gives each base itself once, then with the first free number from 2 on; `taken` are given already. Linear over many of one base. */
export function onceEach(taken: Iterable<string> = []): (base: string) => string {
  const given = new Set<string>(taken);
  const numbers = new Map<string, number>();
  return (base) => {
    let key = base;
    for (let next = numbers.get(base) ?? 2; given.has(key); next += 1) {
      key = `${base}-${next}`;
      numbers.set(base, next + 1);
    }
    given.add(key);
    return key;
  };
}
