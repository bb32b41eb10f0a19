// A ward's own pack, as it is opened from a stick: in a folder with spaces in its name, by double click, without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { MODES, Witness, keyboard, reflow, rules } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack on a stick "));
const bundle = join(folder, "sample-acute-sexual-safety");
const address = (path) => pathToFileURL(join(bundle, path)).href;
let browser;

before(async () => {
  execFileSync(program, ["bundle", "sample-acute", "--content", join(root, "content"), "--as-of", "2026-11-26", "--output", folder]);
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test("every link of every page leads to a file of the bundle", async () => {
  const files = new Set(readdirSync(bundle, { recursive: true }).map((path) => address(path)));
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  const witness = new Witness(page, (url) => files.has(url.split(/[?#]/)[0]));
  const [open, seen, dead] = [[address("index.html")], new Set(), []];
  while (open.length) {
    const next = open.shift();
    await page.goto(next);
    const links = await page.evaluate(() => [...document.links].map((link) => link.href.split("#")[0]).filter((link) => link.startsWith("file:")));
    for (const link of links.filter((link) => !seen.has(link) && seen.add(link))) {
      if (!files.has(link)) dead.push(`${next}: ${link}`);
      else if (link.endsWith(".html")) open.push(link);
    }
  }
  console.log(`bundle: ${seen.size} links`);
  assert.ok(seen.size > 60);
  assert.deepEqual([...dead, ...witness.take()], []);
});

test("the page to open is the ward's home, says how old the copy is, and is as good as any other", async () => {
  for (const mode of [MODES.wide, MODES.narrow, MODES.dark]) {
    const page = await (await browser.newContext({ ...mode, offline: true })).newPage();
    await page.goto(address("index.html"));
    assert.equal(await page.locator("h1").innerText(), "Sample acute ward");
    await page.getByText("Look for a newer copy after").waitFor();
    assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page))], []);
  }
});

test("opened alone, as from inside a zip file, the page says what to do; with its stylesheet nobody meets that", async () => {
  const alone = join(folder, "alone.html");
  copyFileSync(join(bundle, "index.html"), alone);
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  const words = page.getByText("Right-click the zip file and choose “Extract all”.");
  await page.goto(pathToFileURL(alone).href);
  assert.equal(await words.isVisible(), true);
  assert.equal(await page.evaluate(() => document.body.innerText.trim().startsWith("Does this page look plain")), true);
  // How large a link is without a stylesheet is the browser's choice (WCAG 2.5.8 excepts it).
  assert.deepEqual((await rules(page)).filter((found) => !found.startsWith("target-size")), []);
  await page.goto(address("index.html"));
  assert.equal(await words.isVisible(), false);
  await page.goto(address("site/index.html"));
  assert.equal(await words.count(), 0);
});

test("search works from the page to open", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  await page.goto(address("index.html"));
  await page.locator(".top-search a").click();
  await page.getByRole("searchbox").fill("consnt");
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
  await page.locator("#page-found a").first().click();
  await page.waitForURL(/site\/glossary\/index.html#consent$/);
});
