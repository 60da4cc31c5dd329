"use client";

import type { ItemWords } from "../item/words";
import { Dialog } from "../ui/dialog";
import { help } from "./keys";

/** All keys, and the switch for single letters (WCAG 2.1.4). */
export function KeysHelp({ open, onClose, words: { list: { keys } }, single, setSingle }: {
  open: boolean; onClose: () => void; words: ItemWords; single: boolean; setSingle: (on: boolean) => void;
}) {
  return (
    <Dialog open={open} onClose={onClose} title={keys.title} close={keys.close}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 text-note">
        {help.map(({ does, strokes }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">{strokes.map((stroke) => <kbd key={stroke}>{stroke}</kbd>)}</dt>
            <dd>{keys[does]}</dd>
          </div>
        ))}
      </dl>
      <div className="border-t border-line pt-3 text-note">
        <label className="flex items-baseline gap-2">
          <input type="checkbox" checked={single} onChange={(event) => setSingle(event.target.checked)} className="accent-ink" aria-describedby="single-keys-hint" />{keys.toggle}
        </label>
        <p id="single-keys-hint" className="pl-5 text-small text-ink-3">{keys.toggleHint}</p>
      </div>
    </Dialog>
  );
}

/** The keys in use, at the foot of a wide window. */
export function KeyBar({ words: { list: { keys } }, onHelp }: { words: ItemWords; onHelp: () => void }) {
  const shown = help.filter(({ does }) => !["progress", "due", "proof", "open", "search", "all", "required", "select", "select-all", "leave"].includes(does));
  return (
    <div className="sticky bottom-0 z-10 mt-6 flex flex-wrap justify-center gap-x-5 gap-y-1 border-t border-line bg-paper py-2 text-small text-ink-3 pointer-coarse:hidden max-lg:hidden" data-screen-only>
      {shown.map(({ does, strokes }) => (
        <span key={does} className="flex items-center gap-1.5">{strokes.map((stroke) => <kbd key={stroke}>{stroke}</kbd>)} {keys[does]}</span>
      ))}
      <button type="button" onClick={onHelp} className="flex items-center gap-1.5 hover:text-ink"><kbd>?</kbd> {keys.all}</button>
    </div>
  );
}
