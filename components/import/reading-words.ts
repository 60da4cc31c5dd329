import type importing from "@/lib/texts/en/import.json";
import { fill } from "../fill";
import type { Source } from "./send-document";

/** What is said while a source is sent and read: its name, and how large it is, since large ones take their time. */
export function readingWords({ name, body }: Source, words: Pick<typeof importing, "sending" | "reading" | "readingTemplate" | "bytes" | "kibibytes">): { sending?: string; working: string } {
  if (body === null) return { working: fill(words.readingTemplate, { name }) };
  const size = body.size < 10_240 ? fill(words.bytes, { n: body.size.toLocaleString("en-US") }) : fill(words.kibibytes, { n: Math.round(body.size / 1024).toLocaleString("en-US") });
  // `{percent}` is filled as it goes on.
  return { sending: fill(words.sending, { name }), working: fill(words.reading, { name, size }) };
}
