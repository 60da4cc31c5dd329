import Link from "next/link";
import type { ComponentProps } from "react";
import { classes } from "./classes";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-ink text-paper border-ink hover:bg-ink-2 hover:border-ink-2",
  plain: "border-edge hover:bg-wash",
  quiet: "border-transparent text-ink-2 hover:bg-wash hover:text-ink",
  danger: "border-stop text-stop hover:bg-stop-soft",
};

export function buttonClasses(look: ButtonLook = "plain", small = false): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-md border font-medium no-underline disabled:opacity-55 aria-disabled:opacity-55",
    small ? "min-h-7 px-2.5 text-note" : "min-h-9 px-3.5 text-body pointer-coarse:min-h-11",
    looks[look],
  );
}

export function Button({ look = "plain", small = false, className, type = "button", ...rest }: ComponentProps<"button"> & { look?: ButtonLook; small?: boolean }) {
  return <button type={type} className={classes(buttonClasses(look, small), className)} {...rest} />;
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ look = "plain", small = false, className, ...rest }: ComponentProps<typeof Link> & { look?: ButtonLook; small?: boolean }) {
  return <Link prefetch={false} className={classes(buttonClasses(look, small), className)} {...rest} />;
}
