import type { BandCounts, Judgement } from "@/lib/domain/judgement";
import type { Instant, LaunchState } from "@/lib/domain/state";
import { isLaunched } from "@/lib/domain/moments";
import type { MarkLook } from "@/lib/looks/shapes";
import { verdictMark } from "@/lib/looks/state-marks";
import { texts } from "@/lib/texts/texts";
import { calendarDayWords, momentWords } from "@/lib/texts/time-words";
import { wordsOf } from "@/lib/texts/words";
import { countdownWords } from "./countdown-words";
import { decisionReason } from "./decision-reason";
import { nameOf, type People } from "./names";
import { numberWords, type NumberWords } from "./number-words";
import { conditionsPart, notesPart, scopePart, seatsPart, waiversPart } from "./report-decisions";
import { metricsPart, sectionsPart } from "./report-figures";
import { followUpsPart, reasonsPart } from "./report-reasons";
import { verdictSentence } from "./verdict-sentence";

/** One cell of a table in words. */
export interface Cell {
  text: string;
  /** Shape and colour that stand before the word. */
  look?: MarkLook;
  /** What follows the word in the plain colour. */
  after?: string;
  /** Where it leads on the pages; on paper nowhere. */
  href?: string;
  /** A bar instead of words: the same numbers stand in the other cells. */
  bands?: BandCounts;
  /** A text of the document, where backticks mean code. */
  inline?: true;
}

export interface Column { key: string; head: string; num?: true; hidden?: true }

export interface TablePart {
  kind: "table";
  id: string;
  title: string;
  /** What the table holds, read aloud before it. */
  caption: string;
  /** Said instead of a table without rows. */
  empty: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly Cell[] }[];
}

export interface NotesPart {
  kind: "notes";
  id: string;
  title: string;
  empty: string;
  groups: readonly { key: string; title: string; notes: readonly { key: string; text: string; by: string }[] }[];
}

export type Part = TablePart | NotesPart;

/** A launch's status report in words: what the page shows and what the PDF prints. Plain data, so that it can be sent to a worker. */
export interface Report {
  language: string;
  /** When and from which event it was made, and the head of the history. */
  made: string;
  hash: string | null;
  /** What stands before the hash. */
  hashWord: string;
  /** The moment it was judged at. */
  at: Instant;
  heading: string;
  verdict: { word: string; look: MarkLook; sentence: string };
  facts: readonly { name: string; value: string }[];
  numbers: NumberWords & { title: string; counts: BandCounts; of: string };
  parts: readonly Part[];
  foot: string;
  /** "Page {n} of {m}", for whoever knows how many there are. */
  page: string;
}

export interface Reported {
  state: LaunchState;
  judgement: Judgement;
  people: People;
  /** Set when it is told as it stood at an earlier moment. */
  asOf?: Instant;
}

/** `hash` is that of the event the report is made from (`judgement.revision`), where it is known. */
export function reportOf(launch: Reported, hash: string | null): Report {
  const t = texts("report");
  const { state, judgement, asOf } = launch;
  const { zone, name } = state.launch;
  const { why, numbers } = verdictSentence(judgement);
  const when = momentWords(judgement.at, zone);
  return {
    language: "en",
    made: `${asOf ? t("stood", { when: momentWords(asOf, zone) }) : t("made", { when })}, ${t("from", { revision: judgement.revision })} · ${t("rule", { rule: judgement.rule })}`,
    hash,
    hashWord: t("head", { hash: "" }),
    at: judgement.at,
    heading: t("heading", { launch: name }),
    verdict: { word: texts("common")(`verdict.${judgement.verdict}`), look: verdictMark[judgement.verdict], sentence: [why, numbers].filter(Boolean).join(" ") },
    facts: factsOf(launch),
    numbers: { ...numberWords(judgement), title: t("numbers"), counts: judgement.bands, of: texts("overview")("numbers.of") },
    parts: [
      sectionsPart(launch), reasonsPart(launch), ...(judgement.followUps.length > 0 ? [followUpsPart(launch)] : []),
      seatsPart(launch), conditionsPart(launch), waiversPart(launch), scopePart(launch), notesPart(launch), metricsPart(launch),
    ],
    foot: t("foot", { revision: judgement.revision, rule: judgement.rule }),
    page: wordsOf("report").page,
  };
}

function factsOf({ state, judgement, people }: Reported): Report["facts"] {
  const t = texts("report");
  const { launch } = state;
  const { decision, goLive, at } = judgement;
  const why = decisionReason(state, judgement);
  const launchedAt = isLaunched(launch) ? launch.launchedAt : null;
  return [
    ...(launchedAt ? [{ name: t("wentLive"), value: `${momentWords(launchedAt, launch.zone)} (${countdownWords(launchedAt, at, launch.zone).text}, ${launch.zone})` }] : []),
    { name: t("goLive"), value: launchedAt ? (goLive ? momentWords(goLive, launch.zone) : t("noDate")) : goLive ? `${momentWords(goLive, launch.zone)} (${countdownWords(goLive, at, launch.zone).text}, ${launch.zone})` : t("noDate") },
    ...(launch.nextReview ? [{ name: t("nextReview"), value: calendarDayWords(launch.nextReview) }] : []),
    { name: t("phase"), value: texts("common")(`phase.${launch.phase}`) },
    {
      name: t("decision"),
      value: decision ? [
        t("decided", { outcome: t(`outcome.${decision.outcome}`), when: momentWords(decision.at, launch.zone), by: nameOf(decision.by, people, texts("history")("someone")) }),
        ...(decision.againstVerdict ? [t("against")] : []), decision.stands ? t("since", { n: decision.changesSince }) : t("earlier"),
      ].join(", ") + (why ? `. ${why}` : "") : t("noDecision"),
    },
  ];
}
