import { assignSeat } from "../commands/seats";
import { sign } from "../commands/sign-offs";
import type { Done } from "../change";
import type { Refusal } from "@/lib/domain/refusal";
import type { Position } from "@/lib/domain/state";
import type { Actor } from "../sessions";
import { itemNow, launchNow } from "./launch-now";
import { joined, launchFrom, password, person } from "./people";

/** A small launch with a manager, an engineer and the holder of its one seat. */
export async function scene() {
  const admin = await person("Project Manager", true);
  const slug = await launchFrom(admin);
  const engineer = await joined(admin, slug, await person("Engineer"), "contributor");
  const holder = await joined(admin, slug, await person("Lead Developer"), "viewer");
  const [seat] = Object.values((await launchNow(slug)).state.seat);
  if (!seat) throw new Error("the small launch has one seat");
  done(await assignSeat(admin, { launch: slug, seat: seat.id, holder: holder.id, version: seat.version }));
  return { admin, slug, engineer, holder, seat: seat.id };
}

/** What was allowed; throws with the refusal otherwise. */
export function done(outcome: Done | Refusal): Done {
  if (!outcome.allowed) throw new Error(`refused: ${outcome.why} ${outcome.field ?? ""}`);
  return outcome;
}

/** Signs for a seat what stands now, as its page would. */
export async function signNow(actor: Actor, slug: string, seat: string, position: Position, reason: string | null = null, conditions: { text: string; ownerId: string | null; deadline: string; rollbackTrigger: string | null }[] = []) {
  const { judgement } = await launchNow(slug);
  const digest = judgement.seats.find(({ id }) => id === seat)?.digest ?? "";
  return sign(actor, { launch: slug, seat, position, reason, digest, password, conditions }, { address: "192.0.2.1", sessionId: null });
}

/** A moment so many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** An item by its text, as commands name it: with the version that was seen. */
export const of = async (slug: string, text: string) => {
  const { id: item, version } = await itemNow(slug, text);
  return { item, version };
};

/** What is said when asking for a waiver. */
export const asked = { reason: "no second site yet", control: "watched by hand", endsAt: inDays(3) };
