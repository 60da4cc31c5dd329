import { describe, expect, test } from "vitest";
import { diff } from "./testing/diff";
import { read, seed, view } from "./testing/documents";
import type { OutlineSeat } from "./view";
import { holdsSeats, writeDocument } from "./write";
import { showsSeats } from "./write-seat-lines";

/** What an edit of the seats changes in the text, having checked that it reads back as exactly that. */
function edited(text: string | Uint8Array, edit: (seats: OutlineSeat[]) => void): string[] {
  const reading = read(text);
  const wanted: OutlineSeat[] = reading.seats.map(({ key, team, role }) => ({ from: key, team, role }));
  edit(wanted);
  expect(holdsSeats(reading, wanted)).toBe(true);
  const now = writeDocument(reading, view({}, { seatOutline: wanted }));
  expect(showsSeats(read(now), wanted)).toBe(true);
  return diff(reading.original, now);
}

const signOff = `# L

- [ ] one

## Sign-Off

### Delivery

- [ ] **Lead Developer**: ____________ Date: ______
- [ ] QA Lead: ____________ Date: ______

Prose of delivery.

### Operations

* [ ] Ops Lead: ____________ Date: ______

---

**Status**: open
`;

describe("sign-off lines", () => {
  test("are added like their neighbours, under the team's heading or one that is made", () => {
    expect(edited(signOff, (seats) => seats.splice(2, 0, { from: null, team: "Delivery", role: "Designer" }))).toEqual(["+- [ ] **Designer**: ____________ Date: ______"]);
    expect(edited(signOff, (seats) => seats.push({ from: null, team: "Security", role: "Officer" }))).toEqual(["+### Security", "+", "+- [ ] **Officer**: ____________ Date: ______", "+"]);
  });

  test("are renamed within their lines, a whole team in its heading", () => {
    expect(edited(signOff, (seats) => { Object.assign(seats[0] ?? {}, { role: "Tech Lead" }); })).toEqual(["+- [ ] **Tech Lead**: ____________ Date: ______", "-- [ ] **Lead Developer**: ____________ Date: ______"]);
    expect(edited(signOff, (seats) => { for (const seat of seats.slice(0, 2)) seat.team = "Engineering"; })).toEqual(["+### Engineering", "-### Delivery"]);
  });

  test("go with their line, and a heading goes with its last one", () => {
    expect(edited(signOff, (seats) => seats.splice(0, 1))).toEqual(["-- [ ] **Lead Developer**: ____________ Date: ______"]);
    expect(edited(signOff, (seats) => seats.pop())).toEqual(["-### Operations", "-", "-* [ ] Ops Lead: ____________ Date: ______", "-"]);
  });

  test("move within and between teams", () => {
    expect(edited(signOff, (seats) => { const [one] = seats.splice(0, 1); if (one) seats.splice(1, 0, one); })).toHaveLength(2);
    expect(edited(signOff, (seats) => { const [one] = seats.splice(0, 1); if (one) seats.push({ ...one, team: "Operations" }); })).toEqual([
      "-- [ ] **Lead Developer**: ____________ Date: ______", "+- [ ] **Lead Developer**: ____________ Date: ______",
    ]);
  });

  test("come to a document that had none behind its items, before its footer", () => {
    expect(edited("# L\r\n\r\n## A\r\n\r\n- [ ] one\r\n\r\n---\r\n\r\n**Status**: open\r\n", (seats) => seats.push({ from: null, team: "Team", role: "Lead" }, { from: null, team: "Other", role: "Second" })).map((line) => line.trim()))
      .toEqual(["+## Sign-Off", "+", "+### Team", "+", "+- [ ] Lead: __________________ Date: __________", "+", "+### Other", "+", "+- [ ] Second: __________________ Date: __________", "+"]);
  });

  test("of the built-in checklist change alone", () => {
    expect(edited(seed(), (seats) => { Object.assign(seats[2] ?? {}, { role: "Data Protection Officer" }); })).toHaveLength(2);
    expect(edited(seed(), (seats) => seats.splice(1, 1))).toHaveLength(1);
    expect(edited(seed(), (seats) => seats.push({ from: null, team: "Business Team", role: "Legal Counsel" }))).toHaveLength(1);
  });
});
