import { parseArgs } from "node:util";
import { works, type Work } from "@/lib/domain/state";
import { setApplicability, setWork } from "../commands/items";
import { actingAs } from "./actor";
import { Failure, orFail, usage } from "./failure";
import { launchNow } from "./launch";

/** `set SLUG ITEM …`: changes one item by its key, as the page would. */
export async function set(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true,
    options: {
      work: { type: "string" }, reason: { type: "string" }, "not-applicable": { type: "boolean" }, applies: { type: "boolean" }, as: { type: "string" },
    },
  });
  const [slug, key] = positionals;
  const work = works.find((one): one is Work => one === values.work);
  const isUnknown = values.work !== undefined && work === undefined;
  const wanted = [work, values["not-applicable"], values.applies].filter(Boolean).length;
  if (!slug || !key || isUnknown || wanted !== 1) {
    throw usage("Use readiness set SLUG ITEM with one of --work todo|in-progress|blocked|done, --not-applicable or --applies, and --reason R where needed.");
  }
  const { state } = await launchNow(slug);
  const item = Object.values(state.item).find((one) => one.key === key && !one.retiredAt);
  if (!item) throw new Failure(3, `${slug} has no item "${key}". readiness parse or readiness export ${slug} --format json prints the keys.`);
  const actor = await actingAs(values.as);
  const input = { launch: slug, item: item.id, reason: values.reason ?? null, version: item.version };
  const outcome = work
    ? await setWork(actor, { ...input, work })
    : await setApplicability(actor, { ...input, applicability: values.applies ? "applies" : "not-applicable" });
  const done = orFail(outcome);
  return done.kind ? `${key}: ${work ?? (values.applies ? "applies" : "not applicable")} (event ${done.after.state.revision}).\n` : `${key} is so already; nothing was recorded.\n`;
}
