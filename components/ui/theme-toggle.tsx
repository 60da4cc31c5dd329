"use client";
import { useState } from "react";
import { Select } from "./field";
import { themes, type Theme } from "./theme-names";

/** Chooses the theme and keeps it in a cookie, which the root layout reads: the next page is drawn right at once. */
export function ThemeToggle({ theme, label, words }: { theme: Theme; label: string; words: Record<Theme, string> }) {
  const [chosen, choose] = useState(theme);
  const set = (next: Theme): void => {
    choose(next);
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <label className="flex items-center justify-between gap-3 text-small text-ink-3">
      {label}
      <Select className="!w-auto !border-line !px-2 !py-0.5 !text-small" value={chosen} onChange={(event) => set(themes.find((one) => one === event.target.value) ?? "system")}>
        {themes.map((one) => <option key={one} value={one}>{words[one]}</option>)}
      </Select>
    </label>
  );
}
