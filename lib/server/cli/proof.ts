import { parseArgs } from "node:util";
import type { ProofPolicy } from "@/lib/domain/state";
import { setRules } from "../commands/poll";
import { setSectionProof } from "../commands/proof";
import { actingAs } from "./actor";
import { orFail, usage } from "./failure";
import { launchNow } from "./launch";
import { saidOf, sectionBy } from "./parts";

const how = `Use readiness proof SLUG required|optional, or readiness proof SLUG --section SECTION required|optional|inherited, and --reason R where items shall need no proof any more.
SECTION is its number or title.`;

const policyOf = (said: string): ProofPolicy | null | undefined =>
  said === "required" || said === "optional" ? said : said === "inherited" ? null : undefined;

/** `proof SLUG …`: whether proof is needed, in the launch or in one of its sections; how long it lasts stays as it is. */
export async function proof(args: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { section: { type: "string" }, reason: { type: "string" }, as: { type: "string" } } });
  const [launch, said = ""] = positionals;
  const policy = policyOf(said);
  if (!launch || policy === undefined || positionals.length !== 2 || (policy === null && values.section === undefined)) throw usage(how);
  const { state } = await launchNow(launch);
  const actor = await actingAs(values.as);
  const reason = values.reason ?? null;
  if (values.section === undefined) {
    return saidOf(launch, `proof ${said}`, orFail(await setRules(actor, { launch, version: state.launch.version, proof: policy ?? "optional", reason })));
  }
  const { id, version, title, validDays } = sectionBy(state, values.section);
  return saidOf(title, `proof ${said}`, orFail(await setSectionProof(actor, { launch, section: id, version, proof: policy, validDays, reason })));
}
