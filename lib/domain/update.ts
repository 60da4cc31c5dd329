import type { BandCounts, JudgedSection, Judgement, Numbers, Reason } from "./judgement";
import { saysGo } from "./poll";
import type { RowView } from "./row";
import { changedRows } from "./row";
import type { LaunchState, Verdict } from "./state";

/** What every open page of a launch shows beside its rows. */
export interface Summary {
  verdict: Verdict;
  numbers: Numbers;
  bands: BandCounts;
  /** Items that stand in the way, open choices between items once each: as many as the list shows when narrowed to them. */
  inTheWay: number;
  seatsGo: number;
  seats: number;
  sections: JudgedSection[];
}

/** A change as open pages receive it: from the action that made it, and over the stream from somebody else's. */
export interface Update {
  /** The revision it leads from; a page at another one has missed something and reads again. */
  from: number;
  revision: number;
  /** Only the rows that look different now. */
  rows: RowView[];
  summary: Summary;
  /** Rows were added, removed or moved, or something beside the rows changed: read the page again. */
  structural: boolean;
}

export function summaryOf(judgement: Judgement): Summary {
  const { verdict, numbers, bands, reasons, seats, sections } = judgement;
  const seatsGo = seats.filter(saysGo).length;
  return { verdict, numbers, bands, inTheWay: reasons.filter(isOfItems).length, seatsGo, seats: seats.length, sections };
}

const isOfItems = ({ subjectType }: Reason): boolean => subjectType === "item" || subjectType === "alternatives";

interface Moment { state: LaunchState; rows: RowView[] }

/** The difference between two judged moments of one launch, as its open pages need it. */
export function updateBetween(before: Moment, after: Moment, judgement: Judgement): Update {
  return {
    from: before.state.revision,
    revision: after.state.revision,
    rows: changedRows(before.rows, after.rows),
    summary: summaryOf(judgement),
    structural: shapeOf(before) !== shapeOf(after),
  };
}

/** Everything a page shows that is not in the rows: when it differs, the page reads itself again. */
function shapeOf({ state, rows }: Moment): string {
  const { launch, section, group, fact, member, seat, note } = state;
  // A version stands for its row: some of these hold a whole signed state.
  const versions = [state.signOff, state.decision, state.waiver, state.condition, state.poll].map((kind) => Object.values<{ id: string; version: number }>(kind).map(({ id, version }) => [id, version]));
  const series = Object.values(state.evidence).filter(({ kind }) => kind === "measurement" || kind === "check").map(({ id, version }) => [id, version]);
  return JSON.stringify([launch, section, group, fact, member, seat, note, versions, series, rows.map((row) => [row.id, row.text])]);
}
