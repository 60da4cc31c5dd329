import { reads } from "../db";
import type { Actor } from "../sessions";
import { Failure } from "./failure";

/** The person a command acts as: `--as EMAIL`, else the first admin; it leaves the same event as the page would. */
export async function actingAs(email: string | undefined): Promise<Actor> {
  const found = await reads().user.findFirst({
    where: email ? { email: email.trim().toLowerCase() } : { admin: true },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, email: true, admin: true, disabledAt: true },
  });
  if (!found) throw new Failure(3, email ? `Nobody here has the e-mail ${email}. Add them with readiness user add.` : "There is no admin yet. Open the set-up link that the server printed, or run readiness user add EMAIL --name N --admin.");
  if (found.disabledAt) throw new Failure(3, `The account ${found.email} is disabled.`);
  return { id: found.id, name: found.name, email: found.email, admin: found.admin, via: "cli" };
}

/** The id of the person with this e-mail. */
export async function personByEmail(email: string): Promise<string> {
  const found = await reads().user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true } });
  if (!found) throw new Failure(3, `Nobody here has the e-mail ${email}. Add them with readiness user add ${email} --name N.`);
  return found.id;
}
