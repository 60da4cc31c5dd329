"use client";

import { useState } from "react";
import { describedBy, Field, Input } from "../ui/field";

/** A password that may be looked at while it is typed: fewer mistakes than a second field. */
export function PasswordField({ id, label, hint, error, autoComplete, words }: {
  id: string; label: string; hint?: string; error?: string | undefined; autoComplete: "current-password" | "new-password"; words: { show: string; hide: string };
}) {
  const [seen, see] = useState(false);
  const about = describedBy(id, { hint, error });
  return (
    <Field id={id} label={label} {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      <div className="relative">
        <Input
          id={id} name="password" type={seen ? "text" : "password"} required maxLength={512} autoComplete={autoComplete}
          className="pr-16" aria-invalid={error ? true : undefined} {...(about ? { "aria-describedby": about } : {})}
          spellCheck={false} autoCapitalize="off"
        />
        <button
          type="button" onClick={() => see(!seen)} aria-pressed={seen}
          className="absolute inset-y-0 right-0 rounded-md px-3 text-note text-ink-2 hover:text-ink"
        >
          {seen ? words.hide : words.show}<span className="sr-only">: {label}</span>
        </button>
      </div>
    </Field>
  );
}
