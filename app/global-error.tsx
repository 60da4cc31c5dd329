"use client";
import { Failure } from "@/components/shell/failure";
import "./globals.css";

/** When even the root layout failed: a whole document of its own. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body><Failure digest={error.digest} retry={reset} /></body>
    </html>
  );
}
