import { isBlank, lineRows, textOf, type LineRow } from "./line-rows";
import { lineAt, linesOf } from "./lines";
import { itemsOf, type ReadSeat, type Reading } from "./reading";
import type { OutlineSeat } from "./view";

/** A team's heading with its sign-off lines; `tail`: what stands between its last line and the next team. */
interface Team { team: string; head: LineRow[]; lines: Map<string, LineRow[]>; tail: LineRow[] }

/** Whether a document's sign-off lines are those wanted, in their order. */
export function isOwnSeats({ seats }: Pick<Reading, "seats">, wanted: readonly OutlineSeat[]): boolean {
  return seats.length === wanted.length && seats.every((seat, at) => seat.key === wanted[at]?.from && isNamed(seat, wanted[at]));
}

/** Whether a reading shows the seats wanted: teams and roles in their order. */
export function showsSeats({ seats }: Pick<Reading, "seats">, wanted: readonly OutlineSeat[]): boolean {
  return seats.length === wanted.length && seats.every((seat, at) => isNamed(seat, wanted[at]));
}

const isNamed = (seat: { team: string; role: string }, wanted: OutlineSeat | undefined): boolean => seat.team === wanted?.team && seat.role === wanted.role;

/** The text with other sign-off lines: added ones like their neighbours, renamed and moved ones with all that stands on them. */
export function writeSeatLines(reading: Reading, wanted: readonly OutlineSeat[]): string {
  const rows = lineRows(reading.original);
  const [first, last] = [reading.seats[0], reading.seats.at(-1)];
  if (!first || !last) return textOf(withSignOff(rows, reading, wanted), reading);
  const heads = new Map(reading.seats.map((seat) => [seat.key, headOf(reading, seat)]));
  const begins = Math.min(first.line, heads.get(first.key) ?? first.line) - 1;
  const teams = teamsIn(rows, reading, heads, begins, last.line);
  const depth = reading.headings.find(({ line }) => [...heads.values()].includes(line))?.depth ?? Math.min(6, (reading.headings.findLast(({ line }) => line < first.line)?.depth ?? 1) + 1);
  const kept = new Map(teams.flatMap((team) => [...team.lines].map(([key, lines]) => [key, { lines, team }] as const)));
  const left = new Set(teams);
  const out: LineRow[] = [];
  const made = (text: string): LineRow => ({ text, end: reading.newline, line: null });
  for (const run of runsOf(wanted)) {
    const exact = teams.find((team) => left.has(team) && team.team === run.team);
    const from = kept.get(run.seats.find((seat) => seat.from !== null)?.from ?? "")?.team;
    const renamed = from && left.has(from) && from.head.length > 0 && run.team !== "" && !wanted.some((seat) => seat.team === from.team) ? from : undefined;
    const team = exact ?? renamed;
    if (team) left.delete(team);
    if (out.length > 0 && !isBlank(out.at(-1))) out.push(made(""));
    if (team) out.push(...team.head.map((row, at) => (at === 0 && team.team !== run.team ? { ...row, text: retitled(row.text, team.team, run.team) } : row)));
    else if (run.team !== "") out.push(made(`${"#".repeat(depth)} ${run.team}`), made(""));
    for (const seat of run.seats) out.push(...linesFor(reading, seat, kept.get(seat.from ?? "")?.lines, made));
    out.push(...(team?.tail ?? []));
  }
  // A heading under which nobody signs any more goes; prose under it stays.
  for (const team of left) if ([...team.head.slice(1), ...team.tail].some((row) => !isBlank(row))) out.push(...team.head, ...team.tail);
  const rest = rows.slice(last.line);
  while (out.length > 0 && isBlank(out.at(-1)) && (rest.length === 0 || isBlank(rest[0]))) out.pop();
  return textOf([...rows.slice(0, begins), ...out, ...rest], reading);
}

/** The line of the heading that names a seat's team; `null` where it stands under the sign-off heading itself. */
function headOf(reading: Reading, seat: ReadSeat): number | null {
  return seat.team === "" ? null : (reading.headings.findLast(({ line }) => line < seat.line)?.line ?? null);
}

function teamsIn(rows: readonly LineRow[], reading: Reading, heads: ReadonlyMap<string, number | null>, begins: number, ends: number): Team[] {
  const seats = new Map(reading.seats.map((seat) => [seat.line, seat]));
  const headings = new Set(heads.values());
  const teams: Team[] = [];
  let current: Team | undefined;
  let seat: LineRow[] | undefined;
  for (const row of rows.slice(begins, ends)) {
    const own = seats.get(row.line ?? -1);
    if (headings.has(row.line) || !current) {
      const name = reading.seats.find(({ key, line }) => heads.get(key) === row.line || line === row.line)?.team ?? "";
      current = { team: name, head: [], lines: new Map(), tail: [] };
      teams.push(current);
      seat = undefined;
    }
    if (own) {
      // What stood between two lines of a team stays between them.
      seat = [...current.tail, row];
      current.tail = [];
      current.lines.set(own.key, seat);
    } else if (current.lines.size === 0) current.head.push(row);
    else current.tail.push(row);
  }
  return teams;
}

/** Neighbouring seats of one team. */
function runsOf(wanted: readonly OutlineSeat[]): { team: string; seats: OutlineSeat[] }[] {
  const runs: { team: string; seats: OutlineSeat[] }[] = [];
  for (const seat of wanted) {
    const last = runs.at(-1);
    if (last?.team === seat.team) last.seats.push(seat);
    else runs.push({ team: seat.team, seats: [seat] });
  }
  return runs;
}

function retitled(heading: string, from: string, to: string): string {
  const at = heading.lastIndexOf(from);
  return at < 0 ? heading.replace(/^( {0,3}#{1,6}[ \t]+).*$/, (_, lead: string) => `${lead}${to}`) : heading.slice(0, at) + to + heading.slice(at + from.length);
}

/** A seat's rows: its own with its role as it is called now, or one made like the first that nobody has signed. */
function linesFor(reading: Reading, wanted: OutlineSeat, rows: readonly LineRow[] | undefined, made: (text: string) => LineRow): LineRow[] {
  const own = reading.seats.find(({ key }) => key === wanted.from);
  if (own && rows) return rows.map((row) => (row.line === own.line ? { ...row, text: renamed(reading, own, row.text, wanted.role) } : row));
  const boxed = reading.seats.filter((seat) => seat.place.box !== null);
  const like = boxed.find((seat) => seat.name === null && seat.position === null) ?? boxed[0];
  if (!like) return [made(blankLine(wanted.role))];
  const { original } = reading;
  const line = linesOf(original)[like.line - 1];
  const { box, name, date } = like.place;
  if (!line || !box) return [made(blankLine(wanted.role))];
  const blank = (span: { from: number; to: number }, run: string) => (/^[_.…\s]+$/.test(original.slice(span.from, span.to)) ? original.slice(span.from, span.to) : run);
  const marker = original.slice(line.from, box.from).replace(/\d+(?=[.)])/, (number) => String(Number(number) + 1));
  const lead = replaced(original.slice(box.to, name.from), like.role, wanted.role);
  const dated = date.to > name.to ? `${original.slice(name.to, date.from)}${blank(date, "__________")}` : "";
  return [made(`${marker}[ ]${lead}${blank(name, "__________________")}${dated}`)];
}

function renamed({ original }: Reading, seat: ReadSeat, text: string, role: string): string {
  if (seat.role === role) return text;
  const line = linesOf(original)[seat.line - 1];
  const at = (offset: number) => offset - (line?.from ?? 0);
  const { box, name } = seat.place;
  const from = box ? at(box.to) : 0;
  return text.slice(0, from) + replaced(text.slice(from, at(name.from)), seat.role, role) + text.slice(at(name.from));
}

/** The words between box and name with another role in them; decoration around it stays where it can. */
function replaced(lead: string, from: string, to: string): string {
  const at = lead.lastIndexOf(from);
  return at < 0 ? ` ${to}: ` : lead.slice(0, at) + to + lead.slice(at + from.length);
}

const blankLine = (role: string): string => `- [ ] ${role}: __________________ Date: __________`;

/** A document that had no sign-off gets one behind its last item, before the rule that its footer stands under. */
function withSignOff(rows: LineRow[], reading: Reading, wanted: readonly OutlineSeat[]): LineRow[] {
  const lines = linesOf(reading.original);
  const last = Math.max(0, ...itemsOf(reading).map(({ place }) => lineAt(lines, Math.max(place.extent.from, place.extent.to - 1))));
  let at = last;
  while (at < rows.length && reading.headings.every(({ line }) => line !== at + 1) && !/^ {0,3}(?:-[ \t]*){3,}$/.test(rows[at]?.text ?? "")) at += 1;
  while (at > last && isBlank(rows[at - 1])) at -= 1;
  const made = (text: string): LineRow => ({ text, end: reading.newline, line: null });
  const depth = reading.headings.find(({ line }) => line === reading.sections[0]?.line)?.depth ?? 2;
  const title = reading.language === "es" ? "Firmas" : "Sign-Off";
  const out = [made(""), made(`${"#".repeat(depth)} ${title}`), made("")];
  for (const run of runsOf(wanted)) {
    if (!isBlank(out.at(-1))) out.push(made(""));
    if (run.team !== "") out.push(made(`${"#".repeat(Math.min(6, depth + 1))} ${run.team}`), made(""));
    out.push(...run.seats.map((seat) => made(blankLine(seat.role))));
  }
  return [...rows.slice(0, at), ...out, ...rows.slice(at)];
}
