"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/server/auth";

/** Ends this browser's session: its row is revoked, so that the cookie is worth nothing from the next request on. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect("/sign-in");
}
