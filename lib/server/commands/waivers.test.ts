import { describe, expect, test } from "vitest";
import { dayOf, endOfDay, later } from "@/lib/domain/zone";
import { ownClock } from "../testing/clock";
import { ownDatabase } from "../testing/database";
import { launchNow } from "../testing/launch-now";
import { joined, person } from "../testing/people";
import { asked, done, inDays, of, scene } from "../testing/scene";
import { createLaunch } from "./create-launch";
import { importAgain } from "./import-again";
import { setNeverWaive } from "./proof";
import { decideWaiver, endWaiver, requestWaiver } from "./waivers";

const clock = ownClock(ownDatabase());
const waived = async (slug: string) => Object.values((await launchNow(slug)).state.waiver).at(-1);

describe("a waiver", () => {
  test("is asked for, approved by another, and then takes its item's reason away without making it done", async () => {
    const { slug, admin, engineer } = await scene();
    done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked }));
    const requested = await waived(slug);
    const wanted = { launch: slug, waiver: requested?.id ?? "", approve: true, reason: null, version: 1 };
    expect(await decideWaiver(engineer, wanted)).toMatchObject({ why: "not-permitted" });
    done(await decideWaiver(admin, wanted));
    const { judgement } = await launchNow(slug);
    const { item } = await of(slug, "Backups automated");
    expect(judgement.items[item]).toMatchObject({ reason: null, band: "waived", claimed: false });
    expect(await decideWaiver(admin, { ...wanted, version: 2 })).toMatchObject({ why: "already-decided" });
  });

  test("is never approved by who asked for it, nor longer than the launch allows", async () => {
    const { slug, admin } = await scene();
    const item = await of(slug, "Backups automated");
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: "2001-01-01" })).toMatchObject({ why: "in-the-past" });
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: inDays(60) })).toMatchObject({ why: "waiver-too-long" });
    expect(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: "next week" })).toMatchObject({ why: "bad-instant", field: "endsAt" });
    done(await requestWaiver(admin, { launch: slug, ...item, ...asked, endsAt: inDays(2).slice(0, 10) }));
    const waiver = await waived(slug);
    expect(waiver?.endsAt).toMatch(/T23:59:59\.999Z$/);
    expect(await decideWaiver(admin, { launch: slug, waiver: waiver?.id ?? "", approve: true, reason: null, version: 1 })).toMatchObject({ why: "own-request" });
  });

  test("that a document claims is asked for by who brought it, through the last day in the launch's zone, at first and when imported again", async () => {
    const [admin, other] = [await person("Project Manager", true), await person("Second Manager", true)];
    const day = inDays(5).slice(0, 10);
    const line = (item: string) => `- [ ] ${item} — **Waived until ${day}**: none left — **Compensating control**: watched by hand\n`;
    const bytes = (text: string) => new TextEncoder().encode(text);
    const text = `# Quay\n\n${line("Lamps are lit")}- [ ] Ropes are new\n`;
    const made = await createLaunch(admin, { slug: "quay-waived", name: null, zone: "Pacific/Auckland", fileName: "quay.md", bytes: bytes(text) });
    if (!made.allowed) throw new Error(made.why);
    await joined(admin, made.slug, other, "manager");
    done(await importAgain(admin, { launch: made.slug, fileName: "quay.md", bytes: bytes(text.replace("- [ ] Ropes are new\n", line("Ropes are new"))), answers: {}, revision: null }));
    const { state } = await launchNow(made.slug);
    expect(Object.values(state.waiver)).toHaveLength(2);
    for (const { id, version, ...waiver } of Object.values(state.waiver)) {
      expect(waiver).toMatchObject({ state: "requested", requestedBy: admin.id });
      expect([dayOf(waiver.endsAt, "Pacific/Auckland"), later(waiver.endsAt, 1)]).toEqual([day, endOfDay(day, "Pacific/Auckland")]);
      const approval = { launch: made.slug, waiver: id, approve: true, reason: null, version };
      expect(await decideWaiver(admin, approval)).toMatchObject({ why: "own-request" });
      done(await decideWaiver(other, approval));
    }
    expect((await launchNow(made.slug)).judgement.numbers.waived).toBe(2);
  });

  test("needs the password again ten minutes after it was given; refusing it does not", async () => {
    const { slug, admin, engineer } = await scene();
    done(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked }));
    const wanted = { launch: slug, waiver: (await waived(slug))?.id ?? "", approve: true, reason: null, version: 1 };
    const { authenticatedAt: _, ...never } = admin;
    const late = { ...admin, authenticatedAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    for (const actor of [never, late]) expect(await decideWaiver(actor, wanted)).toMatchObject({ why: "password-needed", field: "password" });
    expect((await waived(slug))?.state).toBe("requested");
    done(await decideWaiver(late, { ...wanted, approve: false, reason: "do it instead" }));
    expect((await waived(slug))?.state).toBe("refused");
  });

  test("is over at its end by the database's clock, with nothing running, and is as open as before", async () => {
    const { slug, admin, engineer } = await scene();
    const item = await of(slug, "Backups automated");
    const endsAt = await clock.inSeconds(60);
    done(await requestWaiver(engineer, { launch: slug, ...item, ...asked, endsAt }));
    done(await decideWaiver(admin, { launch: slug, waiver: (await waived(slug))?.id ?? "", approve: true, reason: null, version: 1 }));
    const before = await launchNow(slug);
    expect(before.judgement.items[item.item]?.waiver?.state).toBe("active");
    // The database's clock is all that moves here.
    await clock.passes(endsAt);
    const after = await launchNow(slug);
    expect(after.state.revision).toBe(before.state.revision);
    expect(after.judgement.items[item.item]).toMatchObject({ reason: "open", waiver: { state: "expired" } });
    expect(await endWaiver(engineer, { launch: slug, waiver: (await waived(slug))?.id ?? "", version: 2 })).toMatchObject({ allowed: true });
  });

  test("is not for an item that is never to be waived", async () => {
    const { slug, admin, engineer } = await scene();
    done(await setNeverWaive(admin, { launch: slug, ...(await of(slug, "Backups automated")), neverWaive: true }));
    expect(await requestWaiver(engineer, { launch: slug, ...(await of(slug, "Backups automated")), ...asked })).toMatchObject({ why: "never-waive" });
  });
});
