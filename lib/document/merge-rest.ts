import type { Launch, LaunchState, Note, Seat } from "@/lib/domain/state";
import type { MergeQuestion, MergeStep } from "./merge-plan";
import { unescapeNote } from "./note-text";
import { plain } from "./plain";
import { matchSeats, maybeSeats, seatAnchors, type MaybeSeat } from "./seats-of-launch";
import type { Reading, ReadMeta, ReadSeat } from "./reading";

type Resolved<Row> = { step: MergeStep; id: string; patch: Partial<Row>; when: readonly string[] | null };
/** Seats, notes and dates: what a merge does to them, each with its step. Rows to add are given whole. */
export interface Rest {
  seats: Resolved<Seat>[];
  newSeats: { step: MergeStep; row: Seat; when: readonly string[] | null }[];
  notes: Resolved<Note>[];
  newNotes: { step: MergeStep; row: Note }[];
  launch: Resolved<Launch>[];
  questions: MergeQuestion[];
}

const step = (kind: MergeStep["kind"], rest: Partial<MergeStep>): MergeStep => ({
  kind, itemId: null, line: null, subject: null, field: null, before: null, after: null, holds: null, stales: [], question: null, ...rest,
});

/** `retiredAt` and moments are put in when applied: here they are told by an empty string. */
export const thenNow = "";

export function restOf(base: Reading, next: Reading, rows: { seat: Seat[]; note: Note[] }, state: LaunchState): Rest {
  const rest: Rest = { seats: [], newSeats: [], notes: [], newNotes: [], launch: [], questions: [] };
  mergeSeats(rest, base, next, rows.seat, state);
  mergeNotes(rest, base, next, rows.note, state);
  mergeDates(rest, base, next, state);
  return rest;
}

function mergeSeats(rest: Rest, base: Reading, next: Reading, rows: Seat[], state: LaunchState): void {
  const [here, imported] = [matchSeats(next, state), seatAnchors(base, state)];
  const before = new Map(base.seats.flatMap((seat) => { const row = imported.get(seat.key); return row ? [[row.id, seat] as const] : []; }));
  const maybe = new Map(maybeSeats(next, state).map((one) => [one.read.key, one]));
  const after = new Set([...here.values(), ...[...maybe.values()].map(({ row }) => row)].map((seat) => seat.id));
  for (const [at, read] of next.seats.entries()) {
    const seat = here.get(read.key);
    const row = rows[at];
    if (!seat) {
      const asked = maybe.get(read.key);
      if (asked) askSeat(rest, asked);
      if (row) rest.newSeats.push({ step: step("seat", { line: read.line, field: "added", after: read.role, question: asked?.question ?? null }), row, when: asked ? [asked.question, "replace", "both"] : null });
      continue;
    }
    renameSeat(rest, seat, read, before.get(seat.id) ?? null);
    if (seat.retiredAt !== null && !before.has(seat.id)) {
      rest.seats.push({ id: seat.id, patch: { retiredAt: null }, when: null, step: step("seat", { line: read.line, field: "returned", after: read.role }) });
    }
    const was = before.get(seat.id);
    // Our own export writes the signer where the document has a place for a name: that is nothing new.
    const signed = Object.values(state.signOff).some((one) => one.seatId === seat.id && plain(one.nameThen) === plain(read.name ?? ""));
    const differs = (read.name !== (was?.name ?? null) || read.date !== (was?.date ?? null)) && !signed && (read.name !== seat.documentName || read.date !== seat.documentDate);
    if (!differs) continue;
    rest.seats.push({
      id: seat.id, patch: { documentName: read.name, documentDate: read.date }, when: null,
      step: step("seat", { line: read.line, field: "says", before: seat.documentName, after: read.name }),
    });
  }
  for (const read of base.seats) {
    const seat = imported.get(read.key);
    if (!seat || seat.retiredAt !== null || after.has(seat.id)) continue;
    const held = seat.holderId !== null || Object.values(state.signOff).some((one) => one.seatId === seat.id);
    const question = held ? `seat:${seat.key}` : null;
    if (question !== null) {
      rest.questions.push({
        id: question, kind: "seat", itemId: null, line: null, ask: `The new document no longer has the seat "${seat.role}", which is held here. What becomes of it?`,
        options: [{ id: "retire", says: "Retire it: nobody has to sign for it any more" }, { id: "keep", says: "Keep it here" }],
      });
    }
    rest.seats.push({ id: seat.id, patch: { retiredAt: thenNow }, when: question === null ? null : [question, "retire"], step: step("seat", { field: "removed", before: seat.role, question }) });
  }
}

function askSeat(rest: Rest, { read, row, question }: MaybeSeat): void {
  rest.questions.push({
    id: question, kind: "seat", itemId: null, line: read.line, ask: `"${read.role}" stands where "${row.role}" stood. Is it the same seat, renamed?`,
    options: [
      { id: "same", says: "The same: it goes on with its holder and its signatures" },
      { id: "replace", says: "Another one: the old seat is retired, the new one begins empty" },
      { id: "both", says: "Another one, and the old seat stays here as well" },
    ],
  });
  rest.seats.push({
    id: row.id, patch: { role: read.role, team: read.team, documentName: read.name, documentDate: read.date, line: read.line }, when: [question, "same"],
    step: step("seat", { line: read.line, field: "renamed", before: row.role, after: read.role, question }),
  });
  rest.seats.push({ id: row.id, patch: { retiredAt: thenNow }, when: [question, "replace"], step: step("seat", { field: "removed", before: row.role, question }) });
}

/** What the document calls a seat now, where it called it otherwise before; with a question where it was renamed here as well. */
function renameSeat(rest: Rest, seat: Seat, read: ReadSeat, was: ReadSeat | null): void {
  if (was === null || (was.role === read.role && was.team === read.team) || (seat.role === read.role && seat.team === read.team)) return;
  const called = ({ team, role }: Pick<Seat, "team" | "role">) => (read.team === was.team || team === "" ? role : `${role} (${team})`);
  const question = seat.role === was.role && seat.team === was.team ? null : `seat-name:${seat.key}`;
  if (question !== null) {
    rest.questions.push({
      id: question, kind: "seat", itemId: null, line: read.line, ask: `The seat "${called(was)}" was renamed here and in the document. What is it called?`,
      options: [{ id: "ours", says: called(seat) }, { id: "theirs", says: called(read) }],
    });
  }
  rest.seats.push({
    id: seat.id, patch: { role: read.role, team: read.team }, when: question === null ? null : [question, "theirs"],
    step: step("seat", { line: read.line, field: "renamed", before: called(seat), after: called(read), question }),
  });
}

/** Words of a note as they compare: a fence, a list sign or a blank line more or less is no other note. */
const wordsOf = (text: string) => plain(unescapeNote(text)).replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase() || text.trim();

function mergeNotes(rest: Rest, base: Reading, next: Reading, rows: Note[], state: LaunchState): void {
  const said = new Set([...base.notes, ...Object.values(state.note)].map((note) => wordsOf(note.text)));
  const still = new Set(next.notes.map((note) => wordsOf(note.text)));
  for (const [at, read] of next.notes.entries()) {
    const row = rows[at];
    if (row && !said.has(wordsOf(read.text))) rest.newNotes.push({ step: step("note", { line: read.line, field: "added", after: read.text }), row });
  }
  const imported = new Set(base.notes.map((note) => wordsOf(note.text)));
  for (const note of Object.values(state.note)) {
    const words = wordsOf(note.text);
    // What a person wrote here is taken away by that person, not by a document.
    if (note.authorId !== null || note.retiredAt !== null || !imported.has(words) || still.has(words)) continue;
    rest.notes.push({ id: note.id, patch: { retiredAt: thenNow }, when: null, step: step("note", { field: "removed", before: note.text }) });
  }
}

function mergeDates(rest: Rest, base: Reading, next: Reading, { launch }: LaunchState): void {
  const merge = (field: "goLive" | "nextReview", of: (meta: ReadMeta) => string | null, is: string | null, patchOf: (day: string | null) => Partial<Launch>) => {
    const [was, wanted] = [of(base.meta), of(next.meta)];
    if (was === wanted || is === wanted) return;
    const question = is === was ? null : `launch:${field}`;
    if (question !== null) {
      rest.questions.push({
        id: question, kind: "launch", itemId: null, line: null, ask: `${field === "goLive" ? "Go-live" : "The next review"} was changed here to ${is ?? "open"}, and the document says ${wanted ?? "open"}. Which holds?`,
        options: [{ id: "ours", says: is ?? "Open, as here" }, { id: "theirs", says: wanted ?? "Open, as in the document" }],
      });
    }
    rest.launch.push({ id: launch.id, patch: patchOf(wanted), when: question === null ? null : [question, "theirs"], step: step("launch", { field, before: is, after: wanted, question }) });
  };
  merge("goLive", (meta) => meta.targetGoLive, launch.goLive?.slice(0, 10) ?? null, (day) => ({ goLive: day === null ? null : `${day}T09:00`, goLiveAt: day === null ? null : thenNow }));
  merge("nextReview", (meta) => meta.nextReview, launch.nextReview, (day) => ({ nextReview: day }));
}
