import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/state";
import { addUser } from "../commands/add-user";
import { createLaunch } from "../commands/create-launch";
import { setMember } from "../commands/members";
import type { Actor } from "../sessions";

export const password = "four plain words 7";

/** A person with an account; hashing is real, so tests make only those they need. */
export async function person(name: string, admin = false): Promise<Actor> {
  const email = `${name.toLowerCase().replaceAll(" ", "-")}-${randomUUID().slice(0, 8)}@example.com`;
  const added = await addUser({ email, name, password }, admin);
  if (!added.allowed) throw new Error(added.why);
  return { id: added.userId, name, email, admin, via: "page", authenticatedAt: new Date().toISOString() };
}

export const smallChecklist = `# Small launch

## 1. Platform

### Database
- [ ] Backups automated
- [ ] Replication configured (if needed)
- [ ] Restore tested

### Containers
- [ ] Docker Compose configured
- [ ] Or Kubernetes cluster ready (if using K8s)

## 2. Launch

### Launch Day Checks
- [ ] All services healthy

## Sign-Off

### Development Team
- [ ] Lead Developer: ____ Date: ____
`;

/** A launch of its own address from Markdown. */
export async function launchFrom(admin: Actor, markdown: string = smallChecklist): Promise<string> {
  const slug = `launch-${randomUUID().slice(0, 8)}`;
  const made = await createLaunch(admin, { slug, name: null, zone: "UTC", fileName: "checklist.md", bytes: new TextEncoder().encode(markdown) });
  if (!made.allowed) throw new Error(made.why);
  return slug;
}

export async function joined(admin: Actor, slug: string, actor: Actor, role: Role): Promise<Actor> {
  const done = await setMember(admin, { launch: slug, member: actor.id, role, version: null });
  if (!done.allowed) throw new Error(done.why);
  return actor;
}
