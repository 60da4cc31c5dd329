import { wordsOf } from "@/lib/texts/words";

/** The checkpoint of what was signed or decided earlier, for whoever did not keep it then. */
export function KeptCheckpoint({ checkpoint }: { checkpoint: string }) {
  const words = wordsOf("decision").checkpoint;
  return (
    <details className="text-small text-ink-3">
      <summary>{words.title}</summary>
      <p>{words.hint}</p>
      <code className="block font-mono break-all select-all">{checkpoint}</code>
    </details>
  );
}
