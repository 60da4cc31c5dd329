import { expect, test } from "vitest";
import { explain } from "./explain";
import { Failure } from "./failure";

const fromDatabase = (code: string, message: string): Error => Object.assign(new Error(`\nInvalid \`prisma.launch.findUnique()\` invocation:\n\n\n${message}`), { code });

test("what the database says ends in one line with the way out", () => {
  expect(explain(fromDatabase("P2022", "The column `launches.x` does not exist in the current database."))).toBe(
    "This database is of another version of Readiness than this program. Start this version once with npm start, which brings it up to date, or use the program that serves it. (The column `launches.x` does not exist in the current database.)",
  );
  expect(explain(fromDatabase("P1001", "Can't reach database server at 127.0.0.1:1"))).toMatch(/^The database cannot be reached\. Start it.*\(Can't reach database server at 127\.0\.0\.1:1\)$/);
  expect(explain(fromDatabase("P2034", "Transaction failed due to a write conflict"))).toBe("Transaction failed due to a write conflict");
});

test("a sentence of our own is said as it is", () => {
  expect(explain(new Failure(3, "There is no launch \"x\"."))).toBe("There is no launch \"x\".");
  expect(explain("gone")).toBe("gone");
});
