import { z } from "zod";

/** The ids of choices that are taken; a document offers far fewer. */
const take = z.array(z.string().max(100)).max(1_000);

/** What stands in the address of an import, beside the file in its body. */
export const importFile = z.object({ file: z.string().min(1).max(1_000), take });
export const newLaunch = importFile.extend({ slug: z.string().max(200), name: z.string().max(20_000), zone: z.string().max(64) });

export const importInto = z.object({
  launch: z.string().max(64), file: z.string().min(1).max(1_000), revision: z.coerce.number().int().min(0).optional(), answers: z.coerce.number().int().min(0).max(1_048_576),
});
export const answers = z.record(z.string().max(1_000), z.string().max(1_000));
