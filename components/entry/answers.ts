import type { Role } from "@/lib/domain/state";

/** An expected no, with its words. */
export interface No { allowed: false; why: string; sentence: string }

export interface NewPersonInput { secret: string; email: string; name: string; password: string }
export type SetUp = (input: NewPersonInput) => Promise<{ allowed: true } | No>;
export type Join = (input: NewPersonInput) => Promise<{ allowed: true; launch: string } | No>;
export interface Invited { allowed: true; launch: string; role: Role; email: string | null; knownPerson: boolean }
/** Gives the password again, where a change wants to know that it is really this person. */
export type ConfirmPassword = (input: { password: string }) => Promise<{ allowed: true } | No>;
export type LookAtInvitation = (input: { secret: string }) => Promise<Invited | No>;

/** Which field a refusal is about, so that its sentence stands beside it. */
export function fieldOf(why: string): "email" | "name" | "password" | "form" {
  if (["too-short", "too-long", "too-common", "is-email", "wrong-password"].includes(why)) return "password";
  if (why.includes("email") || why === "link-for-another") return "email";
  return why.includes("name") ? "name" : "form";
}
