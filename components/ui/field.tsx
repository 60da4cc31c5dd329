import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";

const control = "w-full rounded-md border border-edge bg-paper px-3 py-1.5 text-body text-ink placeholder:text-ink-3 disabled:opacity-60 aria-invalid:border-stop pointer-coarse:min-h-11";

/** A label, its control, a hint and what is wrong. Give the control `aria-describedby={describedBy(id, …)}`. */
export function Field({ id, label, hint, error, children, className }: {
  id: string; label: ReactNode; hint?: ReactNode; error?: ReactNode; children: ReactNode; className?: string;
}) {
  return (
    <div className={classes("grid gap-1", className)}>
      <label htmlFor={id} className="text-note font-medium">{label}</label>
      {children}
      {hint ? <p id={`${id}-hint`} className="text-small text-ink-3">{hint}</p> : null}
      {error ? <p id={`${id}-error`} role="alert" className="text-small text-stop">{error}</p> : null}
    </div>
  );
}

/** The `aria-describedby` of a control inside a Field. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: unknown }): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classes(control, className)} {...rest} />;
}
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={classes(control, "min-h-20", className)} {...rest} />;
}
export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={classes(control, className)} {...rest} />;
}
