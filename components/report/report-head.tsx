import type { Report } from "@/lib/report/report";
import { Mark, toneText } from "../ui/mark";

/** The head of the report: which launch, the verdict with its sentence, and from which moment of history it was made. */
export function ReportHead({ report: { made, hash, hashWord, heading, verdict, facts } }: { report: Report }) {
  return (
    <header>
      <p className="text-small text-ink-3">
        {made}
        {hash ? <span className="block break-all">{hashWord}<code className="font-mono">{hash}</code></span> : null}
      </p>
      <h1 className="mt-3 text-[1.75rem] leading-tight tracking-tight">{heading}</h1>
      <p className={`mt-5 flex items-center gap-3 text-[2rem] leading-none font-semibold tracking-tight ${toneText[verdict.look.tone]}`}>
        <Mark {...verdict.look} className="size-[0.85em]" />{verdict.word}
      </p>
      <p className="mt-2.5 max-w-[62ch] text-[1rem] text-pretty">{verdict.sentence}</p>
      <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 border-t border-line pt-3 text-note">
        {facts.map(({ name, value }) => <div key={name} className="col-span-2 grid grid-cols-subgrid"><dt className="text-ink-3">{name}</dt><dd>{value}</dd></div>)}
      </dl>
    </header>
  );
}
