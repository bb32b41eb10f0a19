// Each check is able to fail: a page with the very defect is found, and the same page without it isn't.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { MODES, Witness, colours, keyboard, links, nu, paper, reflow, rules, spacing, stillness, watchMoves, words } from "./checks.mjs";

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(() => browser.close());

const frame = (body, style = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><style>body { color: #000; background: #fff } a { display: inline-block; padding: 8px }
${style}</style></head><body><a href="#main">Skip to main content</a><main id="main" tabindex="-1"><h1>A page</h1>${body}</main></body></html>`;

async function found(check, html, mode = MODES.narrow) {
  const context = await browser.newContext(mode);
  await watchMoves(context);
  const page = await context.newPage();
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/page" ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  await page.goto(`http://127.0.0.1:${server.address().port}/page`);
  const lines = await check(page);
  await context.close();
  server.close();
  return lines;
}

/** Looks for what moves once the page has moved it. */
async function lateStillness(page) {
  await page.waitForFunction(() => window.hasMoved === true);
  return stillness(page);
}

const DEFECTS = {
  "no words for a picture": [rules, "<img src=\"data:,\">", /image-alt/],
  "faint words": [rules, "<p style='color: #aaa'>Words</p>", /color-contrast/],
  "faint words, by the rules about colours": [colours, "<p style='color: #aaa'>Words</p>", /color-contrast/],
  "a link like the words around it": [colours, "<p>Words and <a style='display: inline; color: #111; text-decoration: none' href='#a'>a link</a> among them</p>", /link-in-text-block/],
  "a heading left out": [rules, "<h3>Three</h3>", /heading-order/],
  "a target too small": [rules, "<button style='all: revert; width: 9px; height: 9px; padding: 0' aria-label='a'></button><button style='all: revert; width: 9px; height: 9px; padding: 0' aria-label='b'></button>", /target-size/],
  "a page too wide": [reflow, "<p style='width: 400px'>Words</p>", /400|px wide/],
  "words cut off": [spacing, "<p style='height: 1.2em; line-height: 1.2; overflow: hidden'>Words and more words and more words to fill the line</p>", /cut off/],
  "a stop that Tab leaves out": [keyboard, "<a href='#a' tabindex='-1'>One</a>", /should lead to/],
  "another order than the page's": [keyboard, "<a href='#a'>One</a><a href='#b' tabindex='1'>Two</a>", /should lead to/],
  "a focus that can't be seen": [keyboard, "<a href='#a' style='outline: none'>One</a>", /can't be seen/],
  "a page that is empty": [words, "<script>document.querySelector('h1').remove()</script>", /empty/],
  "too many sheets": [paper, "<div style='height: 60000px'></div>", /sheets/],
  "a link that leads nowhere": [links, "<a href='/nowhere'>Words</a>", /leads nowhere/],
  "words that move": [lateStillness, "<div id='late'></div><p>Words and more words and more words</p><script>let moves = 0; setInterval(() => { document.querySelector('#late').style.height = `${++moves * 20}px`; window.hasMoved = moves > 8 }, 80)</script>", /moves by/],
  "a focus that is covered": [keyboard, "<a href='#a'>One</a><div style='position: fixed; inset: 0; background: #fff'></div>", /covered/],
};

for (const [name, [check, body, words]] of Object.entries(DEFECTS)) {
  test(`${name} is found`, async () => {
    const lines = await found(check, frame(body));
    assert.ok(lines.some((line) => words.test(line)), lines.join("\n"));
  });
}

for (const check of [rules, colours, reflow, spacing, keyboard, words, paper, links, stillness]) {
  test(`${check.name} has nothing against a good page`, async () => {
    for (const mode of Object.values(MODES)) assert.deepEqual(await found(check, frame("<p>Words</p><a href='#main'>A link</a>"), mode), []);
  });
}

test("a request, a message and a broken policy are found", async () => {
  const page = await (await browser.newContext()).newPage();
  const witness = new Witness(page, (url) => url.startsWith("data:"));
  await page.goto("data:text/html,<meta http-equiv=Content-Security-Policy content=\"img-src 'none'\"><img src=data:,><script>console.log('hello')</script><link rel=stylesheet href=http://localhost:1/x.css>");
  const lines = witness.take().join("\n");
  for (const words of [/asks for http:\/\/localhost:1/, /says hello/, /Content Security Policy/]) assert.match(lines, words);
});

test("HTML that breaks the rules is found", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wardpack-nu-"));
  writeFileSync(join(folder, "good.html"), frame("<p>Words</p>"));
  writeFileSync(join(folder, "bad.html"), frame("<p id=a>Words<p id=a>Words</p><ul><p>No item</p></ul>"));
  const lines = await nu([join(folder, "good.html"), join(folder, "bad.html")]);
  rmSync(folder, { recursive: true });
  assert.ok(lines.length >= 2 && lines.every((line) => line.includes("bad.html")), lines.join("\n"));
});
