"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { RowView } from "@/lib/domain/row";
import type { Answer, ItemActions } from "../item/actions";
import { latestOf, remember, subscribe } from "../live/store";
import { foretell, type RowIntent } from "./optimistic";
import { builtOn, reduce } from "./reducer";
import { begin, mustRead, nextToSend, type Pending, type Read, type Refused, type Shown } from "./shown";

/** A gap closes by itself when its missing change is on its way; after this it is read again. */
const gapMs = 400;

/** Which item a dialog was about, or the first of several; `about` in words where it is more than that. */
export interface MadeByAsking { item: string; about?: string }

export interface Rows {
  shown: Shown;
  /** All rows in order, edits on their way included. */
  rows: readonly RowView[];
  /** Ids of rows with an edit on its way. */
  saving: ReadonlySet<string>;
  /** `seen`: the row's version when the question was put that this answers. */
  edit: (item: string, intent: RowIntent, seen?: number) => void;
  undo: () => void;
  /** Tells of a change that came as the answer to something that is not an edit of a row; `made` lets undo take it back. */
  heard: (answer: Answer, made?: MadeByAsking) => void;
  dismiss: (refused: Refused) => void;
  /** Resolves once the server has answered every edit of this page: what is asked then does not overtake them. */
  settled: () => Promise<void>;
  /** The version that this page's own edits have made of the one a question was put at: what is asked then is not refused for them. */
  builtOn: (item: string, version: number) => number;
}

/** A launch's rows as this page shows them: own edits at once, everybody's changes as they come, sent one after another. */
export function useRows(launch: string, read: Read, actions: ItemActions, unreachable: string): Rows {
  const [shown, tell] = useReducer(reduce, read, begin);
  const router = useRouter();

  const first = useRef(read);
  useEffect(() => {
    if (read !== first.current) tell({ happened: "read", read });
  }, [read]);
  useEffect(() => subscribe((message) => {
    if (message.kind === "resync") return false;
    tell({ happened: "heard", update: message.update });
    // More than rows changed: the whole page is read again, by whoever asked us.
    return !message.update.structural;
  }), []);
  useEffect(() => {
    // A page gone back to shows what it was left with.
    if ((latestOf(launch)?.revision ?? 0) > read.revision) router.refresh();
  }, [launch, read.revision, router]);

  const missing = mustRead(shown);
  useEffect(() => {
    if (!missing) return;
    const timer = setTimeout(() => router.refresh(), gapMs);
    return () => clearTimeout(timer);
  }, [missing, shown.revision, router]);

  const next = nextToSend(shown);
  const sending = useRef(0);
  useEffect(() => {
    if (!next || sending.current === next.id) return;
    sending.current = next.id;
    tell({ happened: "sent", id: next.id });
    send(launch, next, actions).then((answer) => {
      if (answer.allowed) {
        remember(launch, answer.update);
        tell({ happened: "answered", id: next.id, update: answer.update });
      } else {
        tell({ happened: "refused", id: next.id, sentence: answer.sentence, current: answer.current ?? null });
      }
    }).catch(() => tell({ happened: "refused", id: next.id, sentence: unreachable, current: null }));
  }, [next, launch, actions, unreachable]);

  useEffect(() => {
    if (shown.pending.length === 0) return;
    const stay = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [shown.pending.length]);

  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const settled = useSettled(shown.pending.some(({ heldBy }) => heldBy === null));

  const rows = useMemo(() => {
    const foretold = new Map<string, RowView>();
    for (const { item, intent } of shown.pending) {
      const row = foretold.get(item) ?? shown.rows.get(item);
      if (row) foretold.set(item, foretell(row, intent));
    }
    return [...shown.rows.values()].map((row) => foretold.get(row.id) ?? row);
  }, [shown.rows, shown.pending]);
  const saving = useMemo(() => new Set(shown.pending.map(({ item }) => item)), [shown.pending]);

  return {
    shown, rows, saving, settled,
    builtOn: useCallback((item, version) => builtOn(latest.current, item, version), []),
    edit: useCallback((item, intent, seen) => tell({ happened: "edited", item, intent, ...(seen === undefined ? {} : { seen }) }), []),
    undo: useCallback(() => tell({ happened: "undone" }), []),
    heard: useCallback((answer, made) => {
      if (!answer.allowed) return;
      const { revision, from } = answer.update;
      remember(launch, answer.update);
      tell({ happened: "heard", update: answer.update });
      // An answer that leads nowhere made no event, so there is nothing to undo.
      const left = answer.update.rows.find(({ id }) => id === made?.item)?.version;
      if (made && revision > from) tell({ happened: "made", revision, ...made, ...(left === undefined ? {} : { left }) });
    }, [launch]),
    dismiss: useCallback(({ id }) => tell({ happened: "dismissed", id }), []),
  };
}

/** Lets wait for the end of what is on its way. */
function useSettled(onWay: boolean): () => Promise<void> {
  const busy = useRef(onWay);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    busy.current = onWay;
    if (!onWay) for (const go of waiting.current.splice(0)) go();
  }, [onWay]);
  useEffect(() => {
    const left = waiting.current;
    // Nobody waits for a page that is gone.
    return () => {
      for (const go of left.splice(0)) go();
    };
  }, []);
  return useCallback(() => (busy.current ? new Promise<void>((go) => void waiting.current.push(go)) : Promise.resolve()), []);
}

function send(launch: string, { item, intent, seen: version }: Pending, actions: ItemActions): Promise<Answer> {
  switch (intent.kind) {
    case "work": return actions.setWork({ launch, item, version, work: intent.work, reason: intent.reason });
    case "applicability": return actions.setApplicability({ launch, item, version, applicability: intent.applicability, reason: intent.reason });
    case "assign": return actions.assign({ launch, item, version, owner: intent.owner });
    case "due": return actions.setDue({ launch, item, version, due: intent.due });
    case "undo": return actions.undo({ launch, revision: intent.revision ?? 0 });
  }
}
