import { reads } from "../db";

export interface ListedInvitation {
  id: string;
  role: string;
  email: string | null;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
  /** The name of the person who used it. */
  usedBy: string | null;
  revokedAt: string | null;
}

/** The invitations to a launch, newest first. Their links cannot be shown again: only a hash is kept. */
export async function listInvitations(launchId: string): Promise<ListedInvitation[]> {
  const found = await reads().invitation.findMany({
    where: { launchId, kind: "invite" },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, role: true, email: true, createdAt: true, expiresAt: true, usedAt: true, usedBy: true, revokedAt: true },
  });
  const ids = found.flatMap(({ usedBy }) => (usedBy ? [usedBy] : []));
  const users = await reads().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return found.map(({ createdAt, expiresAt, usedAt, usedBy, revokedAt, role, ...rest }) => ({
    ...rest, role: role ?? "viewer", createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null, usedBy: usedBy ? (names.get(usedBy) ?? null) : null, revokedAt: revokedAt?.toISOString() ?? null,
  }));
}
