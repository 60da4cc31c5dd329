import { dictionary } from "@zxcvbn-ts/language-common";
import { once } from "./once";

/** The commonest passwords of published leaks (some 49,000; trust 5 asks for 3,000), in lower case. */
export function commonPasswords(): ReadonlySet<string> {
  return once("common-passwords", () => new Set(dictionary["passwords-common"]));
}
