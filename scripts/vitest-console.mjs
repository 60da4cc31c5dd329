import { afterEach, beforeEach } from "vitest";

// What a test did not expect to be reported as an error is one. A test that does expect it replaces console.error itself.
let reported = [];
const original = console.error;

beforeEach(() => {
  reported = [];
  console.error = (...args) => {
    reported.push(args.map(String).join(" "));
    original(...args);
  };
});

afterEach(() => {
  console.error = original;
  if (reported.length > 0) throw new Error(`console.error was called: ${reported.join("; ")}`);
});
