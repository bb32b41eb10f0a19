// Takes the pictures of docs/screenshots: node tests/browser/screenshots.mjs, after tests/browser/run has installed what it needs. They look like
// those that are there where Liberation Sans and Noto Nastaliq Urdu are installed.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const pictures = join(root, "docs/screenshots");
const PAGES = {
  home: "pack/index.html",
  ward: "pack/wards/sample-acute/index.html",
  charter: "pack/wards/sample-acute/charter/index.html",
  domain: "pack/standards/staff/index.html",
  standard: "kitchen-sink/standards/1.1/index.html",
  "conversation-model": "pack/conversation-models/better/index.html",
  "on-shift": "pack/conversation-models/better/on-shift/index.html",
  "charter-sheet": "pack/wards/sample-acute/charter/sheet/index.html",
  leaflet: "pack/wards/sample-acute/leaflets/keeping-safe/index.html",
  "easy-read": "pack/wards/sample-acute/leaflets/keeping-safe/easy-read/index.html",
  "easy-read-home": "pack/wards/sample-acute/easy-read/index.html",
  urdu: "pack/ur/leaflets/keeping-safe/index.html",
  form: "pack/forms/where-are-we/index.html",
  "theory-of-change": "pack/improvement/theories-of-change/our-theory/index.html",
  search: "pack/search/index.html",
};
const WINDOWS = [{ width: 1280, height: 960 }, { width: 390, height: 844 }];
/** Those that are printed, of which the first sheet is shown. */
const ON_PAPER = { charter: PAGES.charter, "on-shift": PAGES["on-shift"], leaflet: PAGES.leaflet, "easy-read-charter": "pack/wards/sample-acute/charter/easy-read/index.html", urdu: PAGES.urdu };

const folder = mkdtempSync(join(tmpdir(), "wardpack-screenshots-"));
const packs = { pack: join(root, "content"), "kitchen-sink": join(root, "tests/browser/kitchen-sink/content") };
for (const [name, content] of Object.entries(packs)) {
  execFileSync(program, ["build", "--content", content, "--as-of", "2026-11-26", "--output", join(folder, name)], { stdio: "pipe" });
}
mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const viewport of WINDOWS) {
  const page = await browser.newPage({ viewport });
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(pathToFileURL(join(folder, path)).href);
    if (name === "search") {
      await page.getByRole("searchbox").fill("consnt");
      await page.waitForFunction(() => document.querySelector("[role=status]").textContent);
    }
    await page.screenshot({ path: join(pictures, `${name}-${viewport.width}.png`) });
  }
}
const page = await browser.newPage();
for (const [name, path] of Object.entries(ON_PAPER)) {
  await page.goto(pathToFileURL(join(folder, path)).href);
  const sheet = join(folder, `${name}.pdf`);
  writeFileSync(sheet, await page.pdf({ preferCSSPageSize: true }));
  execFileSync("pdftoppm", ["-r", "72", "-png", "-singlefile", sheet, join(pictures, `${name}-paper`)]);
}
await browser.close();
rmSync(folder, { recursive: true });
console.log(`${Object.keys(PAGES).length * WINDOWS.length + Object.keys(ON_PAPER).length} pictures in ${pictures}`);
