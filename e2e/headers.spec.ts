import { items, markDone, newLaunch } from "./launch";
import { awake, placesOf } from "./pages";
import { expect, test } from "./test";

test("every page carries its own nonce and headers, comes alive, and stays in no cache", async ({ open, complaints }) => {
  complaints.forgive(/404 \(Not Found\)/);
  const launch = await newLaunch();
  const nonces = new Set<string>();
  for (const place of await placesOf(launch)) {
    await test.step(place.name, async () => {
      const page = await open(place.by);
      const answer = await page.goto(place.path);
      if (!answer) throw new Error(`${place.path} did not answer.`);
      expect(answer.status()).toBe(place.status ?? 200);
      const headers = answer.headers();
      const policy = headers["content-security-policy"] ?? "";
      const nonce = /script-src [^;]*'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      expect(nonce).not.toBe("");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin" });
      expect(headers["cache-control"]).toContain("no-store");
      if (place.by) expect(headers["cache-control"]).toContain("private");
      expect(headers["x-powered-by"]).toBeUndefined();
      nonces.add(nonce);
      await awake(page);
      const scripts = await page.locator("script").evaluateAll((all) => all.map((one) => (one instanceof HTMLScriptElement ? one.nonce : "")));
      expect(scripts.length).toBeGreaterThan(0);
      await page.close();
    });
  }
  expect(nonces.size).toBe((await placesOf(launch)).length);
});

test("a connection is kept for longer than proxies keep theirs, so that none sends on one that is being closed", async ({ open }) => {
  const page = await open(null);
  const answer = await page.request.get("/api/health");
  expect(Number(/timeout=(\d+)/.exec(answer.headers()["keep-alive"] ?? "")?.[1])).toBeGreaterThan(60);
});

test("exports are kept by nobody, and the status answers 304 until something changes", async ({ open }) => {
  const launch = await newLaunch();
  const { request } = (await open(launch.manager)).context();
  for (const format of ["md", "csv", "json", "pdf"]) {
    const headers = (await request.get(`${launch.path}/export/${format}`)).headers();
    expect(headers["cache-control"], format).toBe("private, no-store");
    expect(headers["content-disposition"], format).toContain(`${launch.slug}.${format}`);
    expect(headers["x-content-type-options"], format).toBe("nosniff");
  }
  const address = `/api/launches/${launch.slug}/status`;
  const status = await request.get(address);
  expect(status.headers()["cache-control"]).toBe("private, no-cache");
  const known = { headers: { "if-none-match": status.headers()["etag"] ?? "" } };
  expect((await request.get(address, known)).status()).toBe(304);
  await markDone(launch, [items.restored]);
  expect((await request.get(address, known)).status()).toBe(200);
});

test("the icons that browsers ask for by themselves are there", async ({ request }) => {
  for (const [path, type] of [["/favicon.ico", "image/x-icon"], ["/icon.svg", "image/svg+xml"]] as const) {
    const icon = await request.get(path);
    expect(icon.status(), path).toBe(200);
    expect(icon.headers()["content-type"], path).toBe(type);
  }
});

test("health, readiness and version answer without signing in", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toEqual({ ok: true });
  const ready = await request.get("/api/health/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ ok: true });
  const version = await request.get("/api/version");
  expect(await version.json()).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), rule: 1 });
});
