import { z } from "zod";

export const email = z.string().trim().toLowerCase().pipe(z.email().max(254));
/** A person's name: one line, 1 to 120 characters. */
export const personName = z.string().normalize("NFC").trim().min(1).max(120).regex(/^\P{Cc}+$/u);
export const password = z.string().max(512);

export const newPerson = z.object({ email, name: personName, password });
export type NewPerson = z.infer<typeof newPerson>;
