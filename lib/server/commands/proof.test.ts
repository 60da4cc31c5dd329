import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reads } from "../db";
import { downloadHeaders, readFileContent } from "../queries/file";
import { readUpload } from "../upload";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { launchFrom } from "../testing/people";
import { done, of, scene } from "../testing/scene";
import { attachFile, largestFile } from "./files";
import { addCheck, addMeasurements, linkItems, setProof, setRequiredMany, setSectionProof, setTarget, unlinkItem } from "./proof";
import { setWork } from "./items";

ownDatabase();

describe("proof", () => {
  test("by measurements judges against the target that was set, and a failing one contradicts what is called done", async () => {
    const { slug, admin, engineer } = await scene();
    done(await setTarget(admin, { launch: slug, ...(await of(slug, "Restore tested")), metric: "restore time", comparator: "<", limit: 30, unit: "min" }));
    done(await setWork(engineer, { launch: slug, ...(await of(slug, "Restore tested")), work: "done", reason: null }));
    const { item } = await of(slug, "Restore tested");
    const paste = (values: number[]) => addMeasurements(engineer, { launch: slug, item, title: null, validDays: null, values: values.map((value) => ({ value, unit: "min", source: "drill", trueAt: null })) });
    expect(await addMeasurements(engineer, { launch: slug, item, title: null, validDays: null, values: [{ value: 3, unit: "h", source: null, trueAt: null }] })).toMatchObject({ why: "wrong-unit", field: "values.0.unit", unit: "min" });
    done(await paste([28]));
    expect((await launchNow(slug)).judgement.items[item]).toMatchObject({ verified: true, measured: { value: 28, outcome: "pass" } });
    done(await paste([30]));
    expect((await launchNow(slug)).judgement.items[item]).toMatchObject({ reason: "contradicted", measured: { outcome: "fail" } });
  });

  test("by a check says pass or fail; policies of item and section say who needs it", async () => {
    const { slug, admin, engineer } = await scene();
    const { item } = await of(slug, "Backups automated");
    done(await addCheck(engineer, { launch: slug, item, title: "nightly restore", outcome: "pass", url: "", source: "ci", trueAt: null, validDays: 30 }));
    expect(Object.values((await launchNow(slug)).state.evidence)[0]).toMatchObject({ kind: "check", outcome: "pass", url: null });
    const [section] = Object.values((await launchNow(slug)).state.section);
    done(await setSectionProof(admin, { launch: slug, section: section?.id ?? "", proof: "required", validDays: 30, version: 1 }));
    const restore = await of(slug, "Restore tested");
    expect((await launchNow(slug)).judgement.items[restore.item]?.proofRequired).toBe(true);
    done(await setProof(admin, { launch: slug, ...restore, proof: "optional", validDays: null, reason: "its text says so already" }));
    expect((await launchNow(slug)).judgement.items[restore.item]?.proofRequired).toBe(false);
    expect(await setProof(engineer, { launch: slug, ...(await of(slug, "Restore tested")), proof: null, validDays: null, reason: null })).toMatchObject({ why: "not-permitted" });
  });

  test("is shared by linked items, and several are made advisory at once", async () => {
    const { slug, admin, engineer } = await scene();
    done(await linkItems(engineer, { launch: slug, items: [await of(slug, "Backups automated"), await of(slug, "Restore tested")] }));
    const { item } = await of(slug, "Backups automated");
    done(await addCheck(engineer, { launch: slug, item, title: "restore drill", outcome: "pass", url: null, source: null, trueAt: null, validDays: null }));
    const restore = await of(slug, "Restore tested");
    expect((await launchNow(slug)).judgement.items[restore.item]?.standingNow).toBe("valid");
    done(await unlinkItem(engineer, { launch: slug, ...(await of(slug, "Restore tested")) }));
    expect((await launchNow(slug)).judgement.items[restore.item]?.standingNow).toBe("none");
    const items = [await of(slug, "Backups automated"), await of(slug, "Restore tested")];
    done(await setRequiredMany(admin, { launch: slug, items, required: false, reason: "a pilot" }));
    expect((await launchNow(slug)).judgement.numbers.advisory.of).toBe(2);
  });

  test("as a file keeps its bytes with its event, once per content, and gives them to its own launch only", async () => {
    const { slug, admin, engineer } = await scene();
    const { item } = await of(slug, "Backups automated");
    const bytes = new TextEncoder().encode("<script>alert(1)</script>");
    const file = { launch: slug, item, name: "C:\\reports\\drill \"1\" é.html", trueOn: null, validDays: null };
    done(await attachFile(engineer, file, bytes));
    done(await attachFile(engineer, file, bytes));
    const hash = createHash("sha256").update(bytes).digest("hex");
    const { state } = await launchNow(slug);
    expect(Object.values(state.evidence).map(({ fileHash }) => fileHash)).toEqual([hash, hash]);
    expect(await reads().fileContent.count({ where: { launchId: state.launch.id } })).toBe(1);
    const kept = await readFileContent(state.launch.id, hash);
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe("<script>alert(1)</script>");
    expect(downloadHeaders(kept?.name ?? "")).toMatchObject({
      "content-type": "application/octet-stream", "x-content-type-options": "nosniff", "cache-control": "private, no-store",
      "content-disposition": "attachment; filename=\"drill _1_ _.html\"; filename*=UTF-8''drill%20%221%22%20%C3%A9.html",
    });
    const other = await launchNow(await launchFrom(admin));
    expect(await readFileContent(other.state.launch.id, hash)).toBeNull();
  });

  test("as a file is called what it ends in, whatever path or turned-around reading its name came with", async () => {
    const { slug, engineer } = await scene();
    const { item } = await of(slug, "Backups automated");
    for (const [name, shown] of [["../../etc/passwd", "passwd"], ["\u202egpj.exe", "gpj.exe"], ["a\r\nb\u2067.txt", "ab.txt"]] as const) {
      done(await attachFile(engineer, { launch: slug, item, name, trueOn: null, validDays: null }, new TextEncoder().encode(name)));
      const proof = Object.values((await launchNow(slug)).state.evidence).find(({ title }) => title === shown);
      expect((await readFileContent((await launchNow(slug)).state.launch.id, proof?.fileHash ?? ""))?.name, name).toBe(shown);
    }
    expect(await attachFile(engineer, { launch: slug, item, name: "\u202e/\u0000", trueOn: null, validDays: null }, new Uint8Array(1))).toMatchObject({ why: "text-needed" });
  });

  test("as a file that is too large, empty or refused leaves nothing behind", async () => {
    const { slug, engineer, holder } = await scene();
    const { item } = await of(slug, "Backups automated");
    const file = { launch: slug, item, name: "big.bin", trueOn: null, validDays: null };
    expect(await attachFile(engineer, file, new Uint8Array(largestFile + 1))).toMatchObject({ why: "file-too-large" });
    expect(await attachFile(engineer, file, new Uint8Array())).toMatchObject({ why: "file-empty" });
    expect(await attachFile(holder, file, new Uint8Array(1))).toMatchObject({ why: "not-permitted" });
    expect(await reads().fileContent.count({ where: { launchId: (await launchNow(slug)).state.launch.id } })).toBe(0);
    done(await attachFile(engineer, file, new Uint8Array(largestFile)));
  });

  test("as an upload is never read past its limit, and not taken when it was cut off", async () => {
    const upload = (body: string, length: string | null) => readUpload(new Request("http://localhost/", { method: "POST", body, headers: length ? { "content-length": length } : {} }));
    expect(await upload("abc", "3")).toMatchObject({ allowed: true });
    expect(await upload("abc", "4")).toMatchObject({ why: "bad-input" });
    expect(await upload("abc", "three")).toMatchObject({ why: "bad-input" });
    expect(await upload("abc", null)).toMatchObject({ allowed: true });
    expect(await upload("a".repeat(largestFile + 1), null)).toMatchObject({ why: "file-too-large" });
    expect(await upload("abc", String(largestFile + 1))).toMatchObject({ why: "file-too-large" });
    expect(await upload("a".repeat(largestFile + 1), "3")).toMatchObject({ why: "file-too-large" });
  });
});
