// What a reader sees first: the text begins on the first screen, help stands on a page once, and what is round a text is little
// beside it. Measured on the sample pack, opened from a folder.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const site = mkdtempSync(join(tmpdir(), "wardpack-first-screen-"));
let browser;
let pages;

before(async () => {
  execFileSync(program, ["build", "--content", join(root, "content"), "--as-of", "2026-11-26", "--output", site], { stdio: "pipe" });
  pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(site, { recursive: true });
});

const address = (path) => pathToFileURL(join(site, path)).href;

/** The pages that patients, families and visitors read: those of the pack and of each ward. */
const isForPatients = (path) =>
  /^(cy\/|ur\/)?(index|(wards|leaflets|support|glossary)\/.*|wards\/index)\.html$/.test(path) && !/differences|search/.test(path);

/** At most so many pixels from the top to the first words of the text, by the height and width of the screen. */
const SCREENS = [
  { viewport: { width: 320, height: 640 }, most: 420 },
  { viewport: { width: 390, height: 844 }, most: 420 },
  { viewport: { width: 1280, height: 900 }, most: 380 },
];
const wards = ["sample-acute", "sample-learning-disability", "sample-rehabilitation", "sample-young-people"];
const OF_WARDS = ["index.html", "charter/index.html", "leaflets/[^/]+/index.html", "leaflets/[^/]+/easy-read/index.html"];

test("the text begins on the first screen", async () => {
  const measured = new RegExp(`^(index|leaflets/index|support/index|wards/(${wards.join("|")})/(${OF_WARDS.join("|").replaceAll(".html", "")}))\\.html$`);
  const which = pages.filter((path) => measured.test(path));
  assert.ok(which.length > 20, `${which.length} pages`);
  const found = [];
  for (const { viewport, most } of SCREENS) {
    const page = await browser.newPage({ viewport });
    for (const path of which) {
      await page.goto(address(path));
      const top = await page.evaluate(() => {
        const first = document.querySelector("main .text :is(p, li), main .easy-words, main .contact-name, main .service p");
        return Math.round(first.getBoundingClientRect().top);
      });
      // A ward's home begins with choices and lists.
      const isHome = /^wards\/[^/]+\/index/.test(path);
      const choice = isHome && await page.locator(".choice a").first().evaluate((link) => Math.round(link.getBoundingClientRect().top));
      if ((isHome ? choice : top) >= most) found.push(`${path} at ${viewport.width}: ${isHome ? choice : top} px`);
    }
    await page.close();
  }
  assert.deepEqual(found, []);
});

test("home and each ward's home begin with three choices that lead to numbers, to what to do, and to leaflets", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  for (const path of pages.filter((path) => /^((cy|ur)\/)?(wards\/[^/]+\/)?index\.html$/.test(path) && path !== "wards/index.html")) {
    await page.goto(address(path));
    assert.equal(await page.locator("main > :is(h1, .kicker) + .choices .choice").count(), 3, path);
    const links = await page.locator(".choice a").evaluateAll((links) => links.map((link) => link.href));
    const [now, happened, ...read] = links;
    assert.ok(now.endsWith("#page-help"), path);
    const ward = /wards\/[^/]+/.exec(path)?.[0];
    const leaflet = path.includes("young-people") ? "keeping-safe-young-people" : "keeping-safe";
    assert.ok(happened.endsWith(`/leaflets/${leaflet}/index.html#if-something-happens`), `${path}: ${happened}`);
    if (ward) assert.ok(happened.includes(ward), `${path}: the ward's own copy`);
    assert.ok(read.length >= 1, path);
    for (const link of links) {
      await page.goto(link);
      const id = new URL(link).hash.slice(1);
      if (id) assert.equal(await page.locator(`[id="${id}"]`).count(), 1, link);
    }
    if (ward) {
      await page.goto(now);
      assert.ok(await page.locator("#page-help .number").count() >= 3, `${path}: this ward's numbers`);
    }
  }
});

test("help stands on each page of patients once", async () => {
  const page = await browser.newPage();
  const found = [];
  for (const path of pages.filter((path) => !path.endsWith("blank/index.html"))) {
    await page.goto(address(path));
    const places = await page.locator("#page-help").count();
    if (places !== 1) found.push(`${path}: ${places} places for help`);
    if (!isForPatients(path)) continue;
    // The number to dial in danger is said wherever it may save somebody a search; any other is there once.
    const dialled = await page.locator("a[href^='tel:'], a[href^='sms:']").evaluateAll((links) => links.map((link) => link.href));
    const twice = dialled.filter((number, at) => number !== "tel:999" && dialled.indexOf(number) !== at);
    if (twice.length) found.push(`${path}: ${twice} stands there twice`);
    // The page of services says of each what it does.
    const names = (await page.locator("main").innerText()).split("Samaritans").length - 1;
    if (names > 1 && !/^((cy|ur)\/)?support\//.test(path)) found.push(`${path}: Samaritans is named ${names} times`);
  }
  assert.deepEqual(found, []);
});

test("what is round the text is less than a third of a patient page's words", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const found = [];
  let most = 0;
  for (const path of pages.filter(isForPatients)) {
    await page.goto(address(path));
    const share = await page.evaluate(() => {
      const count = (element) => element.innerText.match(/\S+/g)?.length ?? 0;
      // Browsers count what is folded too; nobody reads the menu who hasn't opened it.
      // Pages in Easy Read have no such menu.
      const menu = document.querySelector(".menu-panel");
      const all = count(document.body) - (menu ? count(menu) : 0);
      return 1 - count(document.querySelector("main")) / all;
    });
    most = Math.max(most, share);
    if (share >= 1 / 3) found.push(`${path}: ${Math.round(share * 100)} %`);
  }
  console.log(`most of what is round a text: ${Math.round(most * 100)} % of the page's words`);
  assert.deepEqual(found, []);
});

test("the menu has every section, by who it is for, and marks where one is", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(address("benchmarks/index.html"));
  await page.locator(".menu summary").click();
  const titles = await page.locator(".menu-panel > p").allTextContents();
  assert.deepEqual(titles, ["For patients and families", "For staff"]);
  const listed = await page.locator(".menu-panel a").evaluateAll((links) => links.map((link) => link.href));
  const sections = await page.evaluate(async () => [...document.querySelectorAll(".menu-panel ul[aria-labelledby] a")].length);
  assert.equal(sections, 15);
  for (const section of ["benchmarks", "improvement/change-ideas", "stories", "glossary", "search"]) {
    assert.ok(listed.includes(address(`${section}/index.html`)), section);
  }
  assert.deepEqual(await page.locator(".menu-panel [aria-current=page]").allTextContents(), ["Benchmarking"]);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator(".menu-panel").isVisible()), "Escape closes it");
});

test("a page lists the languages it is in, and says at its end which others there are", async () => {
  const page = await browser.newPage();
  await page.goto(address("leaflets/visiting/index.html"));
  assert.equal(await page.locator(".languages").count(), 0);
  assert.equal(await page.locator(".bottom .missing").count(), 2);
  await page.goto(address("wards/sample-acute/leaflets/keeping-safe/index.html"));
  assert.deepEqual(await page.locator(".languages a").allTextContents(), ["English", "Cymraeg", "اردو"]);
});

test("notes for staff stand below the lists that patients look for", async () => {
  const page = await browser.newPage();
  for (const path of ["leaflets/index.html", "wards/index.html"]) {
    await page.goto(address(path));
    const notes = await page.getByRole("heading", { name: /^For staff/ }).boundingBox();
    const list = await page.locator("main .cards").first().boundingBox();
    assert.ok(list.y < notes.y, path);
  }
});

test("colours that the reader forces show which format is chosen", async () => {
  const page = await browser.newPage({ forcedColors: "active" });
  await page.goto(address("leaflets/keeping-safe/index.html"));
  const looks = await page.locator(".formats a").evaluateAll((links) => links.map((link) => {
    const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(link);
    return [outlineStyle, outlineWidth, borderColor].join();
  }));
  assert.equal(new Set(looks).size, 2);
});

test("on paper the names of the site and the ward begin where the text does", async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.emulateMedia({ media: "print" });
  for (const path of ["index.html", "wards/sample-acute/charter/index.html", "ur/wards/sample-acute/charter/index.html"]) {
    await page.goto(address(path));
    const [name, text, isFromRight] = await page.evaluate(() => {
      const isFromRight = document.documentElement.dir === "rtl";
      const start = (selector) => document.querySelector(selector).getBoundingClientRect()[isFromRight ? "right" : "left"];
      return [start(".top-title"), start("main > h1"), isFromRight];
    });
    assert.equal(isFromRight, path.startsWith("ur/"));
    assert.ok(Math.abs(name - text) < 8, `${path}: ${name} and ${text}`);
  }
});
