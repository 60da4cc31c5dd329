import { expect } from "vitest";
import { encode } from "../decode";
import { outlineIn, shapeIn } from "../outline-of";
import { readDocument } from "../read";
import { itemsOf, type Reading } from "../reading";
import type { OutlineItem, OutlineSection } from "../view";
import { stateOf } from "./documents";

/** Every home that an item can have. */
export const everyHome = `# Launch

## Plain

- [ ] plain one — **Blocked**: no key
- [x] plain two
\t- [ ] plain nested

## Table

| Status | Check          | Who | Risk |
|--------|----------------|-----|------|
| ❌     | Drill **done** | SRE | low  |
| ✅     | Other          |     |      |
| 🟡     | Third          |     |      |

## Words

| Task | Done |
|---|---|
| Rota | yes |
| Phone | no |

## Emoji

- ✅ emoji one
- ❌ emoji two
- 🟡 emoji three

## Headings

### [ ] heading one

Prose of one.

### [x] heading two

## Fence

\`\`\`
- [ ] fence one
- [x] fence two
\`\`\`

## Quote

> - [ ] quote one
> - [x] quote two
>   more words

## Loose

- [ ] loose one

  with a paragraph

- [x] loose two

## Ordered

1. [ ] ordered one
2. [x] ordered two
3. [ ] ordered three

## Ones

1. [ ] one
1. [ ] another

## Details

<details><summary>More</summary>

- [ ] details one
- [x] details two

</details>

## Marks

- [~] mark one
- [-] mark two
- [?] mark three

## Lines

✅ line one
❌ line two
🟡 line three

The end.
`;

export function readAll(text: string): Reading {
  const bytes = encode(text, "utf-8", false);
  const first = readDocument(bytes);
  const outcome = first.ok ? readDocument(bytes, { take: first.reading.choices.map(({ id }) => id) }) : first;
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.reading;
}
export const groupsOf = (outline: readonly OutlineSection[]) => outline.flatMap((section) => section.groups);
export const fresh = (text: string): OutlineItem => ({ from: null, text, parent: null, state: null });
export function takeOut(group: OutlineSection["groups"][number], at: number): OutlineItem[] {
  const end = group.items.findIndex((item, index) => index > at && item.parent === null);
  const gone = group.items.splice(at, (end < 0 ? group.items.length : end) - at);
  for (const item of group.items) if (item.parent !== null && item.parent >= at) item.parent -= gone.length;
  return gone.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent - at }));
}
export function putIn(group: OutlineSection["groups"][number], at: number, items: readonly OutlineItem[]): void {
  for (const item of group.items) if (item.parent !== null && item.parent >= at) item.parent += items.length;
  group.items.splice(at, 0, ...items.map((item) => ({ ...item, parent: item.parent === null ? null : item.parent + at })));
}
export const whole = (outline: readonly OutlineSection[]) => outline.map((section) => ({ ...section, groups: section.groups.filter(({ items }) => items.length > 0) })).filter(({ groups }) => groups.length > 0);

/** What was written is held, and reads back with everybody's state. */
export function expectReadBack(from: Reading, outline: readonly OutlineSection[], text: string): void {
  const again = readAll(text);
  expect(shapeIn(outlineIn(again))).toBe(shapeIn(outline));
  const was = new Map(itemsOf(from).map((item) => [item.key, item]));
  const wanted = groupsOf(outline).flatMap(({ items }) => items);
  // What a table's own column says of an owner is a note elsewhere: the same to whoever reads it.
  expect(itemsOf(again).map((item) => stateOf(item))).toEqual(wanted.map((item, at) => {
    const own = item.from === null ? undefined : was.get(item.from);
    return own ? stateOf(own) : stateOf(itemsOf(again)[at] ?? fail(item));
  }));
}
function fail(item: OutlineItem): never {
  throw new Error(`${item.text} is missing`);
}
