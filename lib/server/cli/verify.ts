import { parseArgs } from "node:util";
import type { Checkpoint } from "@/lib/domain/event";
import { texts } from "@/lib/texts/texts";
import { version } from "@/package.json";
import { verifyPack, type PackCheck } from "../exports/verify-pack";
import { verifyLaunch } from "../queries/verify";
import { readBytes } from "./document";
import { Failure, usage } from "./failure";

const options = { pack: { type: "string" }, checkpoint: { type: "string", multiple: true } } as const;

/** Whether this is the check of a pack, which needs no database. */
export function isOfPack(args: readonly string[]): boolean {
  return args.some((arg) => arg === "--pack" || arg.startsWith("--pack="));
}

/** `SEQ:HASH`, as every signature is answered with. */
function readCheckpoints(given: readonly string[]): Checkpoint[] {
  return given.map((one) => {
    const [, seq, hash] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(one.trim()) ?? [];
    if (!seq || !hash) throw usage(`"${one}" is no checkpoint. It is SEQ:HASH, as printed at a signature.`);
    return { seq: Number(seq), hash };
  });
}

/** `verify SLUG`: the history of a launch in the database, against the rows that stand there. */
export async function verify(args: string[]): Promise<string> {
  const { values, positionals: [slug] } = parseArgs({ args, allowPositionals: true, options });
  if (!slug) throw usage("Name the launch or the pack: readiness verify SLUG, or readiness verify --pack FILE.");
  const found = await verifyLaunch(slug, readCheckpoints(values.checkpoint ?? []));
  if (!found) throw new Failure(3, `There is no launch "${slug}".`);
  if (found.fault) throw new Failure(3, `The history of ${slug} is broken at event ${found.fault.seq}: ${found.fault.what}.`);
  const erased = found.erased > 0 ? `, ${texts("pack")("miss.erased", { n: found.erased })}` : "";
  return `The history of ${slug} holds: ${found.events} events, head ${found.head}${erased}.\n`;
}

/** `verify --pack FILE`: a pack by itself, offline, saying what could be checked and what not. */
export async function verifyPackVerb(args: string[]): Promise<string> {
  const { values } = parseArgs({ args, allowPositionals: true, options });
  const checkpoints = readCheckpoints(values.checkpoint ?? []);
  const check = await verifyPack(readBytes(values.pack ?? "", "an evidence pack"), checkpoints);
  const t = texts("pack");
  if (check.fault) {
    const { file, entry, what } = check.fault;
    throw new Failure(3, t("broken", { file, entry: entry ? ` (${entry})` : "", what }));
  }
  return described(check, checkpoints.length);
}

function described({ events, head, signatures, missing }: PackCheck, checkpoints: number): string {
  const t = texts("pack");
  const checked = [t("check.files"), t("check.chain", { events }), ...(missing.document === null ? [t("check.document")] : []), ...(missing.maker ? [] : [t("check.state")]), t("check.signatures", { n: signatures }),
    ...(checkpoints > 0 ? [t("check.checkpoints", { n: checkpoints })] : [])];
  const { newestCheckpoint: newest } = missing;
  const missed = [
    newest === null ? t("miss.tail") : newest < events ? t("miss.after", { seq: newest }) : null,
    missing.erased > 0 ? t("miss.erased", { n: missing.erased }) : null,
    missing.unrecorded > 0 ? t("miss.unrecorded", { n: missing.unrecorded }) : null,
    missing.erasedSignatures > 0 ? t("miss.signatures", { n: missing.erasedSignatures }) : null,
    missing.files > 0 ? t("miss.files", { n: missing.files }) : null,
    t("miss.names"), missing.document === null ? null : t(missing.document === "absent" ? "miss.documentAbsent" : "miss.document"), missing.maker ? t("miss.version", { maker: missing.maker, own: version }) : null,
    missing.packedAgain ? t("miss.packedAgain") : null,
  ].filter((line) => line !== null);
  const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join("");
  return `${t("holds", { events, head })}\n${t("checked")}\n${list(checked)}${t("unchecked")}\n${list(missed)}`;
}
