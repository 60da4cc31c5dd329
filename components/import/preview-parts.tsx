"use client";

import { useState, type ReactNode } from "react";
import type { Preview, PreviewItem, PreviewSection } from "@/lib/document/preview";
import type importing from "@/lib/texts/en/import.json";
import { count, fill } from "../fill";
import { classes } from "../ui/classes";
import { InlineText } from "../ui/inline-text";
import { Mark } from "../ui/mark";

type Words = (typeof importing)["preview"];

/** A part of the preview under a small heading. */
export function PreviewPart({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <div className="border-t border-line py-4">
      <h3 className="text-body">{title}</h3>
      {hint ? <p className="max-w-[60ch] text-note text-ink-3">{hint}</p> : null}
      <div className="mt-2">{children}</div>
    </div>
  );
}

export function Counts({ counts, words }: { counts: Preview["counts"]; words: Words }) {
  const shown = [
    [words.counts.sections, counts.sections], [words.counts.groups, counts.groups], [words.counts.items, counts.items], [words.counts.seats, counts.seats],
    [words.counts.conditional, counts.conditional], [words.counts.thresholds, counts.thresholds], [words.counts.checked, fill(words.checked, { checked: counts.checked, items: counts.items })],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-7 gap-y-3 pb-4">
      {shown.map(([label, figure]) => (
        <div key={label} className="flex flex-col-reverse"><dt className="text-small text-ink-3">{label}</dt><dd className="text-lead font-medium tracking-tight">{figure}</dd></div>
      ))}
    </dl>
  );
}

/** Sections that open; their items are written only then, for a checklist may hold thousands. */
export function Structure({ sections, words }: { sections: readonly PreviewSection[]; words: Words }) {
  return <ul>{sections.map((section) => <SectionTree key={section.key} section={section} words={words} />)}</ul>;
}

function SectionTree({ section, words }: { section: PreviewSection; words: Words }) {
  const [open, setOpen] = useState(false);
  return (
    <li className="border-t border-line first:border-t-0">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="py-2 pointer-coarse:py-3">{section.title ? <><span className="text-ink-3">{section.key}</span> <InlineText text={section.title} /></> : section.key} <span className="text-note text-ink-3">· {count(words.sectionItems, section.count)}</span></summary>
        {open ? section.groups.map((group, at) => (
          <div key={at} className="pb-3 pl-4">
            {group.title ? <h4 className="pb-1 text-note font-semibold text-ink-2"><InlineText text={group.title} /></h4> : null}
            <ul>{group.items.map((item) => <ItemLine key={`${item.line} ${item.text}`} item={item} words={words} />)}</ul>
          </div>
        )) : null}
      </details>
    </li>
  );
}

function ItemLine({ item, words }: { item: PreviewItem; words: Words }) {
  const about = [words.window[item.window], item.owner === null ? "" : fill(words.owner, { owner: item.owner }), item.due === null ? "" : fill(words.due, { day: item.due })].filter(Boolean).join(" · ");
  return (
    <li className={classes("grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-2 py-0.5 text-note", item.nested && "pl-5")}>
      <span><Mark {...(item.checked ? { shape: "check", tone: "go", word: words.ticked } : { shape: "ring", tone: "mute", word: words.open })} /></span>
      <span><InlineText text={item.text} />{about ? <span className="text-ink-3"> · {about}</span> : null}</span>
      <span className="text-small whitespace-nowrap text-ink-3">{fill(words.line, { line: item.line })}</span>
    </li>
  );
}

/** How a file that is no Markdown was read, and what of it could not be; many of them open on demand. */
export function Notices({ notices, words }: { notices: readonly string[]; words: Words }) {
  const rest = notices.slice(firstFindings);
  const list = (some: readonly string[]) => <ul className="grid max-w-[75ch] gap-1 text-note">{some.map((notice) => <li key={notice}>{notice}</li>)}</ul>;
  return (
    <>
      {list(notices.slice(0, firstFindings))}
      {rest.length > 0 ? <details className="mt-1"><summary className="py-1 text-note">{count(words.more, rest.length)}</summary>{list(rest)}</details> : null}
    </>
  );
}

const firstFindings = 12;

export function Findings({ findings, words }: { findings: Preview["findings"]; words: Words }) {
  if (findings.length === 0) return <p className="text-note text-ink-3">{words.noFindings}</p>;
  const rest = findings.slice(firstFindings);
  return (
    <>
      <FindingList findings={findings.slice(0, firstFindings)} words={words} />
      {rest.length > 0 ? <details className="mt-1"><summary className="py-1 text-note">{count(words.more, rest.length)}</summary><FindingList findings={rest} words={words} /></details> : null}
    </>
  );
}

function FindingList({ findings, words }: { findings: Preview["findings"]; words: Words }) {
  return (
    <ul className="grid gap-1 text-note">
      {findings.map(({ line, message }, at) => (
        <li key={at} className="grid gap-x-3 sm:grid-cols-[5rem_minmax(0,1fr)]"><span className="text-ink-3">{fill(words.line, { line })}</span><span>{message}</span></li>
      ))}
    </ul>
  );
}

/** What can be read as more than it is: each only when its box is ticked. */
export function Choices({ choices, taken, busy, words, onTake }: {
  choices: Preview["choices"]; taken: readonly string[]; busy: boolean; words: Words; onTake: (taken: string[]) => void;
}) {
  return (
    <ul className="grid gap-1.5">
      {choices.map(({ id, line, ask }) => (
        <li key={id}>
          <label className="flex items-baseline gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox" className="translate-y-0.5 accent-ink" checked={taken.includes(id)} aria-disabled={busy}
              onChange={(event) => busy || onTake(event.target.checked ? [...taken, id] : taken.filter((one) => one !== id))}
            />
            <span>{ask} <span className="text-note text-ink-3">{fill(words.line, { line })}</span></span>
          </label>
        </li>
      ))}
    </ul>
  );
}
