// Conversation models on shift, and the sheet with a charter's own lines, on pages opened from a folder: one step at a time by mouse, keyboard
// and address, all of it without a script and on one side of paper.
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
const folder = mkdtempSync(join(tmpdir(), "wardpack conversations "));
const address = (path) => pathToFileURL(join(folder, "output", path, "index.html")).href;
const SHIFT = address("conversation-models/better/on-shift");
const SHEET = address("wards/beach/charter/sheet");
const PHONE = { viewport: { width: 390, height: 844 } };
let browser;

const WARD = `name: Beach ward
site: Test hospital
kind: acute
contacts:
  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}
charter:
  means_here: {text: "- Staff knock, and wait.", agreed: {on: 2026-11-20, patients: 6, staff: 4}}
  add:
    - {id: quiet-nights, text: "I keep the night quiet.", easy_read: "I am quiet at night."}
`;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  write("content/wards/beach.yaml", WARD);
  execFileSync(program, ["build", "--as-of", "2026-11-26"], { cwd: folder, stdio: "pipe" });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const open = async (url, options = MODES.wide) => {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(url);
  return page;
};
/** Returns the letters of the steps that can be seen. */
const seen = (page) => page.locator(".shift-step .letter:visible").allTextContents();
const sides = async (page) => (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;

test("on a phone there is one step at a time, with what to say, what to avoid and when to stop", async () => {
  const page = await open(SHIFT, PHONE);
  assert.deepEqual(await seen(page), ["B"]);
  assert.ok(await page.getByRole("button", { name: "Step before" }).isHidden(), "nothing comes before the first step");
  await page.getByRole("button", { name: "Next step" }).click();
  assert.deepEqual(await seen(page), ["E"]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent.replace(/\s+/g, " ")), "Step 2 of 6: E Explain why you are asking");
  for (const words of ["Words you could use", "Words to avoid", "When to stop", "What to write down"]) {
    assert.equal(await page.getByRole("heading", { name: words }).count(), 1, words);
  }
  for (let step = 3; step <= 6; step++) await page.getByRole("button", { name: "Next step" }).click();
  assert.deepEqual(await seen(page), ["R"]);
  assert.ok(await page.getByRole("button", { name: "Next step" }).isHidden(), "nothing comes after the last step");
  await page.getByRole("button", { name: "Step before" }).click();
  assert.deepEqual(await seen(page), ["E"]);
});

test("all steps can be shown at once, and one of them by its address", async () => {
  const page = await open(`${SHIFT}#step-4`);
  assert.match(await page.locator(".shift-step:visible").innerText(), /^Step 4 of 6/);
  const all = page.getByRole("button", { name: "Show all steps" });
  await all.click();
  assert.equal(await all.getAttribute("aria-pressed"), "true");
  assert.deepEqual(await seen(page), [..."BETTER"]);
  assert.ok(await page.getByRole("button", { name: "Next step" }).isHidden());
  await all.click();
  assert.match(await page.locator(".shift-step:visible").innerText(), /^Step 4 of 6/);
});

test("the keyboard alone is enough", async () => {
  const page = await open(SHIFT);
  await page.getByRole("button", { name: "Next step" }).focus();
  await page.keyboard.press("Enter");
  // From the step that has come, Tab leads to the ways on.
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.do), "back");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  assert.match(await page.locator(".shift-step:visible").innerText(), /^Step 3 of 6/);
});

test("without a script and on paper all steps are there, on one side", async () => {
  const without = await open(SHIFT, { ...PHONE, javaScriptEnabled: false });
  assert.deepEqual(await seen(without), [..."BETTER"]);
  assert.equal(await without.locator(".shift button:visible").count(), 0);
  const page = await open(SHIFT);
  await page.getByRole("button", { name: "Next step" }).click();
  assert.equal(await sides(page), 1);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await seen(page), [..."BETTER"]);
  for (const words of ["When to stop", "What to write down", "116 123"]) assert.ok(await page.getByText(words).first().isVisible(), words);
});

test("the same in Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    await page.goto(SHIFT);
    const seen = () => page.$$eval(".shift-step", (steps) => steps.filter((step) => step.checkVisibility()).map((step) => step.querySelector(".letter").textContent));
    assert.deepEqual(await seen(), ["B"]);
    await page.$eval("[data-do=next]", (button) => button.click());
    assert.deepEqual(await seen(), ["E"]);
    await page.$eval("[data-do=all]", (button) => button.click());
    assert.deepEqual(await seen(), [..."BETTER"]);
  } finally {
    await firefox.close();
  }
});

test("the sheet has the ward's own lines, and what is decided of them is saved", async () => {
  const page = await open(SHEET, { ...MODES.wide, acceptDownloads: true });
  const group = page.getByRole("radiogroup", { name: "I keep the night quiet." });
  assert.deepEqual(await group.getByRole("radio").evaluateAll((all) => all.map((one) => one.labels[0].textContent)), ["No answer yet", "Keep", "Change", "Take away"]);
  await group.getByLabel("Change").check();
  await page.getByLabel("New words: Line 10").fill("=I keep each night quiet.");
  await page.getByLabel("In easier words: Line 10").fill("Nights are quiet.");
  const kept = page.getByRole("radiogroup", { name: "I show respect to every person here" });
  assert.equal(await kept.getByLabel("Take away").count(), 0, "a line that stays can't be taken away");
  await page.getByRole("button", { name: "Keep it in this browser" }).click();
  await page.reload();
  assert.equal(await page.getByLabel("New words: Line 10").inputValue(), "");
  await page.getByRole("button", { name: "Bring back what was kept" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const download = await downloading;
  assert.equal(download.suggestedFilename(), "beach_charter.csv");
  const table = readFileSync(await download.path(), "utf8");
  for (const row of ['"What each of us does","I keep the night quiet.","Change"', '"New words: Line 10","\'=I keep each night quiet."', '"In easier words: Line 10","Nights are quiet."']) {
    assert.ok(table.includes(row), row);
  }
  await page.getByRole("button", { name: "Forget what was kept" }).click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("every new page passes the checks of every page", async () => {
  for (const url of [SHIFT, SHEET, address("conversation-models/side-by-side"), address("wards/beach/charter"), address("forms/principles"), address("forms/team")]) {
    for (const mode of Object.values(MODES)) {
      const page = await open(url, mode);
      assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page)), ...(await spacing(page))], [], url);
      if (url === SHIFT) {
        await page.getByRole("button", { name: "Show all steps" }).click();
        assert.deepEqual([...(await rules(page)), ...(await reflow(page))], []);
      }
      await page.context().close();
    }
  }
});

test("the Nu HTML checker", async () => {
  const pages = ["conversation-models/better/on-shift", "conversation-models/side-by-side", "conversation-models/better", "wards/beach/charter", "wards/beach/charter/sheet", "forms/staff-confidence", "charter"];
  const files = pages.map((page) => join(folder, "output", page, "index.html"));
  assert.deepEqual((await nu(files)).filter((line) => !line.includes("Content-Security-Policy") && !line.includes("Content Security Policy")), []);
});
