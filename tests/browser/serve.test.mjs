// What an editor sees: `wardpack serve` with real files, a real browser, and nobody touching it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const WARD = `name: Beach ward
site: Test hospital
kind: acute
contacts:
  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}
`;
const LEAFLET = (sentence) => `---
title: A test leaflet
summary: What the test is about.
audience: [patients]
---

${"A line to scroll past.\n\n".repeat(80)}
${sentence}
`;

let browser;
let desk;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(() => browser.close());
afterEach(async () => {
  await desk.context.close();
  await stop();
  rmSync(desk.folder, { recursive: true });
});

function save(path, text) {
  mkdirSync(dirname(join(desk.folder, path)), { recursive: true });
  writeFileSync(join(desk.folder, path), text);
}

async function start(...more) {
  const asked = ["serve", "--content", "content", "--port", String(desk.port), ...more];
  desk.process = spawn(program, asked, { cwd: desk.folder });
  let said = "";
  desk.process.stderr.on("data", (data) => { said += data; });
  desk.address = await new Promise((resolve, reject) => {
    desk.process.on("exit", () => reject(new Error(said)));
    desk.process.stdout.on("data", (data) => {
      said += data;
      const found = said.match(/http:\/\/localhost:(\d+)\S*/);
      if (found) {
        desk.port = Number(found[1]);
        resolve(found[0]);
      }
    });
  });
}

async function stop() {
  const gone = new Promise((resolve) => desk.process.on("exit", resolve));
  desk.process.removeAllListeners("exit");
  desk.process.on("exit", () => {});
  const end = new Promise((resolve) => desk.process.on("close", resolve));
  desk.process.kill();
  await Promise.race([gone, end]);
}

async function newDesk(files = {}, ...more) {
  desk = { folder: mkdtempSync(join(tmpdir(), "wardpack-")), port: 0 };
  save("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  save("content/wards/beach.yaml", WARD);
  save("content/leaflets/test.md", LEAFLET("The first sentence."));
  for (const [path, text] of Object.entries(files)) save(path, text);
  await start(...more);
  desk.context = await browser.newContext();
}

async function open(path) {
  const page = await desk.context.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|ERR_/.test(message.text())) page.errors.push(message.text());
  });
  await page.goto(desk.address + path);
  // A page that is loaded anew loses the mark.
  await page.evaluate(() => { window.mark = true; });
  return page;
}

const isMarked = (page) => page.evaluate(() => window.mark === true);
const dialog = (page) => page.locator("#wardpack-problems dialog");
const count = (page) => page.locator("#wardpack-problems .count");

test("a sentence is on the page at once, where the reader was, and on no other page", async () => {
  await newDesk({}, "--base", "/trust/pack/");
  const [page, other] = [await open("leaflets/test/index.html"), await open("pages/about/index.html".replace("pages/", ""))];
  await page.evaluate(() => window.scrollTo(0, 1500));
  save("content/leaflets/test.md", LEAFLET("The second sentence."));
  await page.getByText("The second sentence.").waitFor();
  await page.waitForFunction(() => Math.abs(window.scrollY - 1500) < 5);
  assert.ok(!(await isMarked(page)) && (await isMarked(other)));
  assert.deepEqual(page.errors, []);
});

test("a mistake is shown over the last good page until it is put right", async () => {
  await newDesk();
  const page = await open("wards/beach/index.html");
  await page.locator("a").first().focus();
  save("content/wards/beach.yaml", `${WARD}charter: [<b>\n`);
  await dialog(page).waitFor();
  const words = await dialog(page).innerText();
  assert.match(words, /content\/wards\/beach\.yaml:6/);
  assert.match(words, /charter: \[<b>/);
  assert.equal(await dialog(page).locator("b").count(), 0, "the line is text, not markup");
  assert.ok(await isMarked(page), "the page stays");
  assert.match(await page.locator("h1").innerText(), /Beach ward/);
  assert.equal(await page.getByRole("dialog", { name: "This can't be shown yet" }).count(), 1);
  const focused = await page.evaluate(() => document.querySelector("#wardpack-problems").shadowRoot.activeElement.id);
  assert.equal(focused, "heading");
  assert.match(await dialog(page).locator("a").first().getAttribute("href"), /^vscode:\/\/file\/.*beach\.yaml:6:\d+$/);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run("#wardpack-problems"));
  assert.deepEqual(violations.map((violation) => violation.id), []);

  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  assert.equal(await count(page).innerText(), "1 error");
  await count(page).click();
  await dialog(page).waitFor();

  save("content/wards/beach.yaml", WARD);
  await dialog(page).waitFor({ state: "hidden" });
  assert.ok(await count(page).isHidden());
  assert.ok(await isMarked(page), "nothing changed, so nothing was loaded");
  assert.deepEqual(page.errors, []);
});

test("warnings are a count that opens the same list", async () => {
  await newDesk({ "content/wards/beach.yaml": WARD.replace("2026-11-01", "2020-01-01") });
  const page = await open("index.html");
  await count(page).waitFor();
  assert.match(await count(page).innerText(), /^\d+ warnings?$/);
  assert.ok(await dialog(page).isHidden());
  await count(page).click();
  assert.match(await dialog(page).innerText(), /Warning: /);
});

test("the list fits a narrow screen, and is never printed", async () => {
  await newDesk({ "content/wards/beach.yaml": `${WARD}oops: [\n` });
  const page = await open("index.html");
  await page.setViewportSize({ width: 320, height: 480 });
  await dialog(page).waitFor();
  const box = await dialog(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 320 && box.height <= 480, JSON.stringify(box));
  await page.emulateMedia({ media: "print" });
  assert.ok(await dialog(page).isHidden());
});

test("before the first good build a page waits for the site", async () => {
  await newDesk({ "content/wards/beach.yaml": `${WARD}oops: [\n` });
  const page = await open("index.html");
  await page.getByText("There is no site yet").waitFor();
  await dialog(page).waitFor();
  save("content/wards/beach.yaml", WARD);
  await page.getByRole("heading", { level: 1, name: "Sexual safety" }).waitFor();
});

test("a stylesheet is exchanged in place", async () => {
  await newDesk({ "themes/ward/css/ward.css": "h1 { color: rgb(1, 2, 3) }" });
  const page = await open("leaflets/test/index.html");
  await page.evaluate(() => window.scrollTo(0, 500));
  save("themes/ward/css/ward.css", "h1 { color: rgb(4, 5, 6) }");
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(4, 5, 6)");
  await page.waitForFunction(() => document.querySelectorAll("link[rel=stylesheet]").length === 1);
  assert.ok(await isMarked(page));
  assert.equal(await page.evaluate(() => window.scrollY), 500);
});

test("the page for what isn't there has its styles at any address, and on another host than the site's own", async () => {
  const style = (number) => `h1 { color: rgb(${number}, 2, 3) }`;
  const pack = "title: Test pack\nextends: built-in\nweb_address: https://intranet.example/wards/safety/\n";
  await newDesk({ "content/pack.yaml": pack, "themes/ward/css/ward.css": style(1) });
  const page = await open("deep/down/nobody/knows");
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector("h1")).color);
  assert.equal(await colour(), "rgb(1, 2, 3)");
  save("themes/ward/css/ward.css", style(7));
  await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).color === "rgb(7, 2, 3)");
});

test("a page that was open while the server was down is current once it is back", async () => {
  await newDesk();
  const page = await open("leaflets/test/index.html");
  await stop();
  save("content/leaflets/test.md", LEAFLET("Written meanwhile."));
  await start();
  await page.getByText("Written meanwhile.").waitFor();
  assert.deepEqual(page.errors, []);
});

test("nothing of the server is in the built files", async () => {
  await newDesk();
  const copy = join(desk.folder, "copy");
  cpSync(join(desk.folder, "output"), copy, { recursive: true });
  const page = await desk.context.newPage();
  await page.goto(`file://${copy}/index.html`);
  const scripts = await page.locator("script").evaluateAll((scripts) => scripts.map((script) => script.getAttribute("src")));
  assert.deepEqual(scripts, ["js/ward.js"]);
  assert.ok(!(await page.content()).includes("EventSource"));
});
