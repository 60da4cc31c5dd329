import { besideOf } from "@/lib/domain/beside";
import { checkHistory, type HeldHistory, type StoredEvent } from "@/lib/domain/check-history";
import type { Checkpoint } from "@/lib/domain/event";
import { sameJson } from "@/lib/domain/same-json";
import { isInstant } from "@/lib/domain/zone";
import { version } from "@/package.json";
import { sha256 } from "../digest";
import { firstDifference } from "./first-difference";
import { packFiles, packFormat, packManifest, packZip, type PackSource } from "./pack-files";
import { Unfit, unfold } from "./unfold";

export interface PackFault {
  file: string;
  /** The line, event or field at fault; `null` when it is the file as a whole. */
  entry: string | null;
  what: string;
}

export interface PackCheck {
  fault: PackFault | null;
  events: number;
  head: string;
  signatures: number;
  /** What could not be checked, and how much of it. */
  missing: {
    erased: number;
    /** Texts that are gone, and no event here says that it erased them: one after the pack's moment did, or somebody took them out of it. */
    unrecorded: number;
    erasedSignatures: number;
    files: number;
    /** The document is here, from before events said which; or it is the one they name and not here. */
    document: "unnamed" | "absent" | null;
    maker: string | null;
    /** The files are those that were packed, and the zip around them is not. */
    packedAgain: boolean;
    newestCheckpoint: number | null;
  };
}

/** Most bytes that a pack may unfold to: more is no pack of ours. */
const largestPack = 1_073_741_824;

class Faulty extends Error {
  constructor(readonly fault: PackFault) {
    super(fault.what);
  }
}

function fail(file: string, entry: string | null, what: string): never {
  throw new Faulty({ file, entry, what });
}

/**
 * Checks a pack by itself, with no database: its files against the manifest, the chain and its texts, then makes the whole pack again
 * from its events and compares. Names the first file and entry at fault. `checkpoints` were kept elsewhere.
 */
export async function verifyPack(zip: Uint8Array, checkpoints: readonly Checkpoint[] = []): Promise<PackCheck> {
  const check: PackCheck = {
    fault: null, events: 0, head: "", signatures: 0,
    missing: { erased: 0, unrecorded: 0, erasedSignatures: 0, files: 0, document: null, maker: null, packedAgain: false, newestCheckpoint: checkpoints.length === 0 ? null : Math.max(...checkpoints.map(({ seq }) => seq)) },
  };
  try {
    const files = opened(zip);
    const manifest = readManifest(files);
    const source = readSource(files, manifest);
    const held = checkHistory(source.events, sha256, [...checkpoints, { seq: manifest.events, hash: manifest.head }]);
    if (held.fault) fail("events.jsonl", `event ${held.fault.seq}${held.fault.path ? `, ${held.fault.path}` : ""}`, held.fault.what);
    Object.assign(check, { events: held.events, head: held.head, signatures: held.signatures });
    if ((source.events.at(-1)?.at ?? "") > manifest.at) fail("manifest.json", "at", "it names a moment before the last event");
    check.missing.document = checkDocument(source);
    const made = await compare(files, source, held, check);
    check.missing.packedAgain = made !== null && !Buffer.from(made).equals(zip);
    check.missing.erased = held.erased;
    check.missing.unrecorded = held.unrecorded.length;
    check.missing.erasedSignatures = held.uncertainSignatures;
    check.missing.files = new Set(Object.values(held.state.evidence).flatMap(({ fileHash }) => (fileHash ? [fileHash] : []))).size;
  } catch (error) {
    // A pack is somebody else's file: whatever it does to the replay is a fault of it.
    check.fault = error instanceof Faulty ? error.fault : { file: "events.jsonl", entry: null, what: `it cannot be replayed (${error instanceof Error ? error.message : String(error)})` };
  }
  return check;
}

function opened(zip: Uint8Array): Record<string, Uint8Array> {
  try {
    return unfold(zip, largestPack);
  } catch (error) {
    if (error instanceof Unfit) return fail(error.entry ?? "the pack", null, error.what);
    throw error;
  }
}

/** Whether the document here is the one that the last event to bring one names. */
function checkDocument({ events, document }: PackSource): PackCheck["missing"]["document"] {
  const named = besideOf(events).documents.at(-1) ?? null;
  if (document === null) return named === null ? null : "absent";
  if (named !== null && sha256(document) !== named) fail("document.md", null, "it is not the document that the events name");
  return named === null ? "unnamed" : null;
}

interface Manifest { maker: string; at: string; events: number; head: string; files: Record<string, { sha256: string }> }

function readManifest(files: Record<string, Uint8Array>): Manifest {
  const found = files["manifest.json"];
  if (!found) fail("manifest.json", null, "it is missing");
  // Whatever it says is compared with what the events lead to; here only its shape is needed.
  const manifest = parse("manifest.json", null, text(found)) as Partial<Manifest> & { format?: unknown } | null;
  if (manifest?.format !== packFormat || typeof manifest.events !== "number" || typeof manifest.head !== "string" || typeof manifest.at !== "string" || !isInstant(manifest.at)
    || typeof manifest.maker !== "string" || typeof manifest.files !== "object" || manifest.files === null) fail("manifest.json", null, "it is no manifest of a pack");
  const { maker, at, events, head, files: listed } = manifest as Manifest; // just looked at, field by field
  for (const [file, said] of Object.entries(listed)) {
    const bytes = files[file];
    if (!bytes) fail(file, null, "it is missing");
    if (sha256(bytes) !== said?.sha256) fail(file, null, "its bytes are not those that the manifest lists");
  }
  for (const file of Object.keys(files)) if (file !== "manifest.json" && !Object.hasOwn(listed, file)) fail(file, null, "the manifest does not list it");
  return { maker, at, events, head, files: listed };
}

function readSource(files: Record<string, Uint8Array>, { maker, at }: Manifest): PackSource {
  const state = files["state.json"];
  const lines = files["events.jsonl"];
  if (!state) fail("state.json", null, "it is missing");
  if (!lines) fail("events.jsonl", null, "it is missing");
  const events = text(lines).split("\n").filter((line) => line !== "").map((line, index) => eventOf(parse("events.jsonl", `line ${index + 1}`, line), index));
  const { names, take = [], maker: alsoMaker, at: alsoAt } = (parse("state.json", null, text(state)) ?? {}) as { names?: unknown; take?: unknown; maker?: unknown; at?: unknown }; // looked at in the next lines
  // Said twice, or claiming another version would be the way around the comparison.
  if (alsoMaker !== maker) fail("manifest.json", "maker", "it names another version than state.json");
  if (alsoAt !== at) fail("manifest.json", "at", "it names another moment than state.json");
  if (typeof names !== "object" || names === null || Object.values(names).some((name) => typeof name !== "string")) fail("state.json", "names", "it holds no names");
  if (!Array.isArray(take) || take.some((id) => typeof id !== "string")) fail("state.json", "take", "it holds no choices");
  return { events, names: names as Record<string, string>, document: files["document.md"] ?? null, take: take as string[], at, maker }; // just looked at
}

/** A line of events as it is stored; what else it says shows when the pack is made again and compared. */
function eventOf(line: unknown, index: number): StoredEvent {
  const event = line as Partial<StoredEvent> | null; // each field is looked at before it is used
  const isText = (one: unknown) => typeof one === "object" && one !== null && "path" in one && typeof one.path === "string";
  if (!event || !Array.isArray(event.changes) || !Array.isArray(event.texts) || !event.texts.every(isText) || typeof event.hash !== "string") {
    return fail("events.jsonl", `line ${index + 1}`, "it is no event");
  }
  const texts = event.texts.map(({ path, salt, text: words }) => ({ path, salt: salt ?? "", text: words ?? null }));
  const { launchId, seq, id, at, kind, actorId, via, beside, changes, prev, hash } = event as StoredEvent; // the chain's hash covers every field but the texts, and nothing else is taken
  return { launchId, seq, id, at, kind, actorId, via, ...(beside ? { beside } : {}), changes, prev, hash, texts };
}

/**
 * Makes the pack again from its events and compares, byte for byte where the same version made it.
 * @returns the zip as it was made, `null` when another version made it
 */
async function compare(files: Record<string, Uint8Array>, source: PackSource, { state }: HeldHistory, check: PackCheck): Promise<Uint8Array | null> {
  const own = source.maker === version;
  if (!own) check.missing.maker = source.maker;
  const made = await packFiles(source);
  const { "manifest.json": _, ...others } = files;
  const manifest = packManifest(source, own ? made : others, state);
  const all: Record<string, Uint8Array> = { ...made, "manifest.json": manifest };
  for (const [file, bytes] of Object.entries(all)) {
    const found = files[file];
    if (!found) fail(file, null, "it is missing");
    if (sha256(found) === sha256(bytes)) continue;
    // Another version may word its pages otherwise, and tell more; events, rows, verdict, numbers, signatures and proof are the same in all.
    if (!own && (file === "index.html" || file === "checklist.md")) continue;
    if (!own && file === "state.json" && sameJson(heldIn(found), heldIn(bytes))) continue;
    fail(file, firstDifference(file, text(found), text(bytes)), "it is not what the events lead to");
  }
  return own ? packZip(made, manifest) : null;
}

/** Of a state what every version tells alike. A field that holds nothing may be one that an earlier version did not have. */
function heldIn(bytes: Uint8Array): object {
  const { state, status } = (parse("state.json", null, text(bytes), sayingSomething) ?? {}) as { state?: unknown; status?: { verdict?: unknown; numbers?: unknown } | null }; // compared, whatever it is
  return { state: state ?? null, verdict: status?.verdict ?? null, numbers: status?.numbers ?? null };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** For `JSON.parse`: leaves out fields that hold nothing. */
function sayingSomething(this: unknown, _: string, value: unknown): unknown {
  return value === null && !Array.isArray(this) ? undefined : value;
}

function parse(file: string, entry: string | null, from: string, reviver?: (this: unknown, key: string, value: unknown) => unknown): unknown {
  try {
    return JSON.parse(from, reviver);
  } catch {
    return fail(file, entry, "it is no JSON");
  }
}
