import type { Phase, Role } from "@/lib/domain/state";
import { holdsWords, isChoice, isControl, labelOf, placeOf, valueOf, type Control, type Field } from "./control";

/** How things stand for the reader of a launch; `null` where no launch is shown. */
export interface Standing { launch: string; phase: Phase; role: Role }
export type Why = "archived" | "phase" | "role" | "out" | "gone";
/** What was typed into a form that the page has dropped since: where, what, and why. */
export interface Unsent { id: number; place: string; fields: Field[]; was: Standing; why: Why }

interface Typing { label: string; place: string; form: Element; path: string; was: Standing; going: Set<object>; lost: boolean }

const typings = new Map<Control, Typing>();
const listeners = new Set<() => void>();
let kept: readonly Unsent[] = [];
let standing: Standing | null = null;
let submitted: HTMLFormElement | null = null;
/** Whether what happens now is the person's own doing: they close what they do not want. */
let own = false;
let watching = false;
let made = 0;

/** Why what was possible as things stood then is not as they stand now. */
export function whyNot(was: Standing, now: Standing | null): Why {
  if (now === null) return "out";
  if (now.role !== was.role) return "role";
  if (now.phase === was.phase) return "gone";
  return now.phase === "archived" ? "archived" : "phase";
}

export function stand(now: Standing | null): void {
  standing = now;
}

/** What was typed into the form being submitted, on its way: `sent` with every try, then what became of it. */
export interface Letter { sent: () => void; taken: () => void; refused: () => void }

/** To be asked for while a form is being submitted. Until it is taken it counts as unsent: its form may go away meanwhile. */
export function letter(): Letter {
  const own: Letter = {
    sent: () => {
      for (const { typing } of all) typing.going.add(own);
    },
    taken: () => {
      for (const { control, typing, value } of all) {
        typing.going.delete(own);
        // What was typed on meanwhile was not sent.
        if (valueOf(control) === value) typings.delete(control);
      }
    },
    refused: () => {
      for (const { typing } of all) typing.going.delete(own);
      sweep(false);
    },
  };
  const all = [...typings].filter(([control]) => submitted !== null && control.form === submitted).map(([control, typing]) => ({ control, typing, value: valueOf(control) }));
  return own;
}

/** What was typed in there was recorded, by another way than its own form. */
export function settle(within: Element | null): void {
  for (const control of typings.keys()) if (within?.contains(control)) typings.delete(control);
}

/** Looks which controls are gone, and keeps what stood in them unless the person closed, sent or left it. */
function sweep(byHand: boolean): void {
  const lost = new Map<Element, [Control, Typing][]>();
  for (const [control, typing] of typings) {
    if (control.isConnected) continue;
    if (typing.path !== location.pathname || (byHand && !typing.lost)) {
      typings.delete(control);
      continue;
    }
    typing.lost = true;
    if (typing.going.size > 0) continue;
    typings.delete(control);
    lost.set(typing.form, [...(lost.get(typing.form) ?? []), [control, typing]]);
  }
  for (const group of lost.values()) {
    const [first] = group;
    if (!first || !group.some(([control]) => holdsWords(control))) continue;
    const [, { place, was }] = first;
    const fields = group.map(([control, { label }]) => ({ label, value: valueOf(control) })).filter(({ value }) => value.trim() !== "");
    kept = [...kept, { id: (made += 1), place, fields, was, why: whyNot(was, standing) }];
  }
  if (lost.size > 0) for (const listener of listeners) listener();
}

/** Begins to watch what is typed on this page, once. Nothing of it leaves the page's memory. */
export function watchTyping(): void {
  if (watching) return;
  watching = true;
  const act = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== "Escape" && event.key !== "Enter") return;
    // A text that is taken away says "change" as well; only what is chosen by hand is somebody's doing.
    if (event.type === "change" && !(event.target instanceof HTMLSelectElement || (event.target instanceof HTMLInputElement && isChoice(event.target)))) return;
    own = true;
    submitted = event.type === "submit" && event.target instanceof HTMLFormElement ? event.target : submitted;
    // What a hand brings about is done before the next task begins.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      own = false;
      submitted = null;
      port1.close();
    };
    port2.postMessage(null);
  };
  for (const kind of ["click", "keydown", "submit", "change", "cancel", "close"]) document.addEventListener(kind, act, true);
  document.addEventListener("input", ({ target }) => {
    if (!standing || !isControl(target)) return;
    const form = target.form ?? target.closest("dialog, fieldset, section") ?? target;
    typings.set(target, { label: labelOf(target), place: placeOf(target), form, path: location.pathname, was: standing, going: typings.get(target)?.going ?? new Set(), lost: false });
  }, true);
  new MutationObserver(() => {
    if (typings.size > 0) sweep(own);
  }).observe(document.body, { childList: true, subtree: true });
}

export const unsent = (): readonly Unsent[] => kept;
export function onUnsent(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
export function putAway(id: number): void {
  kept = kept.filter((one) => one.id !== id);
  for (const listener of listeners) listener();
}
