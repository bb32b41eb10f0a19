// Pages taken out of the site: a fragment inside a page of another system that styles everything its own way, and a page in one file,
// opened from an empty folder without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { MODES, Witness, keyboard, reflow, rules, spacing } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack-export-"));
const PAGES = ["leaflets/keeping-safe/", "leaflets/keeping-safe/easy-read/", "wards/sample-acute/charter/", "ur/leaflets/keeping-safe/"];
const name = (page) => page.slice(0, -1).replaceAll("/", "-");
const address = (...path) => pathToFileURL(join(folder, ...path)).href;
let browser;

before(async () => {
  const common = ["--content", join(root, "content"), "--as-of", "2026-11-26"];
  execFileSync(program, ["build", ...common, "--no-print", "--output", join(folder, "site")]);
  for (const form of ["single-file", "fragment"]) {
    execFileSync(program, ["export", "page", ...PAGES, `--${form}`, ...common, "--output", join(folder, form)]);
  }
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

test("a page in one file opens from an empty folder without a network, asks for nothing, and is as good as on the site", async () => {
  for (const page of PAGES) {
    const alone = join(folder, `alone-${name(page)}`);
    mkdirSync(alone);
    copyFileSync(join(folder, "single-file", `${name(page)}.html`), join(alone, "page.html"));
    const file = pathToFileURL(join(alone, "page.html")).href;
    for (const mode of Object.values(MODES)) {
      const context = await browser.newContext({ ...mode, offline: true });
      const opened = await context.newPage();
      const witness = new Witness(opened, (url) => url === file || url.startsWith("data:"));
      await opened.goto(file);
      assert.deepEqual([...(await rules(opened)), ...(await reflow(opened)), ...witness.take()], [], page);
      assert.ok(await opened.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)), page);
      const exit = opened.locator(".exit a");
      assert.match(await exit.getAttribute("href"), /^https:/);
      await context.close();
    }
    const opened = await (await browser.newContext({ ...MODES.wide, offline: true })).newPage();
    await opened.goto(file);
    assert.deepEqual([...(await keyboard(opened)), ...(await spacing(opened))], [], page);
    const ground = await opened.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(ground, "rgb(240, 244, 245)", "the policy lets its styles in");
    await opened.context().close();
  }
});

// What a system says of everything, for its own pages and against ours: by element, by names that are ours too, and by an id.
const HOSTILE = `
html { font-size: 50%; color: red }
body { margin: 0; font: italic 7px/1 serif; color: #ccc; text-align: center; letter-spacing: 3px; text-transform: uppercase; direction: ltr }
* { color: red; background: #300; box-sizing: content-box; line-height: 1; list-style: none }
#cms-content * { color: #b00; font-size: 7px; max-width: 90px; float: left; text-shadow: 1px 1px red }
#cms-content p, #cms-content .text p { display: inline; margin: -4px; opacity: .2 }
ul, ol { list-style: none; padding: 0; margin: 0 } li { display: inline }
a { color: inherit; text-decoration: none; outline: none } a:focus { outline: none }
h1, h2, h3 { font-size: 6px; font-weight: 100; position: absolute }
img { width: 4px; height: 4px } details, summary { display: none } strong { font-weight: 100 }
.help, .contacts, .text, .small, .before { display: none } #page-help, #page-main { display: none }
::before, ::after { content: "!"; color: red }`;
const around = `<header><p>Our trust</p></header><main id="cms-content"><h1 class="text" id="page-help-title">Our own title</h1>
<p class="small" id="own">Our own words</p>SLOT<ul class="contacts" id="page-help"><li>Ours</li></ul></main><footer id="page-foot"><p>Foot</p></footer>`;

const hosted = (page) => {
  const sheet = name(page);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our trust</title><meta name="viewport" content="width=device-width,initial-scale=1">
<style>${HOSTILE}</style><link rel="stylesheet" href="${sheet}.css"></head><body>${around.replace("SLOT", () => readFileSync(join(folder, "fragment", `${sheet}.html`), "utf8"))}</body></html>`;
  writeFileSync(join(folder, "fragment", `in-${sheet}.html`), html);
  return address("fragment", `in-${sheet}.html`);
};

test("a fragment in a page that styles everything passes every rule, reads and looks the same, and leaves that page alone", async () => {
  for (const page of PAGES) {
    const context = await browser.newContext({ ...MODES.wide, offline: true });
    const opened = await context.newPage();
    const witness = new Witness(opened, (url) => url.startsWith(address("fragment")) || url.startsWith("data:"));
    const onSite = await context.newPage();
    const file = hosted(page);
    await onSite.goto(address("site", page, "index.html"));
    for (const mode of [MODES.wide, MODES.narrow]) {
      await opened.setViewportSize(mode.viewport);
      await opened.goto(file);
      const style = await opened.evaluate(() => {
        const [root] = document.getElementsByClassName("wardpack-page");
        root.setAttribute("data-under-test", "");
        const look = (element) => { const { color, fontSize, display, listStyleType, textTransform, float } = getComputedStyle(element); return { color, fontSize, display, listStyleType, textTransform, float }; };
        return { p: look(root.querySelector("p")), h1: look(root.querySelector("h1")), lang: root.lang, dir: root.dir, fits: root.scrollWidth <= root.clientWidth };
      });
      assert.equal(style.p.color === "rgb(33, 43, 50)" || style.p.color === "rgb(76, 98, 114)", true, JSON.stringify(style));
      assert.ok(parseFloat(style.p.fontSize) >= 16 && parseFloat(style.h1.fontSize) >= 26, JSON.stringify(style));
      assert.deepEqual([style.p.textTransform, style.p.float, style.fits], ["none", "none", true], page);
      assert.deepEqual([style.lang, style.dir], page.startsWith("ur/") ? ["ur", "rtl"] : ["en", "ltr"]);
      // The rules look at the fragment where it stands; what is around it has no contrast, by design.
      await opened.addStyleTag({ content: "header p, footer p, #cms-content > h1, #cms-content > #own, #cms-content > ul, #cms-content > ul li { color: #000 !important; background: #fff !important; opacity: 1 !important; font-size: 16px !important }" });
      assert.deepEqual(await rules(opened), [], page);
    }
    await opened.setViewportSize(MODES.wide.viewport);
    await onSite.reload();
    // The formats and the way onward lead to other pages, and there is no address for them.
    const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
    const here = lines(await opened.locator("[data-under-test], .wardpack-page").first().innerText());
    const there = lines(await onSite.locator("main").innerText());
    assert.deepEqual(here.filter((line) => !there.includes(line)), [], page);
    assert.ok(here.length > there.length - 25 && here.length > 20, `${page}: ${here.length} of ${there.length} lines`);
    assert.deepEqual(witness.take(), [], page);
    // The page around is as without the fragment's stylesheet.
    const looks = () => opened.evaluate(() => [...document.querySelectorAll("html, body, header, header *, #cms-content > :not(.wardpack-page), #cms-content > ul li, footer, footer *")].map((element) => [...getComputedStyle(element)].filter((key) => !/size|width|height|origin|position|^(top|left|right|bottom|inset)/.test(key)).map((key) => getComputedStyle(element)[key]).join()));
    const withSheet = await looks();
    await opened.evaluate(() => document.querySelector("link[rel=stylesheet]").remove());
    assert.deepEqual(await looks(), withSheet);
    await context.close();
  }
});
