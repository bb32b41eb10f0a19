// The whole site in one folder, opened by double click: menu, search, the quick exit and a page that has moved work as on the site.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { MODES, Witness, reflow, rules } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack flat "));
const address = (name) => pathToFileURL(join(folder, "flat", name)).href;
let browser;

before(async () => {
  const pack = ["--content", join(root, "content"), "--as-of", "2026-11-26", "--no-print"];
  execFileSync(program, ["export", "flat", ...pack, "--output", join(folder, "flat")]);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test("pages have their styles, pictures and ways onward beside them, and nothing is loaded from elsewhere", async () => {
  const names = readdirSync(join(folder, "flat"));
  for (const name of ["index.html", "leaflets-keeping-safe-easy-read.html", "wards-sample-acute-charter.html", "ur-leaflets-keeping-safe.html"]) {
    const context = await browser.newContext({ ...MODES.narrow, offline: true });
    const page = await context.newPage();
    const witness = new Witness(page, (url) => names.includes(decodeURIComponent(url.split("/").pop())));
    await page.goto(address(name));
    assert.deepEqual([...(await rules(page)), ...(await reflow(page)), ...witness.take()], [], name);
    assert.ok(await page.evaluate(() => [...document.images].every((image) => image.loading === "lazy" || image.naturalWidth > 0)), name);
    const styled = await page.evaluate(() => [...document.styleSheets].length);
    assert.ok(styled > 0, name);
    await context.close();
  }
});

test("search finds a page and leads to it, and the menu leads on from there", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  await page.goto(address("search.html"));
  await page.getByRole("searchbox").fill("visiting");
  const first = page.locator("#page-found ol a").first();
  const title = await first.textContent();
  await first.click();
  assert.match(page.url(), /\/flat\/[a-z0-9-]+\.html$/);
  assert.ok((await page.locator("h1").textContent()).includes(title.replace(/ – .*/, "")), title);
  await page.getByRole("link", { name: "Get help" }).first().click();
  assert.equal(page.url(), address("support.html"));
  await page.context().close();
});

test("the exit covers the page with the blank one beside it", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  await page.goto(address("leaflets-keeping-safe.html"));
  await page.locator(".exit a").click();
  await page.waitForURL(/\/flat\/blank\.html/);
  assert.equal((await page.locator("main").textContent().catch(() => "")).trim().includes("Keeping"), false);
  await page.context().close();
});
