/** What a hand can hit. Text and space between may move; these may not slide away under it. */
const control = "a[href], button, input, label, select, textarea, summary, [role=radio], [tabindex]";

type Hand = { by: "pointer"; x: number; y: number } | { by: "keys" };
let hand: Hand | null = null;

/**
 * Follows where the reader's hand is: over a control, a finger on the glass, or at the keys.
 * @returns ends it
 */
export function followHand(): () => void {
  const over = new AbortController();
  const listen = { passive: true, capture: true, signal: over.signal };
  const at = ({ clientX: x, clientY: y }: PointerEvent): void => void (hand = { by: "pointer", x, y });
  addEventListener("pointerdown", at, listen);
  addEventListener("pointermove", at, listen);
  addEventListener("keydown", () => void (hand = { by: "keys" }), listen);
  const away = (): void => void (hand = null);
  // A finger is nowhere once it is lifted; a mouse that left the page is over nothing of it.
  addEventListener("pointerup", ({ pointerType }) => pointerType === "mouse" || away(), listen);
  addEventListener("pointercancel", away, listen);
  document.documentElement.addEventListener("pointerleave", away, listen);
  return () => over.abort();
}

/** What is in the reader's hand: the control under the pointer, otherwise what has the keyboard's focus, as far as it is in sight. */
function held(): Element | null {
  const under = hand?.by === "pointer" ? document.elementFromPoint(hand.x, hand.y)?.closest(control) : null;
  const one = under ?? document.activeElement;
  if (!one || one === document.body) return null;
  // What lies above the page, or sticks to the window, does not move with it.
  if (!one.closest("main") || one.closest("dialog, [popover]")) return null;
  const { top, bottom } = one.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? one : null;
}

/**
 * Remembers where what is in the reader's hand stands in the window, right before the page changes by itself.
 * @returns scrolls the page so that it stands there again, to be called before the change is painted; `null` when nothing is in hand
 */
export function hold(): (() => void) | null {
  const places: [Element, number][] = [];
  for (let one = held(); one && one.tagName !== "MAIN"; one = one.parentElement) places.push([one, one.getBoundingClientRect().top]);
  if (places.length === 0) return null;
  return () => {
    // Where the change took it away, what it stood in is kept in place.
    const [one, top] = places.find(([element]) => element.isConnected) ?? [];
    if (!one || top === undefined) return;
    const moved = one.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
  };
}
