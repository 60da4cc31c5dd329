import type { Day } from "@/lib/domain/state";
import type { Answer } from "./actions";

/** The server takes no larger file; saying so here spares the way. */
const largestFile = 10 * 1_048_576;

/** Sends a file's bytes as they are: a server action stops at a megabyte. */
export async function sendFile(
  file: FormDataEntryValue | null, { launch, item, trueOn, validDays }: { launch: string; item: string; trueOn: Day; validDays: number | null },
  words: { fileTooLarge: string; fileMissing: string },
): Promise<Answer> {
  if (!(file instanceof File) || file.size === 0) return { allowed: false, why: "value-needed", sentence: words.fileMissing };
  if (file.size > largestFile) return { allowed: false, why: "file-too-large", sentence: words.fileTooLarge };
  const query = new URLSearchParams({ name: file.name, trueOn, ...(validDays === null ? {} : { validDays: String(validDays) }) });
  const answer = await fetch(`/api/launches/${encodeURIComponent(launch)}/items/${encodeURIComponent(item)}/files?${query.toString()}`, {
    method: "POST", body: file, headers: { "content-type": "application/octet-stream" },
  });
  // The route answers with exactly this, allowed or not.
  return (await answer.json()) as Answer;
}
