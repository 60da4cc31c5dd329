import { wordsOf } from "@/lib/texts/words";
import { buttonClasses } from "../ui/button";

/** The report and the exports of a past moment: the same files, as they would have been then. */
export function PastExports({ slug, at }: { slug: string; at: string }) {
  const { exports } = wordsOf("past");
  const { formats } = wordsOf("report");
  return (
    <p className="mb-10 flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-note text-ink-3">{exports}:</span>
      {(["pdf", "md", "csv", "xlsx", "json", "pack"] as const).map((format) => (
        <a key={format} className={buttonClasses("quiet", true)} href={`/launches/${slug}/export/${format}?${new URLSearchParams({ at }).toString()}`} download>{formats[format]}</a>
      ))}
    </p>
  );
}
