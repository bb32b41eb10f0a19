// An address that a page had before: it leads on by double click and on a server, to the part that was asked for, without scripts too.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { MODES, reflow, rules } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack moved "));
let browser, server;

before(async () => {
  const put = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  put("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  put("content/wards/beach.yaml", "name: Beach ward\nsite: Test hospital\nkind: acute\nformerly: [shore]\ncontacts:\n  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}\n");
  put("content/leaflets/for-visitors.md", "---\ntitle: For visitors\nsummary: S.\naudience: [visitors]\nformerly: [visits]\n---\n## Before you come\n\nRing first.\n");
  execFileSync(program, ["build", "--as-of", "2026-11-26"], { cwd: folder });
  server = createServer((request, response) => {
    response.setHeader("content-type", request.url.includes(".js") ? "text/javascript" : request.url.includes(".css") ? "text/css" : "text/html");
    try {
      response.end(readFileSync(join(folder, "output", request.url.replace("/sub/", "").split("?")[0])));
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true });
});

test("an earlier address leads on to the same part, and the way back leads past it", async () => {
  const bases = [`${pathToFileURL(join(folder, "output")).href}/`, `http://localhost:${server.address().port}/sub/`];
  for (const base of bases) {
    for (const javaScriptEnabled of [true, false]) {
      const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
      await page.goto(`${base}index.html`);
      await page.goto(`${base}wards/shore/leaflets/visits/index.html#before-you-come`).catch(() => {});
      await page.waitForURL(/wards\/beach\/leaflets\/for-visitors\/index\.html/);
      if (javaScriptEnabled) assert.equal(new URL(page.url()).hash, "#before-you-come");
      await page.goBack();
      assert.equal(page.url(), `${base}index.html`);
    }
  }
});

test("where neither leads on, the page says what to do, with help as on every page", async () => {
  const html = readFileSync(join(folder, "output/leaflets/visits/index.html"), "utf8");
  const still = html.replace(/<noscript>.*?<\/noscript>/s, "").replace(/<script[^>]*moved[^>]*><\/script>/, "");
  writeFileSync(join(folder, "output/leaflets/visits/still.html"), still);
  for (const mode of [MODES.wide, MODES.narrow]) {
    const page = await (await browser.newContext({ ...mode })).newPage();
    await page.goto(pathToFileURL(join(folder, "output/leaflets/visits/still.html")).href);
    assert.equal(await page.locator("h1").innerText(), "This page has moved");
    assert.equal(await page.locator("#page-help").count(), 1);
    assert.deepEqual([...(await rules(page)), ...(await reflow(page))], []);
    await page.locator("#page-moved").click();
    assert.match(page.url(), /leaflets\/for-visitors\/index\.html$/);
  }
});
