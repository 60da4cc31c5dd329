import type { Window } from "@/lib/domain/state";
import { isAction } from "./actions";
import { launching, momentIn, type Moment } from "./moments";
import { plain } from "./plain";

const padding = /(?<!\p{L})(?:at|on|the|from|about|approx|approximately|around|within|for|by|in|el|la|en|a|at least|no later than|not later than|al menos|como mínimo|a más tardar|check|checks)(?!\p{L})/giu;
const bracket = /[([]([^()[\]]{2,50})[)\]]/gu;
const label = /^\W{0,4}([^:–—,]{2,40}?)\W{0,2}\s*[:–—,]\s+(.*)$/u;
const aside = new RegExp(String.raw`^(?:post[- ]?${launching}|after (?:the )?${launching}|tras (?:el |la )?${launching}|después de(?:l| la)? ${launching})$`, "iu");
const dayTwo = /^(?:day|día)[- ](?:[2-9]|\d\d)$/iu;
const lasting = /(?:^|\s)(?:for|during|over|throughout|durante|por)\s+(?:the |las? |los )?$/iu;

/**
 * The window that an item's own words give it: in brackets, as a label before a colon, or at its end with the launch named.
 * Never in passing ("Post-launch plan ready", "Launch day runbook written"): a plan for a time is ready before it.
 */
export function itemWindowOf(markdown: string): Window | null {
  const text = plain(markdown).replace(/[\u00a0\u202f]/g, " ");
  for (const [, inside = ""] of text.matchAll(bracket)) {
    const window = whole(inside) ?? (aside.test(inside.trim()) || dayTwo.test(inside.trim()) ? "ongoing" : null);
    if (window !== null) return window;
  }
  const [, head = "", words = ""] = label.exec(text) ?? [];
  const stated = head === "" ? null : (whole(head) ?? (aside.test(head) ? "ongoing" : null));
  // "Post-launch: plan agreed" speaks of a plan, "Post-launch: review tickets" of what is done then.
  if (stated !== null && (stated === "before" || stated === "final-week" || whole(head, true) !== null || isAction(words))) return stated;
  return trailing(text);
}

/** Words that are a moment and nothing else. */
function whole(words: string, signedOnly = false): Window | null {
  const moment = momentIn(words);
  if (!moment || (signedOnly && !/^\W*[TDL] ?[-−–+]/u.test(words))) return null;
  const left = `${words.slice(0, moment.from)} ${words.slice(moment.to)}`.replace(padding, " ").replace(/[^\p{L}\p{N}]+/gu, "");
  return left === "" ? moment.window : null;
}

function trailing(text: string): Window | null {
  const moment: Moment | null = momentIn(text);
  if (!moment?.named || !/^[\s.!]*$/.test(text.slice(moment.to)) || moment.from === 0) return null;
  const words = text.slice(moment.from, moment.to);
  if (!new RegExp(`${launching}|^T ?[-−–+]|D-day`, "iu").test(words)) return null;
  if (moment.window === "final-week" || moment.window === "before") return moment.window;
  return isAction(text) && !lasting.test(text.slice(0, moment.from)) ? moment.window : null;
}
