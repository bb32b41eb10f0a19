// Search and the quick exit, on pages opened from a folder, in Chromium and in Firefox.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { MODES, keyboard, nu, reflow, rules, spacing } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
// A ward's folder may well have spaces in its name.
const folder = mkdtempSync(join(tmpdir(), "wardpack search "));
const address = (path) => pathToFileURL(join(folder, path)).href;
let browser;

before(async () => {
  const build = (output, ...more) =>
    execFileSync(program, ["build", "--content", join(root, "content"), "--as-of", "2026-11-26", "--output", join(folder, output), ...more]);
  build("everyone");
  build("patients", "--audience", "patients");
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens a search page of the site. */
async function open(path, options = MODES.wide) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address(path));
  return page;
}

/** Types words, waits until their number has been said, and returns the titles of the pages found. */
async function find(page, words) {
  await page.getByRole("status").evaluate((status) => { status.textContent = ""; });
  await page.getByRole("searchbox").fill(words);
  await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
  return page.locator("#page-found ol a").allTextContents();
}

test("a word with a slip in it is found", async () => {
  const page = await open("everyone/search/index.html");
  for (const [typed, title] of [["consnt", "Consent"], ["cosnent", "Consent"], ["konsent", "Consent"], ["saftey", "Sexual safety"]]) {
    assert.ok((await find(page, typed)).slice(0, 3).some((found) => found.includes(title)), `${typed} should find ${title}`);
  }
  assert.deepEqual((await find(page, "BETTER")).slice(0, 1), ["BETTER"]);
  const both = new Set(await find(page, "knock door"));
  const [knock, door] = [await find(page, "knock"), await find(page, "door")];
  assert.deepEqual([...both].sort(), knock.filter((title) => door.includes(title)).sort(), "pages with all the words come alone");
  assert.deepEqual(await find(page, "xyzzyq"), []);
  assert.match(await page.getByRole("status").textContent(), /No page found/);
});

test("a large site is found whole, though its index is in parts", async () => {
  const content = join(folder, "large/content");
  mkdirSync(join(content, "stories"), { recursive: true });
  writeFileSync(join(content, "pack.yaml"), "title: Large\nextends: built-in\n");
  for (let number = 0; number < 300; number++) {
    const text = `---\ntitle: Garden ${number}\nsummary: Number ${number}.\n---\nThe lantern of ${number}.\n`;
    writeFileSync(join(content, `stories/garden-${number}.md`), text);
  }
  execFileSync(program, ["build", "--content", content, "--as-of", "2026-11-26", "--output", join(folder, "many")]);
  assert.ok(statSync(join(folder, "many/search/index-2.js")).size < 100_000);
  const page = await open("many/search/index.html");
  for (const number of [0, 17, 150, 299]) {
    assert.equal((await find(page, `lantern ${number}`))[0], `Garden ${number}`);
  }
  await find(page, "lantern");
  assert.match(await page.getByRole("status").textContent(), /300/);
  assert.ok((await find(page, "consnt")).slice(0, 3).some((title) => title.includes("Consent")), "with a slip in it");
});

// What people type in words of their own, the page that has to come first, and whether numbers to call stand above it.
const WORDS = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf8"));

test("what people type in words of their own finds the page that helps first", async () => {
  for (const [path, queries] of Object.entries(WORDS)) {
    const page = await open(`everyone/${path}`);
    const wrong = [];
    for (const [typed, title, calls] of queries) {
      // The marks that keep words in their order are no part of them.
      const [first] = (await find(page, typed)).map((found) => found.replace(/[\u2066-\u2069]/g, ""));
      const isCalled = await page.locator("#page-calls a[href^='tel:']").first().isVisible();
      if (first !== title || isCalled !== (calls === "calls")) wrong.push(`${typed}: ${first}${isCalled ? ", with numbers" : ""}`);
    }
    assert.deepEqual(wrong, [], path);
  }
});

test("nobody is left without somebody to call", async () => {
  for (const [path, number] of [["everyone/search", "0808 500 2222"], ["everyone/wards/sample-acute/search", "116 123"], ["everyone/cy/search", "0808 500 2222"]]) {
    const page = await open(`${path}/index.html`);
    const calls = page.locator("#page-calls");
    assert.equal(await calls.isVisible(), false);
    for (const typed of ["xyzzyq", "raped", "treisio"]) {
      await find(page, typed);
      if (typed === "raped" && path.includes("cy") || typed === "treisio" && !path.includes("cy")) continue;
      assert.ok((await calls.innerText()).includes(number), `${path}: ${typed}`);
      assert.ok((await calls.boundingBox()).y < ((await page.locator("#page-found ol").boundingBox())?.y ?? Infinity), "above the pages");
      assert.deepEqual(await rules(page), []);
    }
    await find(page, "zz zz");
    await page.getByRole("searchbox").fill("");
    assert.equal(await calls.isVisible(), false);
  }
});

test("what is for staff comes after what is for everyone, unless it has the word in its title", async () => {
  const page = await open("everyone/search/index.html");
  for (const typed of ["pregnant", "ward", "patients", "talk"]) {
    const hrefs = (await find(page, typed), await page.locator("#page-found ol a").evaluateAll((links) => links.map((link) => [link.href, link.textContent])));
    const isStaff = ([href, title]) => /\/(improvement|change-ideas|stories|conversation-models|standards|benchmarks|measures|trauma-informed-care)\//.test(href) && !title.toLowerCase().includes(typed.replace(/s$/, ""));
    const first = hrefs.findIndex(isStaff);
    if (first >= 0) assert.ok(hrefs.slice(first).every(isStaff), `${typed}: ${JSON.stringify(hrefs.slice(first))}`);
  }
});

test("the index stays small beside the pages", () => {
  const size = (path) => statSync(join(folder, path)).size;
  assert.ok(size("everyone/search/index.js") < 90_000, `${size("everyone/search/index.js")} bytes`);
  assert.ok(size("everyone/js/search.js") < 15_000, `${size("everyone/js/search.js")} bytes`);
});

// What people type, and a page that has to be among the first that are found.
const QUERIES = {
  "everyone/search/index.html": [
    ["raped", "24/7 Rape and Sexual Abuse Support Line"],
    ["raping", "24/7 Rape and Sexual Abuse Support Line"],
    ["abused", "24/7 Rape and Sexual Abuse Support Line"],
    ["harassed", "Sexual harassment"],
    ["assaulted", "Sexual assault"],
    ["complaining", "Parliamentary and Health Service Ombudsman (PHSO)"],
    ["visitor", "Visiting the ward"],
    ["116123", "Samaritans"],
    ["116 123", "Samaritans"],
    ["116-123", "Samaritans"],
    ["08085002222", "24/7 Rape and Sexual Abuse Support Line"],
    ["+44 808 500 2222", "24/7 Rape and Sexual Abuse Support Line"],
    ["0808 5002222", "24/7 Rape and Sexual Abuse Support Line"],
    ["trans", "Galop"],
    ["coproduction", "Co-production"],
    ["co-production", "Co-production"],
    ["SARC\u2019s", "Sexual assault referral centres (SARCs)"],
  ],
  "everyone/cy/search/index.html": [["ddiogel", "Cadw'n ddiogel ar y ward"], ["nghydsyniad", "Cadw'n ddiogel ar y ward"], ["breifatrwydd", "Cadw'n ddiogel ar y ward"]],
  "everyone/ur/search/index.html": [["۱۱۶۱۲۳", "سماریٹنز (Samaritans)"], ["محفوظ", "وارڈ میں محفوظ رہنا"]],
};

test("forms of words and numbers in any spelling are found", async () => {
  for (const [path, queries] of Object.entries(QUERIES)) {
    const page = await open(path);
    for (const [typed, title] of queries) {
      const found = (await find(page, typed)).slice(0, 5);
      assert.ok(found.includes(title), `${typed} should find ${title}, not ${found.join("; ")}`);
    }
  }
});

test("a number with a slip in it is another number", async () => {
  assert.deepEqual(await find(await open("everyone/search/index.html"), "08085002223"), []);
});

test("a ward is found as its name is typed", async () => {
  const names = ["St Mary’s ward", "Tŷ Coed", "Café ward", "Mother–baby ward", "High-dependency ward", "O'Hara ward", "Male/Female ward", "Ward 10", "Ward 2"];
  mkdirSync(join(folder, "named/wards"), { recursive: true });
  writeFileSync(join(folder, "named/pack.yaml"), "title: Named wards\nextends: built-in\n");
  names.forEach((name, number) => writeFileSync(join(folder, `named/wards/w${number}.yaml`),
    `name: "${name}"\nsite: Northgate hospital\nkind: acute\ncontacts:\n  support: {organisation: Sample advocacy, phone: "01632 960 001", checked_on: 2026-11-01}\n`));
  execFileSync(program, ["build", "--content", join(folder, "named"), "--as-of", "2026-11-26", "--output", join(folder, "wards")]);
  const page = await open("wards/wards/index.html");
  const shown = () => page.locator(".card:visible h3").allTextContents();
  const all = await shown();
  assert.ok(all.indexOf("Ward 2") < all.indexOf("Ward 10"), "as people count");
  for (const [typed, name] of [["st marys", names[0]], ["ty coed", names[1]], ["cafe", names[2]], ["mother-baby", names[3]], ["mother baby", names[3]], ["high dependency", names[4]],
    ["highdependency", names[4]], ["o’hara", names[5]], ["ohara", names[5]], ["male female", names[6]], ["northgate cafe", names[2]], ["CAFÉ", names[2]]]) {
    await page.getByRole("searchbox").fill(typed);
    assert.deepEqual(await shown(), [name], typed);
  }
  await page.getByRole("searchbox").fill("");
  assert.equal((await shown()).length, names.length);
  const search = await open("wards/search/index.html");
  for (const [typed, name] of [["ohara", names[5]], ["st marys", names[0]], ["ty coed", names[1]]]) {
    assert.ok((await find(search, typed)).slice(0, 3).includes(name), typed);
  }
});

test("what is found opens", async () => {
  const page = await open("everyone/wards/sample-acute/search/index.html");
  await find(page, "keeping safe");
  await page.locator("#page-found ol a").first().click();
  assert.match(page.url(), /everyone\/wards\/sample-acute\/leaflets\/keeping-safe\/index.html$/);
});

test("a ward finds its own pages and no other ward's", async () => {
  const page = await open("everyone/wards/sample-acute/search/index.html");
  assert.ok((await find(page, "charter")).slice(0, 3).includes("Ward charter"));
  const hrefs = async (words) => {
    await find(page, words);
    return page.locator("#page-found ol a").evaluateAll((links) => links.map((link) => link.href));
  };
  const all = [...(await hrefs("sample")), ...(await hrefs("ward")), ...(await hrefs("leaflet"))];
  assert.ok(all.some((href) => href.includes("/wards/sample-acute/")));
  assert.deepEqual(all.filter((href) => /\/wards\/sample-(?!acute)/.test(href)), []);
});

test("each language finds its own pages", async () => {
  const page = await open("everyone/cy/search/index.html");
  assert.deepEqual(await find(page, "cydsynad"), ["Cadw'n ddiogel ar y ward"]);
  assert.deepEqual(await find(page, "consent"), []);
});

test("patients don't find what is for staff", async () => {
  const title = "Draw a theory of change";
  assert.ok((await find(await open("everyone/search/index.html"), "theory of change")).includes(title));
  assert.ok(!(await find(await open("patients/search/index.html"), "theory of change")).includes(title));
});

test("what was looked for leaves no trace", async () => {
  const page = await open("everyone/search/index.html");
  const before = await page.evaluate(() => history.length);
  await find(page, "consent");
  await page.keyboard.press("Enter");
  assert.equal(page.url(), address("everyone/search/index.html"));
  assert.equal(await page.evaluate(() => history.length + localStorage.length + sessionStorage.length), before);
});

test("the pages found are as easy to use as any other", async () => {
  for (const [name, mode] of Object.entries(MODES)) {
    const page = await open("everyone/search/index.html", mode);
    await find(page, "ward");
    assert.deepEqual(await rules(page), [], name);
    if (name === "narrow") assert.deepEqual([...(await reflow(page)), ...(await spacing(page))], []);
    await page.getByRole("searchbox").fill("sarc");
    assert.deepEqual(await keyboard(page), [], name);
  }
});

test("the same in Firefox", async () => {
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", headless: true });
  try {
    const page = await firefox.newPage();
    for (const [path, words, title] of [["everyone/search", "consnt", "Consent"], ["everyone/wards/sample-acute/search", "vistiing", "Visiting the ward"]]) {
      await page.goto(address(`${path}/index.html`));
      await page.type("input[type=search]", words);
      await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
      assert.equal(await page.$eval("#page-found ol a", (link) => link.textContent), title);
    }
    await page.goto(address("patients/search/index.html"));
    await page.type("input[type=search]", "theory of change");
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
    assert.ok(!(await page.$$eval("#page-found ol a", (links) => links.map((link) => link.textContent))).includes("Draw a theory of change"));
  } finally {
    await firefox.close();
  }
});

test("the list of wards narrows to the words that are typed", async () => {
  for (const mode of [MODES.wide, MODES.narrow]) {
    const page = await open("everyone/wards/index.html", mode);
    const shown = () => page.locator("main .card:visible h3").allTextContents();
    assert.equal((await shown()).length, 4);
    assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page))], []);
    await page.getByRole("searchbox").fill("acute");
    assert.deepEqual(await shown(), ["Sample acute ward"]);
    assert.equal(await page.getByRole("status").textContent(), "1 ward is shown");
    await page.getByRole("searchbox").fill("sample hospital");
    assert.equal((await shown()).length, 4, "the hospital counts too");
    await page.getByRole("searchbox").fill("xyzzy");
    assert.deepEqual(await shown(), []);
    assert.deepEqual(await rules(page), []);
  }
});

test("the exit covers the page and takes its place", async () => {
  const context = await browser.newContext({ ...MODES.wide, offline: true });
  const blank = address("everyone/blank/index.html");
  const ways = {
    "a click": (page) => page.locator(".exit a").click(),
    "Shift three times": async (page) => { for (let press = 0; press < 3; press++) await page.keyboard.press("Shift"); },
  };
  for (const [name, leave] of Object.entries(ways)) {
    const page = await context.newPage();
    await page.goto(address("everyone/index.html"));
    await page.goto(address("everyone/leaflets/keeping-safe/index.html"));
    const before = await page.evaluate(() => history.length);
    await leave(page);
    await page.waitForURL(blank);
    assert.equal(await page.evaluate(() => history.length), before, `${name}: the page left is no longer in the way back`);
    assert.doesNotMatch(await page.content(), /safe|sexual/i, "the neutral page says nothing of where the reader was");
    await page.close();
  }
});

test("with a network the exit leads to another website, and two presses of Shift or a capital letter lead nowhere", async () => {
  const context = await browser.newContext(MODES.wide);
  await context.route("https://www.bbc.co.uk/weather", (route) => route.fulfill({ body: "weather" }));
  const page = await context.newPage();
  await page.goto(address("everyone/search/index.html"));
  for (const letter of "ABC") await page.keyboard.press(`Shift+${letter}`);
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  assert.equal(page.url(), address("everyone/search/index.html"));
  await page.keyboard.press("Shift");
  await page.waitForURL("https://www.bbc.co.uk/weather");
});

test("a network without internet leads to the blank page and no further", async () => {
  const context = await browser.newContext(MODES.wide);
  await context.route("https://www.bbc.co.uk/weather", (route) => route.abort("namenotresolved"));
  const page = await context.newPage();
  await page.goto(address("everyone/leaflets/keeping-safe/index.html"));
  const refused = page.waitForEvent("requestfailed");
  await page.locator(".exit a").click();
  await page.waitForURL(address("everyone/blank/index.html"));
  await refused;
  assert.equal(page.url(), address("everyone/blank/index.html"));
  assert.equal(await page.locator("h1").textContent(), "Blank page");
});

test("the blank page asks for nothing unless the exit led to it", async () => {
  const page = await open("everyone/blank/index.html");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.reload();
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), []);
});

test("presses of Shift are announced, but not those of capital letters in the search field", async () => {
  const page = await open("everyone/leaflets/keeping-safe/index.html");
  const said = () => page.locator("#page-exit").textContent();
  await page.keyboard.press("Shift");
  assert.equal(await said(), "Press Shift 2 more times to exit this page.");
  await page.keyboard.press("Shift");
  assert.equal(await said(), "Press Shift 1 more time to exit this page.");
  const search = await open("everyone/search/index.html");
  await search.getByRole("searchbox").focus();
  await search.keyboard.press("Shift");
  assert.equal(await search.locator("#page-exit").textContent(), "");
});

test("the Nu HTML checker on a page with pages found", async () => {
  const page = await open("everyone/search/index.html");
  await find(page, "ward");
  const file = join(folder, "found.html");
  writeFileSync(file, `<!doctype html>${await page.evaluate(() => document.documentElement.outerHTML)}`);
  const found = (await nu([file])).filter((line) => !line.includes("Content Security Policy"));
  assert.deepEqual(found, []);
});
