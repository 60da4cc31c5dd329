import path from "node:path";
import { createLaunch } from "../commands/create-launch";
import { newSetUpSecret, setUpUnattended, takeOver } from "../commands/set-up";
import { reads } from "../db";
import { makeDemonstration } from "../demo/make-demonstration";
import { env } from "../env";
import { newPerson } from "../input/person";
import { sentenceOf } from "../sentences";
import { readBytes } from "./document";
import { Failure, orFail } from "./failure";

/** On an empty database: the built-in launch, a file's, or none (`READINESS_SEED`); with launches there, nothing. */
export async function seed(args: string[]): Promise<string> {
  const [wanted = "a4co"] = args;
  if (wanted === "none" || (await reads().launch.count()) > 0) return "";
  const isBuiltIn = wanted === "a4co";
  const file = isBuiltIn ? builtIn() : wanted;
  const slug = isBuiltIn ? "a4co" : slugOf(path.basename(file));
  const created = orFail(await createLaunch(null, {
    slug, name: isBuiltIn ? "A4CO platform" : null, zone: "UTC", fileName: path.basename(file), bytes: readBytes(file),
  }));
  return `Loaded the launch ${created.slug} with ${created.items} items.\n`;
}

const builtIn = (): string => path.join(process.env.READINESS_ROOT ?? process.cwd(), "prisma", "checklists", "a4co.md");

/** A second launch with two months of invented history, and three people to sign in as. */
export async function demo(): Promise<string> {
  const made = await makeDemonstration(builtIn());
  if (!made) return "The demonstration is there already.\n";
  return `The demonstration is at /launches/demo. Its history is invented, and its pages say so.\nSign in as ${made.emails.join(", ")}\nwith the password ${made.password}\n`;
}

function slugOf(file: string): string {
  const slug = file.toLowerCase().replace(/\.[a-z]+$/, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return slug.slice(0, 64) || "launch";
}

/** The one-time set-up link while no admin exists, else nothing; an admin named by the environment is made first. */
export async function setupLink(args: string[]): Promise<string> {
  await unattended();
  const secret = await newSetUpSecret();
  const address = args[0] ?? env().APP_URL ?? "http://127.0.0.1:3000";
  // Behind the #, so that the secret never reaches a server's log.
  return secret ? `${address.replace(/\/$/, "")}/setup#${secret}\n` : "";
}

async function unattended(): Promise<void> {
  const { READINESS_ADMIN_EMAIL: email, READINESS_ADMIN_PASSWORD: password } = env();
  if (!email || !password) return;
  const person = newPerson.parse({ email, password, name: email.split("@")[0] ?? email });
  const outcome = await setUpUnattended(person);
  if (outcome.allowed) await takeOver({ id: outcome.userId, name: person.name, email: person.email, admin: true, via: "cli" });
  if (!outcome.allowed && outcome.why !== "already-set-up") throw new Failure(3, `READINESS_ADMIN_PASSWORD was refused. ${sentenceOf(outcome)}`);
}
