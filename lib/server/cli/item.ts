import { parseArgs } from "node:util";
import type { Item, LaunchState } from "@/lib/domain/state";
import { addItem, moveItem, retirePart, returnPart, rewordPart } from "../commands/structure";
import { actingAs } from "./actor";
import { Failure, orFail, usage } from "./failure";
import { launchNow } from "./launch";
import { groupBy, groupsIn, saidOf, sectionBy } from "./parts";

const how = `Use readiness item add SLUG TEXT PLACE | reword SLUG ITEM TEXT | move SLUG ITEM PLACE | retire SLUG ITEM | restore SLUG ITEM.
PLACE is --before ITEM, --under ITEM or --in SECTION [--group TITLE].`;

interface PlaceSaid { before?: string | undefined; under?: string | undefined; in?: string | undefined; group?: string | undefined }

/** `item VERB SLUG …`: the checklist's items as a manager edits them on the page, each by its key. */
export async function item(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: { before: { type: "string" }, under: { type: "string" }, in: { type: "string" }, group: { type: "string" }, as: { type: "string" } },
  });
  const [action = "", slug, named, text] = positionals;
  const wanted = action === "reword" ? 4 : 3;
  if (!["add", "reword", "move", "retire", "restore"].includes(action) || !slug || !named || positionals.length !== wanted) throw usage(how);
  const { state } = await launchNow(slug);
  const actor = await actingAs(values.as);
  if (action === "add") {
    const done = orFail(await addItem(actor, { launch: slug, ...placeIn(state, values), text: named }));
    const added = Object.values(done.after.state.item).find(({ id }) => !(id in state.item));
    return saidOf(added?.key ?? named, "added", done);
  }
  const { id, version, key } = itemBy(state, named, action === "restore");
  const of = { launch: slug, id, version };
  if (action === "move") {
    const done = orFail(await moveItem(actor, { launch: slug, item: id, version, ...placeIn(state, values) }));
    return saidOf(key, "moved", done);
  }
  const done = orFail(action === "reword" ? await rewordPart(actor, { ...of, part: "item", text: text ?? "" }) : await (action === "retire" ? retirePart : returnPart)(actor, { ...of, part: "item" }));
  return saidOf(key, { reword: "reworded", retire: "retired" }[action] ?? "restored", done);
}

function itemBy(state: LaunchState, key: string, retired = false): Item {
  const found = Object.values(state.item).find((one) => one.key === key && (one.retiredAt !== null) === retired);
  if (!found) throw new Failure(3, `${state.launch.slug} has no ${retired ? "retired " : ""}item "${key}". readiness export ${state.launch.slug} --format json prints the keys of those that are there.`);
  return found;
}

/** One place: before an item, behind all that is nested in one, or at the end of a section's last group or of the group named. */
function placeIn(state: LaunchState, place: PlaceSaid): { group: string; parent: string | null; before: string | null } {
  if ([place.before, place.under, place.in].filter((one) => one !== undefined).length !== 1 || (place.group !== undefined && place.in === undefined)) throw usage(how);
  if (place.before !== undefined) {
    const next = itemBy(state, place.before);
    return { group: next.groupId, parent: next.parentId, before: next.id };
  }
  if (place.under !== undefined) {
    const above = itemBy(state, place.under);
    return { group: above.groupId, parent: above.id, before: null };
  }
  const asked = place.in ?? "";
  const section = sectionBy(state, asked);
  const group = place.group === undefined ? groupsIn(state, section).at(-1) : groupBy(state, place.group, section);
  if (!group) throw new Failure(3, `${section.title} has no group yet. Add one with readiness group add ${state.launch.slug} TITLE --in "${section.title}".`);
  return { group: group.id, parent: null, before: null };
}
