/** What the database client calls what went wrong, and what to do about it. */
const ways: Readonly<Record<string, string>> = {
  P1000: "The database refuses the user or password in DATABASE_URL. Correct it; see .env.example.",
  P1001: "The database cannot be reached. Start it, or correct DATABASE_URL; see .env.example.",
  P1003: "There is no such database on that server. Make it, or correct DATABASE_URL; see .env.example.",
  P2021: "This database is of another version of Readiness than this program. Start this version once with npm start, which brings it up to date, or use the program that serves it.",
};

/** The one sentence for what ended a command; where the database did, with the way out, and without the client's own preamble. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // A missing column is as a missing table.
  const way = ways[code === "P2022" ? "P2021" : code];
  const own = error.message.trim().split("\n").at(-1) ?? "";
  if (way) return `${way} (${own})`;
  return /^\s*Invalid `/.test(error.message) ? own : error.message;
}
