import fc from "fast-check";

const marker = fc.constantFrom("-", "*", "+", "1.", "1)", "7.", "-  ", "-\t", "10. ");
const box = fc.constantFrom("[ ]", "[x]", "[X]", "[ ]", "[x]", "[\t]", "[]", "[-]", "[~]", "[x", "(x)", "[ ] [x]");
const scraps = fc.constantFrom(
  "plain words", "*a* **b", "`code", "``code``", "[link](http://a.b)", "[open", "![i](", "<b>", "<!-- c -->", "<!-- open", "\\", "a\\", "&amp;",
  "— **Blocked**: r", "— **N/A**", "— **Advisory**: later", "— **Required**", "— **When**: launch day", "— **When**: Friday", "— **Target**: p95 < 5 ms", "— **Target**: soon", "— **Blocked** by x", "(if needed)", "< 200 ms", "|", "a | b", "日本語の項目", "العربية", "😀", "👩‍👩‍👧", "ðŸŽ¯", "Ã©",
  "\u00a0", "\u2028", "\ufeff", "", "  ", "Role: ____ Date: ____", "Name: x Date: 2026-01-01", "[^1]", "~~x~~", "<", ">", "***", "_", "http://www.a.b/c_d",
);
const words = fc.array(fc.oneof({ weight: 4, arbitrary: scraps }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) }), { maxLength: 3 })
  .map((parts) => parts.join(" ").replace(/[\0\r\n]/g, ""));
const indent = fc.constantFrom("", "", "", " ", "  ", "   ", "    ", "\t", "      ", "> ", ">", "> > ", ">   ");
const task = fc.tuple(indent, marker, box, words).map(([before, mark, sign, text]) => `${before}${mark} ${sign} ${text}`);
const other = fc.oneof(
  fc.tuple(fc.constantFrom("# ", "## ", "### ", "###### ", "#"), words).map((parts) => parts.join("")),
  fc.tuple(indent, words).map((parts) => parts.join("")),
  fc.tuple(indent, marker, words).map(([before, mark, text]) => `${before}${mark} ${text}`),
  fc.constantFrom(
    "", "", "", "   ", "===", "---", "- - -", "```", "~~~", "````", "  ```", "    code", "<details>", "</details>", "<div>", "<!--", "-->", "<pre>", "</pre>",
    "<?php", "?>", "| a | b |", "|---|---|", "| - [ ] x |", "[ref]: http://a.b", "[x]: http://a.b", "[^1]: note", "  |-|", "-", "- ```", "-   <!--",
    "**Completion**: 40%", "**Status**: ok", "## Sign-Off", "## Notes", "---\ntitle: x\n---",
  ),
);
const newline = fc.constantFrom("\n", "\n", "\r\n", "\r");

/** Markdown as nobody should write it, with tasks in every place they can and cannot stand. */
export const nasty = fc.tuple(
  fc.array(fc.oneof({ weight: 3, arbitrary: task }, { weight: 4, arbitrary: other }), { minLength: 1, maxLength: 30 }),
  newline, fc.array(newline, { maxLength: 3 }), fc.boolean(),
).map(([lines, usual, odd, ends]) => lines.map((line, at) => line + (at === lines.length - 1 && !ends ? "" : (odd[at % 11] ?? usual))).join(""));

const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
/** Words that try to be Markdown, or another note. */
export const hostileWords = fc.array(fc.oneof(
  fc.constantFrom(
    "a", " ", " — **Owner**: x", "—", "**", "*", "_", "__", "`", "``", "\\", "\n", "\r\n", "\t", "|", "[", "]", "](", ")", "(", "<br>", "<b>", "<!--", "-->", ">",
    "&amp;", "&#65;", "&", "~~", "#", "- [ ] x", "Ã©", "ðŸŽ¯", "Â", "â€", "é", "日本", "😀", "\u00a0", "\u2028", "\ud800", "\0", "\u007f", "\ufeff",
    "Date: ____", "https://example.com/a_b", "if needed", "(if needed)", "N/A", ":", ", ", "(2026-01-01)", " — **Blocked**",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }), fc.string({ unit: "binary", maxLength: 4 }),
), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostileWords.map((text) => `https://example.com/${text}`),
  fc.constantFrom("javascript:alert(1)", "https://", "ftp://a.b", "http://a.b/(c)[d]<e>*f*|g`h\\i&amp;j k"),
);

const target = fc.record({
  metric: fc.oneof(hostileWords, fc.constantFrom("p95", "a < 3 b", "uptime")), comparator: fc.constantFrom("<", "<=", ">", ">=", "=" as const),
  limit: maybe(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map((limit) => limit + 0))), unit: fc.oneof(fc.constantFrom("", "ms", "%", "req/s", "> 4"), hostileWords),
});
/** Anything an item can be held to. */
export const anyHeld = fc.record({
  required: fc.boolean(), requiredReason: maybe(hostileWords), window: fc.constantFrom("before", "final-week", "launch-day", "first-24h", "ongoing" as const), threshold: maybe(target),
});

/** Any state an item can be in, its words as hostile as they come. */
export const anyState = fc.record({
  work: fc.constantFrom("todo", "in-progress", "blocked", "done" as const),
  reason: maybe(hostileWords),
  applicability: fc.constantFrom("applies", "undecided", "not-applicable" as const),
  applicabilityReason: maybe(hostileWords),
  waiver: maybe(fc.record({ state: fc.constantFrom("requested", "active" as const), until: maybe(day), reason: maybe(hostileWords), control: maybe(hostileWords) })),
  owner: maybe(hostileWords),
  due: maybe(day),
  evidence: fc.array(fc.record({ title: hostileWords, url, on: maybe(day) }), { maxLength: 3 }),
  held: anyHeld,
}, { requiredKeys: ["work", "reason", "applicability", "applicabilityReason", "waiver", "owner", "due", "evidence"] });
