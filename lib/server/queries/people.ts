import { reads } from "../db";

/** Whether somebody here has this e-mail. Asked only by one who holds an invitation for exactly this address. */
export async function isKnownEmail(email: string): Promise<boolean> {
  return (await reads().user.count({ where: { email: email.toLowerCase() } })) > 0;
}
