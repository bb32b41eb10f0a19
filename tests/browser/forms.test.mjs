// Forms on pages opened from a folder, in Chromium and in Firefox: what is filled in is kept only on request, saved as a table that no
// spreadsheet runs, and printed.
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
const folder = mkdtempSync(join(tmpdir(), "wardpack forms "));
const address = (path) => pathToFileURL(join(folder, "output", path, "index.html")).href;
const FORM = address("forms/everything");
let browser;

const EVERYTHING = `title: Everything
summary: Each kind of answer.
parts:
  - title: First
    questions:
      - {id: ready, ask: Are we ready?, answer: pick-one, choices: [Yes, In part, Not yet], next: [{when: [In part, Not yet], text: "Read [[improvement/team]]."}, {when: Not yet, text: Wait.}]}
      - {id: who, ask: Who was there?, help: More than one., answer: pick-several, choices: [Patients, Staff, Carers]}
      - {id: what, ask: What will change?, answer: short-text}
      - {id: why, ask: Why?}
      - {id: when, ask: When?, answer: date}
      - {id: many, ask: How many?, answer: number}
  - title: Second
    questions:
      - {id: plan, ask: Our plan, answer: table, columns: [What, Who], blank_rows: 2}
      - {id: sure, ask: How sure?, answer: table, columns: [Listening], rows: [Day staff, Night staff], choices: [Sure, Not sure]}
      - {id: notes, ask: By hand, answer: lines}
sentence: By (when) this will be so (or nearly) - (what).
`;

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  write("content/wards/beach.yaml", "name: Beach ward\nsite: Test hospital\nkind: acute\ncontacts:\n  support: {organisation: Test advocacy, phone: '01632 960 001'}\n");
  write("content/forms/everything.yaml", EVERYTHING);
  execFileSync(program, ["build", "--as-of", "2026-11-26"], { cwd: folder, stdio: "pipe" });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Fills the form in, inside the page. */
function fill() {
  const form = document.getElementById("page-form");
  const set = (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  form.querySelector("[name=ready][value='Not yet']").click();
  for (const who of ["Patients", "Carers"]) form.querySelector(`[name=who][value=${who}]`).click();
  set(form.elements.what, "=HYPERLINK(\"x\",\"y\")");
  set(form.elements.why, "Line one, \"quoted\"\nline two");
  set(form.elements.when, "2027-03-31");
  set(form.elements.many, "-5");
  form.querySelector("[data-id=plan] [data-do=add]").click();
  const cells = [...form.querySelectorAll("[data-id=plan] textarea")];
  set(cells[0], "@ask");
  set(cells[5], "Ward manager");
  set(form.querySelectorAll("[data-id=sure] select")[1], "Not sure");
}

const TABLE = [
  ["Part", "Question", "Answer"],
  ["First", "Are we ready?", "Not yet"],
  ["First", "Who was there?", "Patients; Carers"],
  ["First", "What will change?", "'=HYPERLINK(\"x\",\"y\")"],
  ["First", "Why?", "Line one, \"quoted\"\nline two"],
  ["First", "When?", "2027-03-31"],
  ["First", "How many?", "-5"],
  ["Second", "Our plan – 1 – What", "'@ask"],
  ["Second", "Our plan – 1 – Who", ""],
  ["Second", "Our plan – 2 – What", ""],
  ["Second", "Our plan – 2 – Who", ""],
  ["Second", "Our plan – 3 – What", ""],
  ["Second", "Our plan – 3 – Who", "Ward manager"],
  ["Second", "How sure? – Day staff – Listening", ""],
  ["Second", "How sure? – Night staff – Listening", "Not sure"],
  ["", "All in one sentence", "By 2027-03-31 this will be so (or nearly) - =HYPERLINK(\"x\",\"y\")."],
];

/** Reads CSV as spreadsheets do. */
function parsed(text) {
  assert.ok(text.startsWith("\ufeff"), "Excel takes it for UTF-8");
  const rows = [[]];
  for (const [, quoted, end] of text.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r?\n)/g)) {
    rows.at(-1).push(quoted.replaceAll("\"\"", "\""));
    if (end !== ",") rows.push([]);
  }
  return rows.slice(0, -1);
}

test("what is filled in is saved as a table in which nothing is a formula", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, offline: true, acceptDownloads: true })).newPage();
  const errors = [];
  page.on("console", (message) => errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(FORM);
  assert.equal(await page.locator("#form-progress").textContent(), "0 of 8 answered");
  await page.evaluate(fill);
  assert.equal(await page.locator("#form-progress").textContent(), "8 of 8 answered");
  const downloading = page.waitForEvent("download");
  await page.locator("[data-do=save]").click();
  const download = await downloading;
  assert.equal(download.suggestedFilename(), "everything.csv");
  assert.deepEqual(parsed(readFileSync(await download.path(), "utf8")), TABLE);
  assert.deepEqual(errors, []);
});

test("what comes next follows the answers, and so does the sentence", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  const shown = () => page.locator("#form-next > li:visible").count();
  assert.equal(await shown(), 0);
  assert.ok(await page.locator("#form-nothing").isVisible());
  await page.getByLabel("In part").check();
  assert.equal(await shown(), 1);
  await page.locator("#answer-ready-choice-3").check();
  assert.equal(await shown(), 2);
  await page.getByLabel("No answer yet").check();
  assert.equal(await shown(), 0);
  assert.equal(await page.locator("#form-progress").textContent(), "0 of 8 answered");
  assert.match(await page.locator("#form-sentence").textContent(), /^By \(When\?\) this will be so \(or nearly\) - \(What will change\?\)\.$/);
  await page.getByLabel("What will change?").fill("people ask");
  assert.match(await page.locator("#form-sentence").textContent(), /- people ask\.$/);
});

test("nothing is kept unless it is asked for, and all of it is forgotten", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  await page.evaluate(fill);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.locator("[data-do=keep]").click();
  await page.reload();
  assert.equal(await page.locator("#form-progress").textContent(), "0 of 8 answered", "a page that is loaded again is empty");
  await page.locator("[data-do=back]").click();
  assert.equal(await page.locator("#form-progress").textContent(), "8 of 8 answered");
  await page.locator("[data-do=save]").click();
  // A text box has ends of lines of its own.
  const text = (await page.locator("#form-text").inputValue()).replace(/^\ufeff?/, "\ufeff");
  assert.deepEqual(parsed(text), TABLE);
  await page.goto(address("forms/domain-questions"));
  assert.ok(await page.locator("[data-do=back]").isHidden(), "another form has nothing of it");
  await page.goto(FORM);
  await page.locator("[data-do=forget]").click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.ok(await page.locator("[data-do=back]").isHidden());
});

test("the same in Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    await page.goto(FORM);
    await page.evaluate(fill);
    await page.$eval("[data-do=keep]", (button) => button.click());
    await page.goto(FORM);
    await page.$eval("[data-do=back]", (button) => button.click());
    assert.equal(await page.$eval("#form-progress", (words) => words.textContent), "8 of 8 answered");
    await page.$eval("[data-do=save]", (button) => button.click());
    const text = (await page.$eval("#form-text", (field) => field.value)).replace(/^\ufeff?/, "\ufeff");
    assert.deepEqual(parsed(text), TABLE);
    await page.$eval("[data-do=forget]", (button) => button.click());
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  } finally {
    await firefox.close();
  }
});

test("the keyboard alone is enough", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  await page.locator("#answer-ready-none").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.locator("[data-id=plan] [data-do=add]").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "answer-plan-1-2", "the focus is in the new row");
  await page.keyboard.type("Ask");
  await page.locator("[data-do=save]").focus();
  await page.keyboard.press("Enter");
  const text = await page.locator("#form-text").inputValue();
  for (const words of ["\"Are we ready?\",\"In part\"", "\"Who was there?\",\"Patients\"", "3 – What\",\"Ask\""]) assert.ok(text.includes(words), words);
  const names = await page.locator("[data-id=plan] label").evaluateAll((labels) => labels.map((label) => label.textContent.replace(/\s+/g, " ")));
  assert.equal(new Set(names).size, names.length, "each cell has a name of its own");
  assert.equal(names.at(-1), "Who, Row 3");
  assert.equal(await page.evaluate(() => { const ids = [...document.querySelectorAll("[id]")].map((one) => one.id); return ids.length - new Set(ids).size; }), 0);
});

test("empty and filled, forms pass the checks of every page", async () => {
  for (const form of [FORM, address("forms/domain-questions")]) {
    for (const mode of Object.values(MODES)) {
      const page = await (await browser.newContext(mode)).newPage();
      await page.goto(form);
      assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page))], []);
      if (form === FORM) await page.evaluate(fill);
      else await page.locator("textarea").first().fill("word ".repeat(200));
      await page.locator("[data-do=save]").click();
      assert.deepEqual([...(await rules(page)), ...(await reflow(page)), ...(await spacing(page))], []);
      await page.context().close();
    }
  }
});

test("on paper an empty form is a sheet, and a filled one shows its answers", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(FORM);
  const pages = async () => (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok((await pages()) <= 4);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("button:visible").count(), 0);
  assert.ok(await page.locator("#answer-ready-none").isHidden());
  assert.ok(await page.locator("#page-next").isHidden(), "nothing comes next yet");
  assert.ok((await page.locator(".lines hr:visible").count()) === 4);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(fill);
  await page.locator("#answer-why").fill("word ".repeat(400));
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.ok(await page.locator("#page-next").isVisible());
  assert.ok(await page.locator("#answer-why").evaluate((box) => box.scrollHeight <= box.clientHeight + 2), "all words are on paper");
});

test("what people save of a survey is what wardpack counts", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, acceptDownloads: true })).newPage();
  let table = "";
  for (let person = 0; person < 9; person++) {
    await page.goto(address("forms/staff-confidence"));
    await page.locator("#answer-bring-up-choice-3").check();
    await page.locator("#answer-talks-choice-2").check();
    await page.locator("#answer-recent").fill("=quokka, \"said\"\nin two lines");
    const downloading = page.waitForEvent("download");
    await page.locator("[data-do=save]").click();
    table += readFileSync(await (await downloading).path(), "utf8").replace("\ufeff", "");
  }
  writeFileSync(join(folder, "content/forms/staff-confidence.csv"), `\ufeff${table}`);
  execFileSync(program, ["build", "--as-of", "2026-11-26"], { cwd: folder, stdio: "pipe" });
  await page.goto(address("forms/staff-confidence"));
  await page.getByRole("link", { name: "See what people answered" }).click();
  const rows = await page.locator("table").first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.innerText.trim().split(/\s*\t\s*/)));
  assert.deepEqual(rows, [["Not at all", "too few"], ["A little", "too few"], ["Fairly", "10"], ["Very", "too few"], ["No answer", "too few"]]);
  assert.ok(!(await page.content()).includes("quokka"), "what people wrote isn't shown");
  for (const mode of Object.values(MODES)) {
    const other = await (await browser.newContext(mode)).newPage();
    await other.goto(address("forms/staff-confidence/answers"));
    assert.deepEqual([...(await rules(other)), ...(await keyboard(other)), ...(await reflow(other)), ...(await spacing(other))], []);
    await other.context().close();
  }
});

test("without a script it is a sheet to print", async () => {
  const page = await (await browser.newContext({ ...MODES.wide, javaScriptEnabled: false })).newPage();
  await page.goto(FORM);
  assert.ok(await page.locator("main .without-script").isVisible());
  assert.equal(await page.locator(".with-script:visible").count(), 0);
  assert.equal(await page.locator("#form-next > li:visible").count(), 2, "all that may come next is there");
  assert.ok(await page.locator("#answer-why").isVisible());
});

test("the Nu HTML checker", async () => {
  const files = ["everything", "domain-questions"].map((form) => join(folder, "output/forms", form, "index.html"));
  assert.deepEqual((await nu(files)).filter((line) => !line.includes("Content-Security-Policy") && !line.includes("Content Security Policy")), []);
});
