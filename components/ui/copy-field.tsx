"use client";

import { useRef, useState } from "react";
import { Button } from "./button";
import { Input } from "./field";

/** A text to be taken along: in a field of its own, selected at a touch, and copied at another. */
export function CopyField({ label, value, words, autoFocus = false }: { label: string; value: string; words: { copy: string; copied: string }; autoFocus?: boolean }) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    await navigator.clipboard.writeText(value).then(() => setCopied(true), () => undefined);
  };
  return (
    <div className="flex gap-2">
      <Input ref={field} aria-label={label} readOnly value={value} className="font-mono !text-small" onFocus={(event) => event.target.select()} autoFocus={autoFocus} />
      <Button look="primary" aria-label={`${copied ? words.copied : words.copy}: ${label}`} onClick={() => void copy()}>{copied ? words.copied : words.copy}</Button>
    </div>
  );
}
