"use client";

import { useId, type RefObject } from "react";
import { columnKinds, columnName, withColumn, type ColumnKind, type DateOrder, type Mapping } from "@/lib/document/columns";
import type importing from "@/lib/texts/en/import.json";
import type { TableShown } from "@/lib/document/table-shown";
import { count, fill } from "../fill";
import { Button } from "../ui/button";
import { Field, Select } from "../ui/field";
import { FirstRows } from "./first-rows";

/** What each column of a spreadsheet is, proposed and put right by hand, before anything of it is read. */
export function ColumnsStep({ table, mapping, from, working, error, words, heading, onMap, onSheet, onRead }: {
  table: TableShown; mapping: Mapping; from: string; working: string | null; error: string | null; words: (typeof importing)["columns"]; heading: RefObject<HTMLHeadingElement | null>;
  onMap: (mapping: Mapping) => void; onSheet: (sheet: number) => void; onRead: () => void;
}) {
  const id = useId();
  const busy = working !== null;
  const { sheets, first, notices } = table;
  const body = first.slice(mapping.header ? 1 : 0);
  const named = mapping.columns.includes("text");
  const unclear = table.unclearDates.some((column) => mapping.columns[column] === "due");
  const about = [count(words.rows, table.rows - (mapping.header ? 1 : 0)), count(words.columns, mapping.columns.length)].join(", ");
  return (
    <section aria-labelledby={`${id}-title`} aria-busy={busy} className="border-t border-line py-6">
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className="text-lead tracking-tight outline-none">{words.title}</h2>
      <p className="pb-4 text-note text-ink-3">{from} · {about}. {words.nothingYet}</p>
      {notices.length > 0 ? <ul className="grid max-w-[60ch] gap-1 pb-4 text-note">{notices.map((notice) => <li key={notice} className="border-l-2 border-warn pl-3">{notice}</li>)}</ul> : null}
      <div className="grid max-w-xl gap-4 pb-4">
        {sheets.length > 1 ? (
          <Field id={`${id}-sheet`} label={words.sheet} hint={words.sheetHint}>
            <Select id={`${id}-sheet`} aria-describedby={`${id}-sheet-hint`} value={table.sheet} disabled={busy} onChange={(event) => onSheet(Number(event.target.value))}>
              {sheets.map(({ name, empty }, at) => <option key={at} value={at} disabled={empty}>{empty ? fill(words.emptySheet, { name }) : name}</option>)}
            </Select>
          </Field>
        ) : null}
        <label className="flex items-baseline gap-2 text-note pointer-coarse:min-h-11">
          <input type="checkbox" className="translate-y-0.5 accent-ink" checked={mapping.header} aria-disabled={busy} onChange={(event) => busy || onMap({ ...mapping, header: event.target.checked })} />
          {words.header}
        </label>
      </div>
      <h3 className="text-body">{words.each}</h3>
      <ul className="mt-1 max-w-xl">
        {mapping.columns.map((kind, at) => {
          const sample = body.map((row) => row[at] ?? "").find((cell) => cell.trim() !== "");
          return (
            <li key={at} className="grid items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_14rem]">
              <div className="min-w-0">
                <label htmlFor={`${id}-${at}`} className="text-note font-medium break-words">{columnName(first, mapping.header, at)}</label>
                <p id={`${id}-${at}-sample`} className="truncate text-small text-ink-3">{sample === undefined ? words.noSample : fill(words.sample, { sample })}</p>
              </div>
              <Select id={`${id}-${at}`} aria-describedby={`${id}-${at}-sample`} value={kind ?? ""} disabled={busy} onChange={(event) => onMap(withColumn(mapping, at, kindIn(event.target.value)))}>
                <option value="">{words.notRead}</option>
                {columnKinds.map((one) => <option key={one} value={one}>{words.kind[one]}</option>)}
              </Select>
            </li>
          );
        })}
      </ul>
      {unclear ? (
        <Field id={`${id}-dates`} label={words.dates} hint={words.datesHint} className="max-w-xl pt-3">
          <Select id={`${id}-dates`} aria-describedby={`${id}-dates-hint`} value={mapping.dates ?? ""} disabled={busy} onChange={(event) => onMap({ ...mapping, dates: orderIn(event.target.value) })}>
            <option value="">{words.order.none}</option>
            <option value="day-first">{words.order["day-first"]}</option>
            <option value="month-first">{words.order["month-first"]}</option>
          </Select>
        </Field>
      ) : null}
      <FirstRows rows={body} mapping={mapping} words={words} />
      {error ? <p role="alert" className="mt-4 border-l-2 border-stop pl-3 text-note text-stop">{error}</p> : null}
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <Button look="primary" disabled={busy || !named} onClick={onRead}>{working ?? words.read}</Button>
        {named ? null : <span className="text-note text-ink-3">{words.noText}</span>}
      </div>
    </section>
  );
}

function kindIn(value: string): ColumnKind | null {
  return columnKinds.find((kind) => kind === value) ?? null;
}

function orderIn(value: string): DateOrder | null {
  return value === "day-first" || value === "month-first" ? value : null;
}
