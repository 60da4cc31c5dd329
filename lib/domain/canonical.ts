/** Why a value has no canonical form, and where in it. */
export class NotCanonical extends Error {
  constructor(readonly path: string, what: string) {
    super(`${path === "" ? "The value" : path} has no canonical form: ${what}.`);
    this.name = "NotCanonical";
  }
}

const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const loneSurrogate = /\p{Surrogate}/u;

function text(value: string, path: string): string {
  if (plain.test(value)) return `"${value}"`;
  if (loneSurrogate.test(value)) throw new NotCanonical(path, "half of a surrogate pair");
  // ECMAScript's own string form is the one RFC 8785 §3.2.2.2 prescribes.
  return JSON.stringify(value.normalize("NFC"));
}

function member(record: Readonly<Record<string, unknown>>, path: string): string {
  const keys = Object.keys(record);
  const names = keys.every((key) => plain.test(key)) ? keys : keys.map((key) => key.normalize("NFC"));
  if (names !== keys && new Set(names).size < names.length) throw new NotCanonical(path, "two names that are equal in NFC");
  const order = keys.map((key, index) => ({ key, name: names[index] ?? key }));
  // The default order of strings is by UTF-16 code units, as RFC 8785 §3.2.3 wants.
  order.sort((a, b) => (a.name < b.name ? -1 : 1));
  let out = "{";
  for (const { key, name } of order) {
    const below = path === "" ? key : `${path}.${key}`;
    out += `${out === "{" ? "" : ","}${text(name, below)}:${write(record[key], below)}`;
  }
  return `${out}}`;
}

function write(value: unknown, path: string): string {
  if (value === null) return "null";
  switch (typeof value) {
    case "string": return text(value, path);
    case "boolean": return value ? "true" : "false";
    case "number":
      if (!Number.isFinite(value)) throw new NotCanonical(path, String(value));
      return JSON.stringify(value);
    case "object": break;
    default: throw new NotCanonical(path, `a ${typeof value}`);
  }
  if (Array.isArray(value)) {
    let out = "[";
    // By index, so that a hole in the array is refused like any other undefined.
    for (let i = 0; i < value.length; i++) out += `${i === 0 ? "" : ","}${write(value[i], `${path}[${i}]`)}`;
    return `${out}]`;
  }
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) throw new NotCanonical(path, "an object that is not plain");
  // A plain object, as just checked.
  return member(value as Readonly<Record<string, unknown>>, path);
}

/**
 * The canonical JSON of a value (RFC 8785), strings in NFC (decision rules §8): equal states give equal text, whatever the order
 * of their keys. Throws `NotCanonical` for numbers that are not finite, undefined, functions, dates and the like, and lone
 * surrogates, naming the place.
 */
export function canonical(value: unknown): string {
  return write(value, "");
}
