import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { roles, type Role } from "@/lib/domain/state";
import { addUser } from "../commands/add-user";
import { takeOver } from "../commands/set-up";
import { setMember } from "../commands/members";
import { newPerson } from "../input/person";
import { actingAs, personByEmail } from "./actor";
import { orFail, usage } from "./failure";

export async function user(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { name: { type: "string" }, admin: { type: "boolean" } } });
  const [action, email] = positionals;
  if (action !== "add" || !email || !values.name) throw usage("Use readiness user add EMAIL --name N [--admin], with the password on standard input.");
  const password = readFileSync(0, "utf8").replace(/\r?\n$/, "");
  const parsed = newPerson.safeParse({ email, name: values.name, password });
  if (!parsed.success) throw usage(`The ${String(parsed.error.issues[0]?.path[0])} cannot be used: ${parsed.error.issues[0]?.message}.`);
  const { userId } = orFail(await addUser(parsed.data, values.admin === true));
  if (values.admin) await takeOver({ id: userId, name: parsed.data.name, email: parsed.data.email, admin: true, via: "cli" });
  return `Added ${parsed.data.email}${values.admin ? " as an admin" : ""}.\n`;
}

export async function member(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { role: { type: "string" }, as: { type: "string" } } });
  const [action, slug, email] = positionals;
  const role = roles.find((one): one is Role => one === values.role);
  if (action !== "set" || !slug || !email || !role) throw usage("Use readiness member set SLUG EMAIL --role viewer|contributor|manager.");
  const id = await personByEmail(email);
  orFail(await setMember(await actingAs(values.as), { launch: slug, member: id, role, version: null }));
  return `${email} is a ${role} of ${slug}.\n`;
}
