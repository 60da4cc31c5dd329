import type { Role } from "@/lib/domain/state";
import { reads } from "../db";
import type { Actor } from "../sessions";

/** What a person is in a launch; `null` when it is not theirs to see, or does not exist: the two are never told apart. */
export async function roleIn(actor: Actor, slug: string): Promise<{ launchId: string; role: Role } | null> {
  const [row] = await reads().$queryRaw<{ id: string; role: Role | null }[]>`
    SELECT l.id, m.role FROM launches l LEFT JOIN members m ON m.launch_id = l.id AND m.id = ${actor.id}::uuid WHERE l.slug = ${slug}`;
  if (!row) return null;
  const role = actor.admin ? "manager" : row.role;
  return role ? { launchId: row.id, role } : null;
}
