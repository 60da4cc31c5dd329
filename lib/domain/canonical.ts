/** Why a value has no canonical form, and where in it. */
export class NotCanonical extends Error {
  constructor(readonly path: string, what: string) {
    super(`${path === "" ? "The value" : path} has no canonical form: ${what}.`);
    this.name = "NotCanonical";
  }
}

type Members = Readonly<Record<string, unknown>>;
/** The way to the value being written. Built as names only; it becomes a path when something is refused. */
type Trail = (string | number)[];

const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const loneSurrogate = /\p{Surrogate}/u;

function refuse(trail: Trail, what: string): never {
  const path = trail.map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`)).join("");
  throw new NotCanonical(path, what);
}

function text(value: string, trail: Trail): string {
  if (plain.test(value)) return `"${value}"`;
  if (loneSurrogate.test(value)) refuse(trail, "half of a surrogate pair");
  // ECMAScript's own string form is the one RFC 8785 §3.2.2.2 prescribes.
  return JSON.stringify(value.normalize("NFC"));
}

/** Whether names stand in order already and need no NFC: then nothing has to be built to sort them. */
function inOrder(keys: readonly string[]): boolean {
  let last = "";
  for (const key of keys) {
    if (key < last || !plain.test(key)) return false;
    last = key;
  }
  return true;
}

/** The spellings of names in the order of UTF-16 code units that RFC 8785 §3.2.3 wants of their NFC. */
function sorted(keys: readonly string[], trail: Trail): readonly string[] {
  if (keys.every((key) => plain.test(key))) return [...keys].sort();
  const names = keys.map((key) => ({ key, name: key.normalize("NFC") }));
  names.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  names.forEach(({ name }, at) => {
    if (at > 0 && name === names[at - 1]?.name) refuse(trail, "two names that are equal in NFC");
  });
  return names.map(({ key }) => key);
}

/** Writes pieces to `out`, which are joined once: strings grown piece by piece cost several times as much to collect. */
function write(value: unknown, trail: Trail, out: string[]): void {
  if (value === null) out.push("null");
  else if (typeof value === "string") out.push(text(value, trail));
  else if (typeof value === "boolean") out.push(value ? "true" : "false");
  else if (typeof value === "number") out.push(Number.isFinite(value) ? JSON.stringify(value) : refuse(trail, String(value)));
  else if (typeof value !== "object") refuse(trail, `a ${typeof value}`);
  else if (Array.isArray(value)) elements(value, trail, out);
  else {
    const kind: unknown = Object.getPrototypeOf(value);
    if (kind !== Object.prototype && kind !== null) refuse(trail, "an object that is not plain");
    // A plain object, as just checked.
    members(value as Members, trail, out);
  }
}

function members(record: Members, trail: Trail, out: string[]): void {
  const keys = Object.keys(record);
  let open = "{";
  for (const key of inOrder(keys) ? keys : sorted(keys, trail)) {
    trail.push(key);
    out.push(open, text(key, trail), ":");
    write(record[key], trail, out);
    trail.pop();
    open = ",";
  }
  out.push(open === "{" ? "{}" : "}");
}

function elements(list: readonly unknown[], trail: Trail, out: string[]): void {
  out.push("[");
  // By index, so that a hole in the list is refused like any other undefined.
  for (let at = 0; at < list.length; at++) {
    if (at > 0) out.push(",");
    trail.push(at);
    write(list[at], trail, out);
    trail.pop();
  }
  out.push("]");
}

/** Names that an object keeps in the order in which they were put in: not numbers, and not the prototype's. */
const keptInOrder = /^(?!__proto__$)[A-Za-z_$][\w$]*$/;
/** Rows of one kind have the same names in the same order: sorted once for all of them. */
const orders = new Map<string, readonly string[] | null>();
const mostOrders = 1_000;

function orderOf(keys: readonly string[]): readonly string[] | null {
  const names = keys.join("\n");
  const known = orders.get(names);
  // As many names: then none of them holds a line end, and they are the same ones.
  if (known !== undefined) return known?.length === keys.length ? known : null;
  if (orders.size >= mostOrders) orders.clear();
  const order = keys.every((key) => keptInOrder.test(key)) ? [...keys].sort() : null;
  orders.set(names, order);
  return order;
}

/**
 * The value with its names in order, so that the platform's own JSON of it is its canonical form, which is several times as
 * fast to write; `untidy` where that is not certain.
 */
function tidied(value: unknown): unknown {
  if (typeof value === "string") return plain.test(value) || (!loneSurrogate.test(value) && value.normalize("NFC") === value) ? value : untidy;
  if (typeof value === "number") return Number.isFinite(value) ? value : untidy;
  if (value === null || typeof value === "boolean") return value;
  if (typeof value !== "object") return untidy;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    // By index: a hole is not tidy.
    for (let at = 0; at < value.length; at++) {
      const one = tidied(value[at]);
      if (one === untidy) return untidy;
      list.push(one);
    }
    return list;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return untidy;
  // A plain object, as just checked.
  const record = value as Members;
  const keys = orderOf(Object.keys(record));
  if (keys === null) return untidy;
  const out: Record<string, unknown> = {};
  for (const key of keys) {
    const one = tidied(record[key]);
    if (one === untidy) return untidy;
    out[key] = one;
  }
  return out;
}
const untidy = Symbol("untidy");

/**
 * The canonical JSON of a value (RFC 8785), strings in NFC (decision rules §8): equal states give equal text, whatever the order
 * of their keys. Throws `NotCanonical` for numbers that are not finite, undefined, functions, dates and the like, and lone
 * surrogates, naming the place.
 */
export function canonical(value: unknown): string {
  const tidy = tidied(value);
  if (tidy !== untidy) return JSON.stringify(tidy);
  const out: string[] = [];
  write(value, [], out);
  return out.join("");
}
