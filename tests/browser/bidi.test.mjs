// Numbers and values are read in their own order, in text that runs from right to left and in text from left to right: the places of
// the letters on the page are measured, in Chromium and in Firefox, on screen, for print and in a PDF.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { MODES, nu, reflow, rules } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack-bidi-"));
const content = join(root, "tests/browser/right-to-left/content");
const packs = { pack: join(root, "content"), test: content, "urdu-first": join(folder, "urdu-first-content") };
const address = (path) => pathToFileURL(join(folder, path)).href;

// What each page must show whole. In a value with Urdu letters, those run from right to left.
const LEAFLET = [
  "116 123", "10–12", "10 - 12", "01632 960 002", "01632 960 014", "01632 960 015", "+44 7700 900123", "9am–5pm", "9 am to 5 pm", "50%", "1.2", "10:30",
  "01/11/2026", "£10", "(020) 7946 0000", "01632 960 016", "01632 960 040", "(2)", "01632 960 017", "01632 960 018", "01632 960 019", "+44 7700 900124",
  "Call Test Advocacy on 01632 960 020 (day and night).", "Call 01632 960 021 (day).", "01632 960 022", "۰۱۶۳۲ ۹۶۰ ۰۲۳", "01632 960 024", "01632-960-025",
  "Test Advocacy (north)", "01632 960 026", "9–5", "01632 960 027", "01632 960 028", "Full service (2)", "Test pack (2)", "Test trust (north)",
];
const SHOWN = {
  "test/ur/wards/beach/leaflets/phones/index.html": [...LEAFLET, "Beach ward (2)", "Test hospital, site 4", "9am to 5pm", "Urgent service (day)", "01632 960 033"],
  "test/ur/wards/rose/leaflets/phones/index.html": [...LEAFLET, "گلاب وارڈ", "9:00–17:00", "9am–5pm (every day)", "pals@example.org", "https://example.org/help".slice(8, 19)],
  "test/ur/wards/rose/index.html": ["گلاب وارڈ", "Test hospital, site 4", "10–12", "01632 960 003", "An acute ward for adults. Call 01632 960 001 (day and night).", "01632 960 013"],
  "test/ur/wards/rose/charter/index.html": ["1.2", "116 123", "50%", "10–12", "01632 960 007", "01632 960 005", "01632 960 002", "9:00–17:00", "Call us on 01632 960 006 (day).", "Ward manager"],
  "test/ur/wards/rose/leaflets/phones/easy-read/index.html": ["116 123", "01632 960 031", "01632 960 032", "01632 960 002"],
  "test/ur/leaflets/phones/index.html": LEAFLET.filter((words) => !["Test Advocacy (north)", "01632 960 002"].includes(words)),
  "test/ur/leaflets/phones/easy-read/index.html": ["116 123", "01632 960 032"],
  "test/ur/support/index.html": ["01632 960 034", "01632 960 037", "01632 960 038", "01632 960 039", "07700 900 001", "Full service (2)", "9am–5pm, Monday to Friday (not holidays)", "help@example.org"],
  "test/ur/index.html": ["116 123", "10–12",  "01632 960 013"],
  "test/ur/wards/beach/charter/differences/index.html": ["Beach ward (2)"],
  "test/ur/wards/rose/charter/differences/index.html": ["01632 960 005", "01632 960 006"],
  "test/wards/rose/leaflets/phones/index.html": ["01632 960 002", "01632 960 008", "01632 960 009", "01632 960 010", "01632 960 011", "01632 960 012", "+44 7700 900123", "گلاب وارڈ", "9:00–17:00"],
  "test/wards/rose/charter/index.html": ["01632 960 002", "116 123", "گلاب وارڈ", "01632 960 005"],
  "test/wards/rose/index.html": ["گلاب وارڈ", "10–12", "01632 960 003"],
  "test/wards/index.html": ["گلاب وارڈ", "Beach ward (2)"],
  "pack/ur/leaflets/keeping-safe/index.html": ["116 123"],
  "urdu-first/wards/beach/leaflets/phones/index.html": [...LEAFLET, "Beach ward (2)", "Test hospital, site 4", "9am to 5pm"],
  "urdu-first/a-to-z/index.html": ["116 123", "10–12"],
  "urdu-first/wards/index.html": ["گلاب وارڈ", "Beach ward (2)", "Test hospital, site 4"],
  "urdu-first/en/wards/rose/leaflets/phones/index.html": ["01632 960 002", "01632 960 008", "01632 960 009", "گلاب وارڈ"],
  "pack/ur/leaflets/keeping-safe/easy-read/index.html": [],
};

// What the header of a ward's pages shows where there is room for it.
const HEADER_WHEN_WIDE = ["Test pack (2)", "Test hospital, site 4"];

let browser;
let pages;

before(async () => {
  urduFirst(packs["urdu-first"]);
  for (const [name, content] of Object.entries(packs)) {
    execFileSync(program, ["build", "--content", content, "--as-of", "2026-11-26", "--output", join(folder, name)], { stdio: "pipe" });
  }
  pages = readdirSync(folder, { recursive: true }).filter((path) => /^(test|urdu-first|pack\/ur)\/.*\.html$/.test(path)).sort();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Makes the test pack once more, with Urdu as its first language. */
function urduFirst(copy) {
  cpSync(content, copy, { recursive: true });
  const urdu = readdirSync(copy, { recursive: true }).filter((path) => path.includes(".ur."));
  for (const path of urdu) {
    renameSync(join(copy, path.replace(".ur.", ".")), join(copy, path.replace(".ur.", ".en.")));
    renameSync(join(copy, path), join(copy, path.replace(".ur.", ".")));
  }
  const settings = join(copy, "pack.yaml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace("[en, ur]", "[ur, en]"));
}

/** Returns what of `wanted`, and of all numbers on the page, isn't there or isn't read in its order. Runs in the page. */
function misread(wanted) {
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
  const letters = [];
  const blockOf = (element) => {
    while (/^inline/.test(getComputedStyle(element).display)) element = element.parentElement;
    return element;
  };
  let last;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest("script, noscript, .unseen, .skip") || !element.checkVisibility()) continue;
    const block = blockOf(element);
    const isMenu = Boolean(element.closest(".menu-panel"));
    if (block !== last) letters.push({ letter: "\n" });
    last = block;
    for (let at = 0; at < node.length; at++) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const rect = range.getBoundingClientRect();
      const letter = node.data[at].replace(/\s/, " ");
      // A space at the end of a line has no width.
      if (rect.width) letters.push({ letter, x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2, height: rect.height, isMenu });
      else if (letter === " " && !/\s/.test(letters.at(-1).letter)) letters.push({ letter });
    }
  }
  const text = letters.map(({ letter }) => letter).join("");
  const found = [];
  // The menu lies over the page when it is open.
  const isOtherLayer = (a, b) => a.isMenu !== b.isMenu;
  const isSameLine = (a, b) => Math.abs(a.y - b.y) < a.height / 2;
  const look = (start, words) => {
    const own = letters.slice(start, start + words.length).filter(({ x }) => x !== undefined);
    const fault = (what) => found.push(`${words}: ${what} in ${text.slice(Math.max(0, start - 20), start + words.length + 20)}`);
    const isUrdu = /\p{Script=Arabic}/u.test(words) && !/\p{N}/u.test(words);
    // A line may end inside; what is in one line is in order, and nothing else is in between.
    for (let at = 1; at < own.length; at++) {
      if (isSameLine(own[at - 1], own[at]) && (own[at].x - own[at - 1].x) * (isUrdu ? -1 : 1) <= 0 && !(isUrdu && own[at].x === own[at - 1].x)) return fault(`“${own[at].letter}” is on the wrong side of “${own[at - 1].letter}”`);
    }
    for (const first of own) {
      const line = own.filter((letter) => isSameLine(letter, first)).map(({ x }) => x);
      const other = letters.find((letter, at) => letter.x !== undefined && (at < start || at >= start + words.length) && isSameLine(letter, first) && !isOtherLayer(letter, first) && letter.x > Math.min(...line) && letter.x < Math.max(...line));
      if (other) return fault(`“${other.letter}” is inside`);
    }
  };
  for (const words of wanted) {
    let start = text.indexOf(words);
    if (start < 0) found.push(`${words}: isn't shown`);
    for (; start >= 0; start = text.indexOf(words, start + 1)) look(start, words);
  }
  for (const match of text.matchAll(/(?:[+£]|\((?=0))?\d+(?:(?:[:./–-]| [–-] |\) ?| (?:\((?=0))?)\d+)*%?/g)) look(match.index, match[0]);
  return found;
}

const visible = (text) => text.replaceAll("\u2066", "<").replaceAll("\u2067", "»").replaceAll("\u2069", ">");

for (const [name, mode] of Object.entries({ wide: MODES.wide, narrow: MODES.narrow })) {
  test(`Chromium, ${name}: on screen and for print`, async () => {
    const page = await (await browser.newContext(mode)).newPage();
    const found = [];
    for (const path of pages) {
      await page.goto(address(path));
      for (const media of ["screen", "print"]) {
        await page.emulateMedia({ media });
        // The menu, the languages and the foot are not on paper; and a narrow header has a ward's name, but not the site's and the hospital's.
        const isHidden = (words) => (media === "print" && /^Test (pack|trust)/.test(words)) || (name === "narrow" && path.includes("/leaflets/") && HEADER_WHEN_WIDE.includes(words));
        const wanted = (SHOWN[path] ?? []).filter((words) => !isHidden(words));
        found.push(...(await page.evaluate(misread, wanted)).map((line) => `${path}, ${media}: ${line}`));
      }
    }
    console.log(`${pages.length} pages`);
    assert.deepEqual(found, []);
  });
}

test("Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    const found = [];
    for (const [path, wanted] of Object.entries(SHOWN)) {
      await page.goto(address(path));
      found.push(...(await page.evaluate(misread, wanted)).map((line) => `${path}: ${line}`));
    }
    await page.goto(address("test/ur/wards/rose/search/index.html"));
    await page.type("input[type=search]", "فون");
    await page.waitForFunction(() => document.querySelector("#page-found a"));
    found.push(...(await page.evaluate(misread, ["116 123", "01632 960 013"])));
    assert.deepEqual(found, []);
  } finally {
    await firefox.close();
  }
});

test("search results", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  for (const [path, typed, wanted] of [
    ["test/ur/wards/rose/search/index.html", "فون", ["116 123", "10–12", "01632 960 013", "01632 960 002", "گلاب وارڈ"]],
    ["test/ur/search/index.html", "فون", ["116 123", "01632 960 013", "01632 960 036"]],
    ["test/search/index.html", "وارڈ", ["گلاب وارڈ"]],
  ]) {
    await page.goto(address(path));
    await page.getByRole("searchbox").fill(typed);
    await page.locator("#page-found a").first().waitFor();
    assert.deepEqual(await page.evaluate(misread, wanted), [], path);
  }
});

test("titles, descriptions and words for pictures hold their order without markup", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(address("test/ur/wards/beach/leaflets/phones/index.html"));
  assert.equal(visible(await page.title()), "»فون نمبر <116 123> اور <10–12>> – <Beach ward (2)> – <Test pack (2)> – اردو");
  assert.equal(visible(await page.locator("meta[name=description]").getAttribute("content")), "فون کریں <01632 960 013> یا <01632 960 002> پر، <Beach ward (2)> میں۔");
  assert.equal(visible(await page.locator("main .text img").getAttribute("alt")), "فون <01632 960 029>");
  await page.goto(address("test/wards/rose/charter/index.html"));
  assert.equal(visible(await page.title()), "<Charter of »گلاب وارڈ <(2)>>> – Test pack (2)");
  await page.goto(address("test/wards/beach/leaflets/phones/index.html"));
  assert.equal(await page.title(), "Phones (2) – Beach ward (2) – Test pack (2)", "nothing is added where nothing can be turned");
});

test("in a PDF", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(address("test/ur/wards/beach/leaflets/phones/index.html"));
  const file = join(folder, "leaflet.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const { stdout } = await promisify(execFile)("pdftotext", ["-bbox", file, "-"]);
  const lines = stdout.split("<page ").flatMap((sheet) => {
    const words = [...sheet.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g)].map(([, x, y, word]) => ({ x: Number(x), y: Number(y), word }));
    return words.map(({ y }) => words.filter((word) => Math.abs(word.y - y) < 3).sort((a, b) => a.x - b.x).map(({ word }) => word).join(" "));
  });
  for (const number of LEAFLET.filter((words) => /^01632 960 \d+$/.test(words))) {
    const shown = lines.filter((line) => line.split(" ").includes(number.slice(-3)));
    assert.ok(shown.length > 0 && shown.every((line) => line.includes(number)), `${number}: ${shown.join("\n")}`);
  }
});

test("the check sees what is turned round", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  for (const path of ["test/ur/wards/beach/leaflets/phones/index.html", "test/ur/wards/rose/charter/index.html", "pack/ur/wards/sample-acute/charter/index.html"]) {
    await page.goto(address(path));
    await page.evaluate(() => document.querySelectorAll("bdi").forEach((bdi) => bdi.replaceWith(...bdi.childNodes)));
    const found = await page.evaluate(misread, []);
    assert.ok(found.some((line) => /wrong side/.test(line)), path);
  }
});

test("pages in two directions are as easy to use and as right as any other", async () => {
  const some = Object.keys(SHOWN).filter((path) => path.startsWith("test/"));
  const page = await (await browser.newContext(MODES.narrow)).newPage();
  const found = [];
  for (const path of some) {
    await page.goto(address(path));
    found.push(...[...(await rules(page)), ...(await reflow(page))].map((line) => `${path}: ${line}`));
  }
  found.push(...(await nu(some.map((path) => join(folder, path)))).filter((line) => !line.includes("Content Security Policy")));
  assert.deepEqual(found, []);
});
