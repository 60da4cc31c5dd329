import { parseArgs } from "node:util";
import { addGroup, addSection, moveGroup, movePart, retirePart, returnPart, rewordPart } from "../commands/structure";
import { actingAs } from "./actor";
import { orFail, usage } from "./failure";
import { launchNow } from "./launch";
import { groupBy, saidOf, sectionBy } from "./parts";

const howSection = "Use readiness section add SLUG TITLE | reword SLUG SECTION TITLE | move SLUG SECTION [--before SECTION] | retire SLUG SECTION | restore SLUG SECTION.";
const howGroup = `Use readiness group add SLUG TITLE --in SECTION | reword SLUG GROUP TITLE | move SLUG GROUP [--to SECTION] [--before GROUP] | retire SLUG GROUP | restore SLUG GROUP.
With --in SECTION where several sections have a group of that title.`;
const done = { reword: "reworded", move: "moved", retire: "retired", restore: "restored" } as const;

/** `section VERB SLUG …`: sections as a manager edits them on the page, by number or title. */
export async function section(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { before: { type: "string" }, as: { type: "string" } } });
  const [action = "", launch, named, text = ""] = positionals;
  if (!isVerb(action) || !launch || !named || positionals.length !== (action === "reword" ? 4 : 3) || (values.before !== undefined && action !== "move")) throw usage(howSection);
  const { state } = await launchNow(launch);
  const actor = await actingAs(values.as);
  if (action === "add") return saidOf(named, "added, and stands in the document with its first item", orFail(await addSection(actor, { launch, title: named })));
  const { id, version, title } = sectionBy(state, named, action === "restore");
  const of = { launch, part: "section" as const, id, version };
  if (action === "reword") return saidOf(title, done.reword, orFail(await rewordPart(actor, { ...of, text })));
  if (action === "move") return saidOf(title, done.move, orFail(await movePart(actor, { ...of, before: values.before === undefined ? null : sectionBy(state, values.before).id })));
  return saidOf(title, done[action], orFail(await (action === "retire" ? retirePart : returnPart)(actor, of)));
}

/** `group VERB SLUG …`: groups, by title, and the section they are in where that is needed. */
export async function group(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: { in: { type: "string" }, to: { type: "string" }, before: { type: "string" }, as: { type: "string" } },
  });
  const [action = "", launch, named, text = ""] = positionals;
  const placed = values.to !== undefined || values.before !== undefined;
  if (!isVerb(action) || !launch || !named || positionals.length !== (action === "reword" ? 4 : 3) || (placed && action !== "move") || (action === "add" && values.in === undefined)) throw usage(howGroup);
  const { state } = await launchNow(launch);
  const actor = await actingAs(values.as);
  const within = values.in === undefined ? null : sectionBy(state, values.in);
  if (action === "add") return saidOf(named, "added, and stands in the document with its first item", orFail(await addGroup(actor, { launch, section: within?.id ?? "", title: named })));
  const { id, version, title, sectionId } = groupBy(state, named, within, action === "restore");
  const of = { launch, part: "group" as const, id, version };
  if (action === "reword") return saidOf(title, done.reword, orFail(await rewordPart(actor, { ...of, text })));
  if (action === "move") {
    const to = values.to === undefined ? (state.section[sectionId] ?? null) : sectionBy(state, values.to);
    const before = values.before === undefined ? null : groupBy(state, values.before, to).id;
    return saidOf(title, done.move, orFail(await moveGroup(actor, { launch, group: id, version, section: to?.id ?? sectionId, before })));
  }
  return saidOf(title, done[action], orFail(await (action === "retire" ? retirePart : returnPart)(actor, of)));
}

const verbs = ["add", "reword", "move", "retire", "restore"] as const;
type Verb = (typeof verbs)[number];
/** The verbs that edit a part of the checklist. */
export function isVerb(action: string): action is Verb {
  return (verbs as readonly string[]).includes(action); // widened only to be asked
}
