import type { RefusalWhy } from "@/lib/domain/refusal";
import { en } from "@/lib/texts/en";

/** Every refusal has words, or this does not compile. */
const sentences: Record<RefusalWhy, string> = en.refusals;

/** A refusal in one sentence, with the way out; `{count}` and `{unit}` in its words are what the refusal counted or named. */
export function sentenceOf(refusal: { why: RefusalWhy; sentence?: string; count?: number; unit?: string }): string {
  return refusal.sentence ?? sentences[refusal.why].replace("{count}", String(refusal.count ?? "")).replace("{unit}", refusal.unit || en.common.noUnit);
}
