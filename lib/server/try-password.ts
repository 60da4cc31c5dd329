import { inTurn } from "./in-turn";
import { isPassword } from "./passwords";
import { countFailure, tooManyFailures } from "./sign-in-limits";

/**
 * One try at somebody's password, wherever it is asked for: within the limits, and counted when it is wrong (trust 5). Tries from one
 * address are judged one after another, or a thousand sent at once would all find that nobody had failed yet.
 * @param stored the password's hash; `null` for nobody's or a closed account, which costs the same time and is never right
 */
export function tryPassword(who: { email: string; address: string }, password: string, stored: string | null): Promise<"right" | "wrong" | "too-many"> {
  return inTurn(`try ${who.address}`, async () => {
    if (await tooManyFailures(who.email, who.address)) return "too-many";
    if (await isPassword(password, stored)) return "right";
    await countFailure(who.email, who.address);
    return "wrong";
  });
}
