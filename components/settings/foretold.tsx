import type { Foretold } from "@/lib/domain/foretell";
import type common from "@/lib/texts/en/common.json";
import type settings from "@/lib/texts/en/settings.json";
import { count, fill } from "../fill";

/** What a rule would change, in sentences, before it is saved. Read aloud when it is known. */
export function ForetoldWords({ told, words, verdictWords }: { told: Foretold | "asking" | null; words: (typeof settings)["foretold"]; verdictWords: (typeof common)["verdict"] }) {
  return <p role="status" className="min-h-5 text-note text-ink-2">{told === null ? "" : told === "asking" ? words.asking : sentences(told, words, verdictWords).join(" ")}</p>;
}

function sentences({ verdict, verified, arisen, cleared, freed, confirm }: Foretold, words: (typeof settings)["foretold"], verdictWords: (typeof common)["verdict"]): string[] {
  const said = [
    verdict.before === verdict.after ? null : fill(words.verdict, { before: verdictWords[verdict.before].toLowerCase(), after: verdictWords[verdict.after].toLowerCase() }),
    freed > 0 ? count(words.freed, freed) : null,
    arisen > 0 ? count(words.arisen, arisen) : null, cleared > 0 ? count(words.cleared, cleared) : null,
    verified.before === verified.after ? null : fill(words.verified, verified), confirm > 0 ? count(words.confirm, confirm) : null,
  ].filter((one) => one !== null);
  return said.length > 0 ? said : [words.nothing];
}
