import { zipSync } from "fflate";
import type { StoredEvent } from "@/lib/domain/check-history";
import { canonical } from "@/lib/domain/canonical";
import { replay } from "@/lib/domain/changes";
import { restoreTexts } from "@/lib/domain/event";
import { judge } from "@/lib/domain/judge";
import type { Reading } from "@/lib/document/reading";
import type { Instant, LaunchState } from "@/lib/domain/state";
import { sha256 } from "../digest";
import { statusOf } from "../queries/status";
import { readSource } from "../reader/reader";
import type { Exported } from "./csv";
import { exportMarkdown } from "./markdown";
import { packPage } from "./pack-page";

/** What a pack is made of. Everything else in it follows from this, so whoever checks it makes it again and compares. */
export interface PackSource {
  /** All events up to `at`, with their texts. */
  events: readonly StoredEvent[];
  /** Names by user id: history holds ids only. */
  names: Readonly<Record<string, string>>;
  /** The imported document's own bytes. */
  document: Uint8Array | null;
  /** Which of the document's choices were read as items. */
  take: readonly string[];
  /** The moment it was judged at. */
  at: Instant;
  /** The version of the program that made it. */
  maker: string;
}

export const packFormat = "readiness-pack/1";

/** The files of a pack but its manifest, by name: the same source gives the same bytes. */
export async function packFiles(source: PackSource): Promise<Record<string, Uint8Array>> {
  const launch = launchOf(source);
  const { state } = launch;
  const lastEvent = source.events.at(-1)?.at ?? source.at;
  return {
    "state.json": json({ format: packFormat, maker: source.maker, at: source.at, names: source.names, ...(source.take.length > 0 ? { take: source.take } : {}), status: statusOf(launch), state }),
    "events.jsonl": encode(source.events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join("")),
    "signatures.json": json(signaturesOf(launch)),
    "evidence.json": json(evidenceOf(state)),
    ...(source.document ? { "document.md": source.document } : {}),
    "checklist.md": await exportMarkdown(launch, await knownDocument(source), lastEvent),
    "index.html": encode(packPage(launch, source.events)),
  };
}

/** What stands over all files: what they are of, and the SHA-256 of each. */
export function packManifest({ events, at, maker }: PackSource, files: Readonly<Record<string, Uint8Array>>, state: LaunchState): Uint8Array {
  const { id, slug, name } = state.launch;
  return json({
    format: packFormat, maker, launch: { id, slug, name }, at, rule: state.launch.rule, events: events.length, head: events.at(-1)?.hash ?? null,
    files: Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, { bytes: bytes.length, sha256: sha256(bytes) }])),
  });
}

/** A zip's oldest moment: the same pack gives the same bytes, whenever it is made. */
const noTime = new Date(1980, 0, 1);

/** The zip of a pack's files, its manifest first. */
export function packZip(files: Readonly<Record<string, Uint8Array>>, manifest: Uint8Array): Uint8Array {
  return zipSync({ "manifest.json": manifest, ...files }, { level: 6, mtime: noTime });
}

/** The launch that the events lead to, judged at the pack's moment. */
export function launchOf({ events, names, at }: PackSource): Exported {
  const state = replay(events.map(({ seq, changes, texts }) => ({ seq, changes: restoreTexts(changes, texts).changes })));
  const people = Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { name, email: "" }]));
  return { state, people, judgement: judge(state, at, sha256) };
}

async function knownDocument({ document, take }: PackSource): Promise<{ reading: Reading } | null> {
  const read = document && (await readSource("kept", { bytes: document, take }));
  return read?.allowed ? { reading: read.reading } : null;
}

/** One event as a line; the salt of an erased text proves nothing any more and is left out. */
function lineOf({ launchId, seq, id, kind, actorId, via, changes, prev, hash, at, beside, texts }: StoredEvent): object {
  return { launchId, seq, id, kind, actorId, via, changes, prev, hash, at, ...(beside ? { beside } : {}), texts: texts.map(({ path, salt, text }) => (text === null ? { path, erased: true } : { path, salt, text })) };
}

/** Every sign-off ever given, with what was signed. */
function signaturesOf({ state, people }: Exported): object[] {
  return Object.values(state.signOff).map(({ seatId, byId, forId, material, ...rest }) => ({
    team: state.seat[seatId]?.team ?? null, role: state.seat[seatId]?.role ?? null, by: people[byId]?.name ?? null,
    for: forId ? (people[forId]?.name ?? null) : null, ...rest, digestOfMaterial: sha256(canonical(material)), material,
  }));
}

/** Every proof with the SHA-256 of its file, or of its own canonical content. */
function evidenceOf(state: LaunchState): object[] {
  return Object.values(state.evidence).map((proof) => {
    const { id, itemId, kind, title, url, value, unit, outcome, source, trueAt, validDays, fileHash, withdrawnAt } = proof;
    const content = canonical({ kind, title, url, value, unit, outcome, source, trueAt, validDays });
    return { id, item: state.item[itemId]?.key ?? itemId, kind, title, trueAt, withdrawnAt, sha256: fileHash ?? sha256(content), of: fileHash ? "file" : "content" };
  });
}

function json(value: unknown): Uint8Array {
  return encode(`${JSON.stringify(value, null, 1)}\n`);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
