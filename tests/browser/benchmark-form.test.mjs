// The form of benchmarks, on a page opened from a folder, in Chromium and in Firefox: what is filled in is what wardpack reads.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { MODES, keyboard, nu, reflow, rules, spacing } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack form "));
const FORM = pathToFileURL(join(folder, "output/benchmarks/fill-in/index.html")).href;
const run = (...words) => execFileSync(program, words, { cwd: folder, encoding: "utf8" });
let browser;

// What is filled in, by the names of the fields. Of texts, those that programs like to change.
const FIELDS = {
  title: "Beach ward: \"2026\" #1",
  ward: "beach",
  on: "2026-11-10",
  decided_by: "Two patients, a carer – and staff.\n\n- An advocate sat beside them\n  - in the day room",
  "staff team": "",
  "staff why": "no",
  "staff by_group staff": "full",
  "staff by_group patients": "none",
  "staff evidence": "{ward.name} in the text: it's & so",
  "staff good_practice": "The lead says “hello”.",
  "staff comment": "0123",
  "3.1 team": "The team: training",
  "3.1 comment": "   Look again.",
  "3.2 evidence": "Line one\nline two",
};
const PICKED = { level: "ward", "staff confidence": "full", "3.1 confidence": "other-team", "3.2 confidence": "partial" };
const THERE = ["patients", "carers", "staff"];
const ACTIONS = { staff: [["Put the lead's name up", "Ward manager", "2027-03-31"], ["true", "", ""]], 3.2: [["Ask at night", "", "2027-01-31"]] };

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  write("content/wards/beach.yaml", "name: Beach ward\nsite: Test hospital\nkind: acute\ncontacts:\n  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}\n");
  for (const id of ["3.1", "3.2", "3.10"]) {
    write(`content/standards/3-staff/${id}.md`, `---\ntitle: Sample standard ${id}\ntext: Sample words of ${id}.\n---\nSample guidance of ${id}.\n`);
  }
  write("content/benchmarks/.keep", "");
  run("build", "--as-of", "2026-11-26");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Fills the form in, inside the page. */
function fill({ FIELDS, PICKED, THERE, ACTIONS }) {
  const form = document.getElementById("page-form");
  const set = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const [name, value] of Object.entries(FIELDS)) set(form.elements[name], value);
  for (const [name, value] of Object.entries(PICKED)) [...form.elements[name]].find((radio) => radio.value === value).click();
  for (const box of form.elements.took_part) if (THERE.includes(box.value)) box.click();
  for (const [of, rows] of Object.entries(ACTIONS)) {
    const ask = form.querySelector(`.ask[data-of="${of}"]`);
    rows.forEach((row, number) => {
      if (number > 0) ask.querySelector("[data-do=add]").click();
      const fields = [...ask.querySelectorAll(".action")].at(-1).querySelectorAll("input, textarea");
      row.forEach((value, at) => set(fields[at], value));
    });
  }
  form.querySelector("[data-do=save]").click();
  return document.getElementById("form-text").value;
}
const ALL = { FIELDS, PICKED, THERE, ACTIONS };

/** Puts the file into the pack and checks, builds, and sends it through a workbook and back: it stays the same. */
function takeIn(text) {
  const path = join(folder, "content/benchmarks/beach-ward-2026-1.yaml");
  writeFileSync(path, text);
  const checked = run("check", "--as-of", "2026-11-26", "--format", "json");
  const told = JSON.parse(checked).problems.filter((problem) => (problem.file ?? problem.path ?? "").includes("beach-ward"));
  assert.deepEqual(told, []);
  run("build", "--as-of", "2026-11-26");
  const page = readFileSync(join(folder, "output/benchmarks/beach-ward-2026-1/index.html"), "utf8");
  for (const words of ["Another team does it", "The team: training", "Ask at night", "in the day room", "Look again.", "31 March 2027"]) {
    assert.ok(page.includes(words), words);
  }
  run("export", "benchmark", "beach-ward-2026-1", "book.xlsx", "--replace");
  assert.match(run("import", "benchmark", "book.xlsx", "--write", "--replace"), /says the same already/);
  rmSync(path);
}

test("what is filled in is what wardpack reads", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true, acceptDownloads: true })).newPage();
  const errors = [];
  page.on("console", (message) => errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(FORM);
  assert.equal(await page.locator("#form-progress").textContent(), "0 of 10 rated");
  const downloading = page.waitForEvent("download");
  const text = await page.evaluate(fill, ALL);
  const download = await downloading;
  assert.equal(download.suggestedFilename(), "beach-ward-2026-1.yaml");
  assert.equal(readFileSync(await download.path(), "utf8"), text, "the file has the words that are shown");
  assert.equal(await page.locator("#form-progress").textContent(), "3 of 10 rated");
  takeIn(text);
  assert.deepEqual(errors, []);
});

test("the same in Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    await page.goto(FORM);
    takeIn(await page.evaluate(fill, ALL));
    await page.$eval("[data-do=keep]", (button) => button.click());
    await page.goto(FORM);
    await page.$eval("[data-do=back]", (button) => button.click());
    assert.equal(await page.$eval("#form-title", (field) => field.value), FIELDS.title);
    await page.$eval("[data-do=forget]", (button) => button.click());
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  } finally {
    await firefox.close();
  }
});

/** What is filled in comes back when its file is opened on an empty page; `choose` chooses a file, `said` is what the page says then. */
async function opened(choose, said, save, isEmpty) {
  const path = join(folder, "saved before.yaml");
  writeFileSync(path, `${TEXT}owner: Sexual safety lead\nreview_by: 2027-10-05\n`);
  assert.ok(await isEmpty());
  await choose(path);
  assert.match(await said(), /saved before\.yaml is open\. Everything in it is on this page now\.$/);
  const again = await save();
  assert.equal(again, `${TEXT}owner: Sexual safety lead\nreview_by: 2027-10-05\n`);
  takeIn(again);
  // What wardpack writes of a workbook is read too, and says the same.
  writeFileSync(join(folder, "content/benchmarks/round.yaml"), TEXT);
  run("export", "benchmark", "round", "round.xlsx", "--replace");
  rmSync(join(folder, "content/benchmarks/round.yaml"));
  run("import", "benchmark", "round.xlsx", "--write", "--replace");
  await choose(join(folder, "content/benchmarks/round.yaml"));
  assert.match(await said(), /round\.yaml is open/);
  assert.doesNotMatch(await said(), /no place/);
  const fromBook = await save();
  for (const line of ["by_group: {patients: none, staff: full}", "by_group: {staff: full, patients: none}"]) {
    if (fromBook.includes(line)) assert.ok(fromBook.includes('good_practice: "The lead says “hello”."') && fromBook.includes('comment: "0123"'));
  }
  assert.match(fromBook, /by_group: \{(staff: full, patients: none|patients: none, staff: full)\}/);
  rmSync(join(folder, "content/benchmarks/round.yaml"));
  // A file that isn't one changes nothing.
  for (const [name, text] of [["list.csv", "a,b\n1,2\n"], ["pack.yaml", "title: Test pack\n"], ["broken.yaml", "ratings: [\n"], ["picture.yaml", "\u0089PNG\u0000"], ["empty.yaml", ""]]) {
    writeFileSync(join(folder, name), text);
    await choose(join(folder, name));
    assert.match(await said(), new RegExp(`^${name} is not a file of this form`));
    assert.equal(await save(), fromBook);
  }
  // What the form doesn't ask is named.
  writeFileSync(join(folder, "other.yaml"), 'title: Other\nratings:\n- domain: staff\n  confidence: partial\n  mood: good\n- domain: nowhere\n  confidence: full\n');
  await choose(join(folder, "other.yaml"));
  assert.match(await said(), /This form has no place for: staff: mood, nowhere$/);
}
let TEXT;

test("a file that was saved is opened again, in Chromium", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
  page.on("dialog", (dialog) => dialog.accept());
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(FORM);
  TEXT = await page.evaluate(fill, ALL);
  await page.reload();
  asked.length = 0;
  const save = () => page.evaluate(() => {
    document.querySelector("[data-do=save]").click();
    return document.getElementById("form-text").value;
  });
  const choose = async (path) => {
    await page.evaluate(() => { document.getElementById("form-opened").textContent = ""; });
    await page.setInputFiles("#form-open", path);
    await page.waitForFunction(() => document.getElementById("form-opened").textContent !== "");
  };
  await opened(choose, () => page.locator("#form-opened").textContent(), save, async () => (await page.locator("#form-title").inputValue()) === "");
  assert.deepEqual(asked.filter((url) => !/^(blob|file):/.test(url)), [], "nothing is asked for, and nothing sent");
});

test("a file that was saved is opened again, in Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    page.on("dialog", (dialog) => dialog.accept());
    await page.goto(FORM);
    TEXT = await page.evaluate(fill, ALL);
    await page.goto(FORM);
    const save = () => page.evaluate(() => {
      document.querySelector("[data-do=save]").click();
      return document.getElementById("form-text").value;
    });
    const choose = async (path) => {
      await page.$eval("#form-opened", (said) => { said.textContent = ""; });
      const input = await page.$("#form-open");
      await input.uploadFile(path);
      await page.waitForFunction(() => document.getElementById("form-opened").textContent !== "");
    };
    await opened(choose, () => page.$eval("#form-opened", (said) => said.textContent), save, async () => (await page.$eval("#form-title", (field) => field.value)) === "");
  } finally {
    await firefox.close();
  }
});

test("nothing is kept unless it is asked for, and all of it is forgotten", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  const text = await page.evaluate(fill, ALL);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.reload();
  assert.equal(await page.locator("#form-title").inputValue(), "", "a page that is loaded again is empty");
  assert.ok(await page.locator("[data-do=back]").isHidden());
  await page.evaluate(fill, ALL);
  await page.locator("[data-do=keep]").click();
  await page.reload();
  assert.match(await page.locator("#form-said").textContent(), /kept/);
  await page.locator("[data-do=back]").click();
  await page.locator("[data-do=save]").click();
  assert.equal(await page.locator("#form-text").inputValue(), text);
  await page.locator("[data-do=forget]").click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.ok(await page.locator("[data-do=back]").isHidden() && await page.locator("[data-do=forget]").isHidden());
});

test("what a benchmark can't do without is named", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  await page.locator("[data-do=save]").click();
  assert.match(await page.locator("#form-said").textContent(), /Still empty: A title.*What was looked at.*Agreed on/);
  await page.locator("#form-title").fill("Trust");
  await page.locator("#form-level-trust").check();
  await page.locator("#form-on").fill("2026-11-10");
  await page.locator("[data-do=save]").click();
  assert.doesNotMatch(await page.locator("#form-said").textContent(), /Still empty/);
});

test("a level is picked, an action added and the file saved with the keyboard alone", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, acceptDownloads: true })).newPage();
  await page.goto(FORM);
  await page.locator("#form-staff-not-rated").focus();
  await page.keyboard.press("ArrowDown");
  assert.ok(await page.locator("#form-staff-level-full").isChecked());
  await page.locator(".ask[data-of=staff] [data-do=add]").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "form-staff-what-1", "the focus is in the new row");
  await page.keyboard.type("Ask");
  await page.locator("[data-do=save]").focus();
  await page.keyboard.press("Space");
  assert.match(await page.locator("#form-text").inputValue(), /what: "Ask"/);
});

test("empty and filled, the page passes the checks of every page", async () => {
  for (const mode of [MODES.wide, MODES.narrow, MODES.dark, MODES.forced].filter(Boolean)) {
    const page = await (await browser.newContext(mode)).newPage();
    await page.goto(FORM);
    assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page))], []);
    await page.evaluate(fill, ALL);
    await page.locator("details").first().evaluate((details) => { details.open = true; });
    assert.deepEqual([...(await rules(page)), ...(await reflow(page)), ...(await spacing(page))], []);
    await page.context().close();
  }
});

test("without a script it is a sheet to print", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, javaScriptEnabled: false })).newPage();
  await page.goto(FORM);
  assert.ok(await page.locator("main .without-script").isVisible());
  assert.equal(await page.locator(".with-script:visible").count(), 0);
  assert.ok(await page.locator("#form-staff-why").isVisible());
  assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
});
