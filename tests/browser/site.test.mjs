// Every page of two packs, opened as a ward does it: by double click, from a folder. One is the sample pack, the other has every
// feature of Markdown and every component of the theme (kitchen-sink/). Prints how much each check has looked at, and fails on
// the first thing wrong.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { MODES, Witness, colours, keyboard, links, nu, oneSheet, paper, reflow, rules, shape, spacing, stillness, watchMoves, words } from "./checks.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack-site-"));
const site = join(folder, "sites");
const packs = { pack: join(root, "content"), "kitchen-sink": join(root, "tests/browser/kitchen-sink/content") };
let browser;
let pages;

before(async () => {
  for (const [name, content] of Object.entries(packs)) {
    execFileSync(program, ["build", "--content", content, "--as-of", "2026-11-26", "--output", join(site, name)], { stdio: "pipe" });
  }
  pages = readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html")).sort();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens every page in one mode and runs checks on it, two pages side by side. */
async function onEveryPage(mode, checks, from = site, which = pages) {
  const context = await browser.newContext(mode);
  const open = [...which];
  const found = [];
  const walk = async () => {
    const page = await context.newPage();
    const witness = new Witness(page, (url) => url.startsWith(pathToFileURL(from).href));
    for (let path = open.shift(); path; path = open.shift()) {
      await page.goto(pathToFileURL(join(from, path)).href);
      for (const check of checks) found.push(...(await check(page)).map((line) => `${path}: ${line}`));
      found.push(...witness.take().map((line) => `${path}: ${line}`));
    }
  };
  await Promise.all([walk(), walk()]);
  await context.close();
  return found;
}

function passes(name, found, which = pages) {
  console.log(`${name}: ${which.length} pages, ${found.length} found`);
  assert.deepEqual(found.slice(0, 20), []);
}

test("axe-core in every mode, and no request or message", async () => {
  passes("axe-core", await onEveryPage(MODES.wide, [inEveryMode]));
});

/** Every rule, wide and as narrow as at 400 %; in dark and forced colours nothing else differs, and so the rules about them. */
async function inEveryMode(page) {
  const told = (name, lines) => lines.map((line) => `${name}: ${line}`);
  const found = told("wide", await rules(page));
  const light = await shape(page);
  for (const name of ["dark", "forced"]) {
    const { colorScheme = null, forcedColors = null } = MODES[name];
    await page.emulateMedia({ colorScheme, forcedColors });
    if ((await shape(page)) !== light) found.push(`${name}: something has another place or size than in light colours`);
    found.push(...told(name, await colours(page)));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.setViewportSize(MODES.narrow.viewport);
  found.push(...told("narrow", await rules(page)));
  await page.setViewportSize(MODES.wide.viewport);
  return found;
}

test("a brand colour that is too light is darkened", async () => {
  const branded = join(folder, "branded");
  cpSync(join(root, "content"), join(branded, "content"), { recursive: true });
  appendFileSync(join(branded, "content/pack.yaml"), "brand: {colour: \"#ffb81c\"}\n");
  const { stderr } = await promisify(execFile)(program, ["build", "--content", join(branded, "content"), "--as-of", "2026-11-26", "--output", join(branded, "output")]);
  assert.match(stderr, /warning\[T003\]/);
  // The colour is in the one stylesheet, so a page in eight shows every component that uses it.
  const some = pages.filter((path, number) => path.startsWith("pack/") && number % 8 === 0).map((path) => path.slice("pack/".length));
  passes("brand, light", await onEveryPage(MODES.wide, [rules], join(branded, "output"), some), some);
  passes("brand, dark", await onEveryPage(MODES.dark, [rules], join(branded, "output"), some), some);
});

test("reflow at 320 px, which is 400 %, and spaced text", async () => {
  passes("reflow and spacing", await onEveryPage(MODES.narrow, [reflow, spacing]));
});

test("a charter in English hangs on the wall as one sheet, and so does its Easy Read", async () => {
  const charters = pages.filter((path) => /^pack\/wards\/[^/]+\/charter\/(easy-read\/)?index.html$/.test(path));
  assert.equal(charters.length, 8);
  passes("one sheet", await onEveryPage(MODES.wide, [oneSheet], site, charters), charters);
});

test("the keyboard reaches everything, and the focus is always seen", async () => {
  passes("keyboard, wide", await onEveryPage(MODES.wide, [keyboard]));
  passes("keyboard, narrow", await onEveryPage(MODES.narrow, [keyboard]));
});

test("without scripts every page reads the same", async () => {
  passes("scripts off", await onEveryPage({ ...MODES.narrow, javaScriptEnabled: false }, [words]));
});

test("a page says that Shift leaves it only where that is so", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    for (const path of ["index.html", "forms/early-and-often/index.html", "benchmarks/fill-in/index.html"]) {
      await page.goto(pathToFileURL(join(site, "pack", path)).href);
      const foot = await page.locator(".bottom").innerText();
      assert.equal(foot.includes("Shift"), javaScriptEnabled, foot);
      assert.equal(foot.match(/"Exit this page"/g)?.length, 1, foot);
    }
    await page.context().close();
  }
});

test("under a sub-path, each link of each page leads to a file, and nothing is asked for elsewhere", async () => {
  const server = await serve(site, "/trust/pack/");
  const context = await browser.newContext(MODES.wide);
  const page = await context.newPage();
  const witness = new Witness(page, (url) => url.startsWith(server.address));
  const [found, seen] = [[], new Set()];
  for (const path of pages) {
    await page.goto(server.address + path);
    // "Not found" is written for the top of a site, where web servers show it.
    if (!path.endsWith("404.html")) found.push(...(await links(page, seen)).map((line) => `${path}: ${line}`));
    found.push(...witness.take().map((line) => `${path}: ${line}`));
  }
  console.log(`links: ${seen.size}`);
  await context.close();
  server.close();
  passes("sub-path", found);
});

test("every page prints", async () => {
  passes("print", await onEveryPage(MODES.wide, [paper]));
});

test("pages are light, nothing moves while they load, and little is asked for", async () => {
  const server = await serve(site, "/");
  const found = [];
  const sizes = [];
  for (const [name, viewport] of Object.entries({ wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } })) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    let asked = [];
    page.on("response", (response) => asked.push(response));
    await watchMoves(context);
    // Each page as the first that somebody opens: nothing is in the browser's cache.
    const session = await context.newCDPSession(page);
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    for (const path of pages) {
      asked = [];
      await page.goto(server.address + path, { waitUntil: "load" });
      const once = [...asked];
      found.push(...(await moves(page)).map((line) => `${path}, ${name}: ${line}`));
      const others = once.filter((response) => !/image/.test(response.headers()["content-type"]) && !response.url().endsWith(path));
      // Some kinds of page, such as charts and Easy Read, have one stylesheet of their own.
      const own = others.filter((response) => /css\/(?!ward\.css)/.test(response.url())).length;
      // Forms share a script, the sheets of charters among them; the form of benchmarks has its own too, and one that opens saved files.
      // A conversation on shift has a script that shows a step at a time.
      const isOfOneScript = /(?:^|\/)forms\/|charter\/sheet\/|on-shift\//.test(path);
      const script = path.includes("benchmarks/fill-in/") ? 3 : isOfOneScript ? 1 : 0;
      const needed = path.includes("search/") ? 5 : 2 + Math.min(own, 1) + script;
      if (others.length > needed) found.push(`${path}, ${name}: asks for ${others.map((response) => response.url())}`);
      const files = once.filter((response) => response.ok()).map((response) => decodeURIComponent(new URL(response.url()).pathname));
      sizes.push([path, files.reduce((all, file) => all + statSync(join(site, file)).size, 0)]);
    }
    await context.close();
  }
  server.close();
  sizes.sort((a, b) => b[1] - a[1]);
  found.push(...(await movesWithLateScript()));
  const first = sizes.find(([path]) => path === "pack/index.html")[1];
  console.log(`weight: home page ${first} bytes in all, heaviest page ${sizes[0][0]} with ${sizes[0][1]}, median ${sizes[sizes.length >> 1][1]}`);
  if (first >= 60_000) found.push(`the home page weighs ${first} bytes in all`);
  passes("load", found);
});

test("the stylesheet and the script of every page are small", async () => {
  const { size: style } = statSync(join(site, "pack/css/ward.css"));
  const { size: script } = statSync(join(site, "pack/js/ward.js"));
  console.log(`css/ward.css ${style} bytes, js/ward.js ${script} bytes`);
  assert.ok(style < 30_000 && script < 15_000);
});

test("the Nu HTML checker", async () => {
  // By http: for files, it doesn't know that a policy may name them.
  const server = await serve(site, "/");
  const addresses = pages.map((path) => server.address + path);
  const found = await nu(addresses);
  server.close();
  passes("Nu HTML checker", found);
});

/** Returns what moves on an open page. A browser with little time may show half a header first, on a busy computer more than once, so
    what moved is looked at again: what the page itself moves, it moves each time. */
async function moves(page) {
  let found = await stillness(page);
  for (let again = 0; again < 4 && found.length > 0; again++) {
    await page.reload({ waitUntil: "load" });
    found = await stillness(page);
  }
  return found;
}

/** Returns what moves on some pages whose script comes long after the page is seen. */
async function movesWithLateScript() {
  const server = await serve(site, "/", 400);
  const context = await browser.newContext();
  await watchMoves(context);
  const page = await context.newPage();
  const found = [];
  for (const path of pages.filter((_, number) => number % 12 === 0)) {
    await page.goto(server.address + path, { waitUntil: "load" });
    found.push(...(await moves(page)).map((line) => `${path}, its script late: ${line}`));
  }
  await context.close();
  server.close();
  return found;
}

/** Serves a folder under a path, as any web server does; scripts `late` milliseconds after they are asked for. */
async function serve(folder, base, late = 0) {
  const types = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".jpg": "image/jpeg" };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = join(folder, path.slice(base.length));
    if (!path.startsWith(base) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    setTimeout(() => response.end(readFileSync(file)), extname(file) === ".js" ? late : 0);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
}
