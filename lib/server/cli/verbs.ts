import { backupVerb, restoreVerb } from "./backup";
import { parse, format } from "./document";
import { importVerb } from "./import";
import { exportVerb, gate, status } from "./launch";
import { group, section } from "./headings";
import { member, user } from "./people";
import { proof } from "./proof";
import { seat } from "./seat";
import { demo, seed, setupLink } from "./instance";
import { item } from "./item";
import { set } from "./set";
import { verify } from "./verify";

/** What a verb gets and gives: words after it, and the text for standard output. */
type Verb = (args: string[]) => Promise<string | Uint8Array> | string | Uint8Array;

/** `parse`, `format` and `verify --pack` need no database; all others find it in DATABASE_URL. */
export const offline: Record<string, Verb> = { parse, format };
/** Those that `scripts/command.mjs` starts beside a database. */
export const online: Record<string, Verb> = {
  import: importVerb, export: exportVerb, set, item, group, section, status, gate, verify, user, member, seat, proof, seed, "setup-link": setupLink, demo,
  backup: backupVerb, restore: restoreVerb,
};
