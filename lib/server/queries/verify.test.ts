import { describe, expect, test } from "vitest";
import { genesis, hashInput, type ChainedEvent } from "@/lib/domain/event";
import { addNote } from "../commands/settings";
import { eraseShownFile } from "../commands/erase";
import { attachFile } from "../commands/files";
import { setDue } from "../commands/items";
import { sha256 } from "../digest";
import { ownDatabase } from "../testing/database";
import { itemNow, launchNow } from "../testing/launch-now";
import { done, scene, signNow } from "../testing/scene";
import { readStoredEvents, verifyLaunch } from "./verify";
import { reads } from "../db";

const database = ownDatabase();
const guarded = ["events", "event_texts", "documents"];
const beside = ["documents", "file_contents"];

/** As somebody who owns the schema and takes the guards away; everything is as before afterwards. */
async function tampered<T>(sql: readonly (readonly [string, ...unknown[]])[], look: () => Promise<T>): Promise<T> {
  const owner = database.owner();
  const shelve = (action: "DISABLE" | "ENABLE") => owner.query(guarded.map((table) => `ALTER TABLE ${table} ${action} TRIGGER USER`).join("; "));
  const keep = [...guarded, "file_contents", "launches", "items"];
  for (const table of keep) await owner.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table}`);
  await shelve("DISABLE");
  await owner.query("ALTER TABLE event_texts DROP CONSTRAINT event_texts_launch_id_seq_fkey");
  try {
    for (const [text, ...values] of sql) await owner.query(text, values);
    return await look();
  } finally {
    for (const table of [...beside, "event_texts", "events"]) await owner.query(`DELETE FROM ${table}`);
    for (const table of ["events", "event_texts", ...beside]) await owner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    await owner.query("UPDATE launches l SET head = k.head, revision = k.revision FROM kept_launches k WHERE k.id = l.id");
    await owner.query("UPDATE items i SET text = k.text, work = k.work FROM kept_items k WHERE (k.launch_id, k.id) = (i.launch_id, i.id)");
    for (const table of keep) await owner.query(`DROP TABLE kept_${table}`);
    await owner.query("ALTER TABLE event_texts ADD CONSTRAINT event_texts_launch_id_seq_fkey FOREIGN KEY (launch_id, seq) REFERENCES events (launch_id, seq) ON DELETE RESTRICT ON UPDATE CASCADE");
    await shelve("ENABLE");
  }
}

async function history() {
  const { slug, engineer } = await scene();
  done(await addNote(engineer, { launch: slug, kind: "risk", text: "One region only" }));
  const { id: item, version } = await itemNow(slug, "Backups");
  done(await setDue(engineer, { launch: slug, item, due: "2099-01-01", version }));
  const { state } = await launchNow(slug);
  return { slug, id: state.launch.id, last: state.revision, head: (await verifyLaunch(slug))?.head ?? "" };
}

/** The events from `seq` on hashed anew, as a careful forger would. */
async function rehashed(launchId: string, seq: number): Promise<[string, ...unknown[]][]> {
  const events = (await readStoredEvents(reads(), launchId)).map((event): ChainedEvent => (event.seq === seq ? { ...event, via: "api" } : event));
  const sql: [string, ...unknown[]][] = [];
  let prev = events[seq - 2]?.hash ?? genesis;
  for (const event of events.slice(seq - 1)) {
    const hash = sha256(hashInput(prev, event));
    sql.push(["UPDATE events SET via = $1, prev = $2, hash = $3 WHERE launch_id = $4 AND seq = $5", event.via, prev, hash, launchId, event.seq]);
    prev = hash;
  }
  return [...sql, ["UPDATE launches SET head = $1 WHERE id = $2", prev, launchId]];
}

describe("what lies beside the history in the database", () => {
  test("is held against it: attached files, documents, texts that are gone, signatures", async () => {
    const at = await scene();
    const { slug, admin, engineer, holder, seat } = at;
    const { id: item } = await itemNow(slug, "Backups");
    const attach = async (name: string, words: string) => done(await attachFile(engineer, { launch: slug, item, name, trueOn: null, validDays: null }, new TextEncoder().encode(words)));
    await attach("kept.txt", "eight by");
    const gone = await attach("gone.txt", "to be erased");
    const erased = Object.values(gone.after.state.evidence).find(({ title }) => title === "gone.txt")?.fileHash ?? "";
    done(await eraseShownFile(admin, { launch: slug, hash: erased }));
    const signed = done(await signNow(holder, slug, seat, "no-go", "not yet"));
    const id = signed.after.state.launch.id;
    const find = async (...sql: [string, ...unknown[]][]) => (await tampered(sql, () => verifyLaunch(slug)))?.fault?.what;
    expect(await verifyLaunch(slug)).toMatchObject({ fault: null });

    expect(await find(["UPDATE file_contents SET bytes = 'other by' WHERE launch_id = $1", id])).toMatch(/^the attached file .* has other bytes than those that were attached$/);
    expect(await find(["DELETE FROM file_contents WHERE launch_id = $1", id])).toMatch(/^the attached file .* is gone, and no event erased it$/);
    expect(await find(["UPDATE documents SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'Restore', 'Rostore'), 'UTF8') WHERE launch_id = $1", id])).toMatch(/is not the one that was imported$/);
    // A whole other document, with its own SHA-256 beside it.
    expect(await find(["UPDATE documents SET bytes = 'x', sha256 = encode(sha256('x'), 'hex') WHERE launch_id = $1", id])).toBe("the documents kept are not those that its events brought");
    expect(await find(["INSERT INTO documents (launch_id, id, name, bytes, sha256, imported_at, imported_by, take) SELECT launch_id, gen_random_uuid(), name, bytes, sha256, imported_at + interval '1 hour', imported_by, take FROM documents WHERE launch_id = $1", id])).toBe("the documents kept are not those that its events brought");
    expect(await find(["DELETE FROM documents WHERE launch_id = $1", id])).toBe("the documents kept are not those that its events brought");
    expect(await find(["UPDATE documents SET bytes = '', erased_at = now() WHERE launch_id = $1", id])).toMatch(/is gone, and no event erased it$/);
    expect(await find(["UPDATE event_texts SET text = NULL, erased_at = now() WHERE launch_id = $1 AND text = 'not yet'", id])).toBe("a text is gone that no event erased (0.after.reason)");
  });
});

describe("a history in the database that its owner tampered with is found", () => {
  test("by itself: a field, a hash, an event gone, put in or swapped, at every position, a text, a row", async () => {
    const { slug, id, last } = await history();
    const find = async (what: string, sql: [string, ...unknown[]][]) => {
      const found = await tampered(sql, () => verifyLaunch(slug));
      expect(found?.fault, what).not.toBeNull();
      return found?.fault;
    };
    for (let seq = 1; seq <= last; seq += 1) {
      const at = [id, seq];
      expect(await find(`field ${seq}`, [["UPDATE events SET kind = 'item.due-' WHERE launch_id = $1 AND seq = $2", ...at]])).toMatchObject({ seq });
      expect(await find(`hash ${seq}`, [["UPDATE events SET hash = repeat('ab', 32) WHERE launch_id = $1 AND seq = $2", ...at]])).toMatchObject({ seq });
      await find(`gone ${seq}`, [["DELETE FROM events WHERE launch_id = $1 AND seq = $2", ...at]]);
      await find(`put in ${seq}`, [
        ["UPDATE events SET seq = seq + 1000 WHERE launch_id = $1 AND seq >= $2", ...at], ["UPDATE events SET seq = seq - 999 WHERE launch_id = $1 AND seq >= 1000", id],
        ["INSERT INTO events (launch_id, seq, id, at, kind, actor_id, via, beside, changes, prev, hash, subjects) SELECT launch_id, $2, gen_random_uuid(), at, kind, actor_id, via, beside, changes, prev, hash, subjects FROM events WHERE launch_id = $1 LIMIT 1", ...at],
      ]);
      if (seq < last) await find(`swapped ${seq}`, [
        ["UPDATE events SET seq = 9999 WHERE launch_id = $1 AND seq = $2", ...at], ["UPDATE events SET seq = $2 WHERE launch_id = $1 AND seq = $2 + 1", id, seq], ["UPDATE events SET seq = $2 + 1 WHERE launch_id = $1 AND seq = 9999", id, seq],
      ]);
    }
    await find("a text changed", [["UPDATE event_texts SET text = 'Two regions' WHERE launch_id = $1 AND text = 'One region only'", id]]);
    await find("a text gone", [["DELETE FROM event_texts WHERE launch_id = $1 AND text = 'One region only'", id]]);
    await find("a row changed", [["UPDATE items SET work = 'done' WHERE launch_id = $1 AND text = 'Restore tested'", id]]);
    await find("the tail cut off", [["DELETE FROM events WHERE launch_id = $1 AND seq = $2", id, last]]);
    expect(await verifyLaunch(slug)).toMatchObject({ fault: null, events: last });
  });

  test("against a checkpoint kept elsewhere: a suffix hashed anew, a tail cut off with the head set back", async () => {
    const { slug, id, last, head } = await history();
    const checkpoints = [{ seq: last, hash: head }];
    for (let seq = 1; seq <= last; seq += 1) {
      const [alone, against] = await tampered(await rehashed(id, seq), async () => [await verifyLaunch(slug), await verifyLaunch(slug, checkpoints)]);
      expect(alone?.fault, `alone, ${seq}`).toBeNull();
      expect(against?.fault, `against the checkpoint, ${seq}`).not.toBeNull();
    }
    const cut: [string, ...unknown[]][] = [
      ["DELETE FROM event_texts WHERE launch_id = $1 AND seq = $2", id, last], ["DELETE FROM events WHERE launch_id = $1 AND seq = $2", id, last],
      ["UPDATE launches SET revision = $2, head = (SELECT hash FROM events WHERE launch_id = $1 AND seq = $2) WHERE id = $1", id, last - 1],
    ];
    expect((await tampered(cut, () => verifyLaunch(slug, checkpoints)))?.fault).toMatchObject({ what: "events after it are missing" });
  });
});
