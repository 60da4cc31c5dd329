/** What people fill in. A password is nobody's to keep, and a search is no answer. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** One answer as words: what was asked, and what was given. */
export interface Field { label: string; value: string }

const nobodys = new Set(["password", "search", "hidden", "file", "submit", "button", "reset"]);
const choices = new Set(["radio", "checkbox"]);
const words = new Set(["text", "url", "email", "tel", "number"]);

export function isControl(target: EventTarget | null): target is Control {
  if (target instanceof HTMLInputElement) return !nobodys.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

export const isChoice = ({ type }: Control): boolean => choices.has(type);

/** Whether it holds words of somebody's own: a choice alone is a click to make again. */
export function holdsWords(control: Control): boolean {
  return !(control instanceof HTMLSelectElement) && (control instanceof HTMLTextAreaElement || words.has(control.type)) && control.value.trim() !== "";
}

const plain = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

/** What is asked there, as it is read aloud. A button among several is asked by its group. */
export function labelOf(control: Control): string {
  if (isChoice(control)) return plain(control.closest("fieldset")?.querySelector("legend")?.textContent);
  return plain(control.getAttribute("aria-label") ?? control.labels?.[0]?.textContent);
}

/** What is given, in words; empty for nothing. It can still be read once the page has dropped the control. */
export function valueOf(control: Control): string {
  if (control instanceof HTMLSelectElement) return plain(control.selectedOptions[0]?.textContent);
  if (control instanceof HTMLInputElement && isChoice(control)) return control.checked ? plain(control.labels?.[0]?.textContent ?? control.value) : "";
  return control.value;
}

/** What the nearest dialog, card or section around it is called. */
export function placeOf(control: Control): string {
  const around = control.parentElement?.closest("[aria-labelledby], [aria-label]");
  const by = around?.getAttribute("aria-labelledby");
  return plain(around?.getAttribute("aria-label") ?? (by ? document.getElementById(by)?.textContent : ""));
}
