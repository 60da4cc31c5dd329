import { parseArgs } from "node:util";
import { assignSeat } from "../commands/seats";
import { addSeat, movePart, renameSeat, retirePart, returnPart } from "../commands/structure";
import { actingAs, personByEmail } from "./actor";
import { orFail, usage } from "./failure";
import { isVerb } from "./headings";
import { launchNow } from "./launch";
import { saidOf, seatBy } from "./parts";

const how = `Use readiness seat assign SLUG SEAT EMAIL | add SLUG ROLE [--team TEAM] | reword SLUG SEAT ROLE [--team TEAM] | move SLUG SEAT [--before SEAT] | retire SLUG SEAT | restore SLUG SEAT.
SEAT is its role, in quotation marks where that is several words, or its key.`;

/** `seat assign` and `seat VERB SLUG …`: who holds a seat, and which seats there are. */
export async function seat(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { team: { type: "string" }, before: { type: "string" }, as: { type: "string" } } });
  const [action = "", launch, named, other = ""] = positionals;
  const count = action === "assign" || action === "reword" ? 4 : 3;
  const stray = (values.team !== undefined && action !== "add" && action !== "reword") || (values.before !== undefined && action !== "move");
  if ((action !== "assign" && !isVerb(action)) || !launch || !named || positionals.length !== count || stray) throw usage(how);
  const { state } = await launchNow(launch);
  const actor = await actingAs(values.as);
  if (action === "add") return saidOf(named, "added", orFail(await addSeat(actor, { launch, team: values.team ?? "", role: named })));
  const { id, version, role, team } = seatBy(state, named, action === "restore");
  if (action === "assign") {
    orFail(await assignSeat(actor, { launch, seat: id, holder: await personByEmail(other), version }));
    return `${other} holds the seat ${role} of ${launch}.\n`;
  }
  const of = { launch, part: "seat" as const, id, version };
  if (action === "reword") return saidOf(role, "reworded", orFail(await renameSeat(actor, { launch, seat: id, version, team: values.team ?? team, role: other })));
  if (action === "move") return saidOf(role, "moved", orFail(await movePart(actor, { ...of, before: values.before === undefined ? null : seatBy(state, values.before).id })));
  return saidOf(role, action === "retire" ? "retired" : "restored", orFail(await (action === "retire" ? retirePart : returnPart)(actor, of)));
}
