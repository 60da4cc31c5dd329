import { z } from "zod";
import { columnKinds } from "@/lib/document/columns";

/** The ids of choices that are taken; a document offers far fewer. */
const take = z.array(z.string().max(100)).max(1_000);

/** Which column is what, as JSON in the address. */
const mapping = z.string().max(10_000).transform((json, context): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
}).pipe(z.object({ header: z.boolean(), columns: z.array(z.enum(columnKinds).nullable()).max(200), dates: z.enum(["day-first", "month-first"]).nullable() }));

/** How a file that is no Markdown is read. */
export const how = z.object({ mapping: mapping.optional(), sheet: z.coerce.number().int().min(0).max(1_000).optional(), pasted: z.enum(["true", "false"]).optional() });

/** What stands in the address of an import, beside the file in its body. */
export const importFile = z.object({ file: z.string().min(1).max(1_000), take, link: take }).extend(how.shape);
export const newLaunch = importFile.extend({ slug: z.string().max(200), name: z.string().max(20_000), zone: z.string().max(64) });

/** `chosen=true`: `take` says all that is taken; otherwise it is what was taken of the text before. */
export const importInto = importFile.extend({
  launch: z.string().max(64), revision: z.coerce.number().int().min(0).optional(), answers: z.coerce.number().int().min(0).max(1_048_576), chosen: z.enum(["true", "false"]).optional(),
});
export const answers = z.record(z.string().max(1_000), z.string().max(1_000));

/** An address's words about a file, as they are to be read. */
export function fileIn(query: URLSearchParams): Record<string, unknown> {
  const one = (name: string): string | undefined => query.get(name) ?? undefined;
  return { file: one("file"), take: query.getAll("take"), link: query.getAll("link"), mapping: one("mapping"), sheet: one("sheet"), pasted: one("pasted") };
}
