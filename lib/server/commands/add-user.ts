import type { Refusal } from "@/lib/domain/refusal";
import { writes } from "../db";
import { newId } from "../digest";
import type { NewPerson } from "../input/person";
import { hashPassword, judgePassword } from "../passwords";

/** Adds an account; for those who run the server. */
export async function addUser(person: NewPerson, admin: boolean): Promise<{ allowed: true; userId: string } | Refusal> {
  const fault = judgePassword(person.password, person.email);
  if (fault) return { allowed: false, why: fault };
  const id = newId();
  const passwordHash = await hashPassword(person.password);
  const made = await writes().user.createMany({ data: [{ id, email: person.email, name: person.name, passwordHash, admin }], skipDuplicates: true });
  return made.count === 1 ? { allowed: true, userId: id } : { allowed: false, why: "email-taken" };
}
