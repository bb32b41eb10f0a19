// A driver diagram of 40 drivers and a chart of 60 months: they still read, on screens of all widths and by a screen reader.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { MODES, keyboard, reflow, rules, spacing } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack charts "));
const address = (path) => pathToFileURL(join(folder, "output", path, "index.html")).href;
const THEORY = address("improvement/theories-of-change/large");
const MEASURE = address("measures/reports");
let browser;

// 8 primary drivers, each with 4 secondary ones.
const PRIMARY = [...Array(8).keys()].map((one) => `Primary driver number ${one + 1}`);
const secondary = (one) => [...Array(4).keys()].map((other) => `Secondary driver ${one + 1}.${other + 1} with a name of some length`);

before(async () => {
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("content/pack.yaml", "title: Test pack\nextends: built-in\n");
  write("content/wards/beach.yaml", "name: Beach ward\nsite: Test hospital\nkind: acute\ncontacts:\n  support: {organisation: Test advocacy, phone: '01632 960 001', checked_on: 2026-11-01}\n");
  const drivers = PRIMARY.map((name, one) => `  - name: ${name}\n    secondary_drivers:\n${secondary(one).map((words) => `      - name: ${words}\n        ideas: [request-cards]\n`).join("")}`);
  write("content/improvement/theories-of-change/large.yaml", `title: A large theory\nsummary: Many drivers.\naim: Everyone feels safe\nprimary_drivers:\n${drivers.join("")}`);
  write("content/measures/reports.yaml", "title: Reports\nsummary: Reports of incidents.\ndefinition: All reports of a month.\nunit: reports\nimprovement: decrease\ntarget: 20\nchanges:\n  - {on: 2023-03-02, what: Huddles began}\n  - {on: 2024-07-01, what: Counted in another way, rebase: true}\n");
  const month = (at) => `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
  const count = (at) => (at === 17 ? 2 : 24 + ((at * 7) % 11) - (at > 41 ? 9 : 0));
  write("content/measures/reports.csv", `month,count\n${[...Array(60).keys()].map((at) => `${month(at)},${count(at)}`).join("\n")}\n`);
  execFileSync(program, ["build", "--as-of", "2026-11-26"], { cwd: folder });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Returns what a screen reader comes to in the main part of a page, in its order: how deep in lists it is, the role and the name. */
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = [];
  const go = (node, deep) => {
    const [role, name] = [node.role?.value, (node.name?.value ?? "").trim()];
    const isShown = !node.ignored && name && ["heading", "StaticText", "link", "image", "img"].includes(role);
    if (isShown) read.push({ deep, role, name });
    if (isShown && role !== "StaticText") return;
    for (const id of node.childIds ?? []) if (byId.has(id)) go(byId.get(id), deep + (role === "list" && !node.ignored ? 1 : 0));
  };
  go(nodes.find((node) => node.role?.value === "main"), 0);
  return read;
}

test("a screen reader hears each driver once, in the order of the diagram, as deep as it is in it", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  await page.goto(THEORY);
  assert.ok(await page.locator(".diagram svg").first().isVisible(), "the drawing is there for those who see it");
  const read = await tree(page);
  const drivers = read.filter(({ name }) => /^(Primary driver number|Secondary driver \d)/.test(name));
  const expected = PRIMARY.flatMap((name, one) => [[1, name], ...secondary(one).map((words) => [2, words])]);
  assert.deepEqual(drivers.map(({ deep, name }) => [deep, name.replace(/[.:]$/, "")]), expected);
  // Each idea stands behind its driver, one list further in, and is a link.
  const ideas = read.filter(({ role, deep }) => role === "link" && deep === 3);
  assert.equal(ideas.length, 32);
  const at = (part) => read.findIndex(({ name }) => name.includes(part));
  assert.ok(at("Everyone feels safe") < at(PRIMARY[0]), "the aim comes first");
  assert.equal(read.filter(({ role }) => role.startsWith("im")).length, 0, "nothing of the drawing is read out");
  if (process.env.TREE) writeFileSync(process.env.TREE, read.map(({ deep, role, name }) => `${"  ".repeat(deep)}${role}: ${name}\n`).join(""));
});

test("many drivers and many months pass the checks of every page", async () => {
  for (const [at, url] of [THEORY, MEASURE].entries()) {
    for (const mode of [MODES.wide, MODES.narrow, MODES.dark, MODES.forced].filter(Boolean)) {
      const page = await (await browser.newContext(mode)).newPage();
      await page.goto(url);
      assert.deepEqual([...(await rules(page)), ...(await keyboard(page)), ...(await reflow(page)), ...(await spacing(page))], []);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${at}-${Object.entries(MODES).find(([, one]) => one === mode)[0]}.png`, fullPage: true });
      await page.context().close();
    }
    if (process.env.SHOTS) {
      const page = await (await browser.newContext(MODES.wide)).newPage();
      await page.goto(url);
      await page.pdf({ path: `${process.env.SHOTS}/${at}.pdf`, preferCSSPageSize: true });
      await page.context().close();
    }
  }
});

test("no words of a drawing stand on others", async () => {
  const page = await (await browser.newContext(MODES.wide)).newPage();
  for (const [url, drawing] of [[THEORY, ".diagram"], [MEASURE, "figure"]]) {
    await page.goto(url);
    const overlapping = await page.evaluate((drawing) => {
      const inside = (svg) => [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => [text.textContent, text.getBoundingClientRect()]);
      const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
      return [...document.querySelectorAll(`${drawing} svg`)].flatMap((svg) => {
        const texts = inside(svg);
        return texts.flatMap(([words, box], at) => texts.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${words} / ${other}`));
      });
    }, drawing);
    assert.deepEqual(overlapping, [], url);
  }
});
