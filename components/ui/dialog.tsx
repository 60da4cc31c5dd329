"use client";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Mark } from "./mark";

/**
 * The platform's own modal: it traps focus, closes on Escape and gives focus back by itself. Its content exists only while
 * it is open, so a form inside starts fresh each time. A click beside it does nothing: it must not cost what was typed.
 */
export function Dialog({ open, onClose, title, close, children, wide = false }: {
  open: boolean; onClose: () => void; title: ReactNode; close: string; children: ReactNode; wide?: boolean;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (open && dialog && !dialog.open) {
      dialog.showModal();
      // React's autoFocus comes before the dialog is shown and falls flat; without this the closing cross has the focus.
      dialog.querySelector<HTMLElement>("textarea, select, input:not([type=hidden], [type=checkbox])")?.focus();
    }
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box} aria-labelledby={id}
      // Escape says so at once; "close" is told a moment later, when the next dialog may already stand here. A file input cancels as well.
      onCancel={(event) => event.target === event.currentTarget && onClose()} onClose={() => box.current?.open || onClose()}
      className={`m-auto w-[calc(100vw-2rem)] ${wide ? "max-w-2xl" : "max-w-md"} max-h-[calc(100dvh-2rem)] rounded-lg border border-edge bg-paper p-0 text-left text-body text-ink`}
    >
      {open ? (
        <div className="grid gap-4 p-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={id} className="text-lead font-semibold tracking-tight">{title}</h2>
            <button type="button" onClick={onClose} aria-label={close} className="-m-2 rounded-md p-2 hover:bg-wash">
              <Mark shape="cross" tone="mute" />
            </button>
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
