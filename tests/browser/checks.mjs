// What every page of a site has to pass. Each check takes a page that is open and returns what it found wrong, as lines; an
// empty list is a pass.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import vnu from "vnu-jar";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The ways that people see a page: each is a browser context's options. */
export const MODES = {
  wide: { viewport: { width: 1280, height: 900 } },
  // The width of a 1280 px screen at 400 % (WCAG 1.4.10).
  narrow: { viewport: { width: 320, height: 256 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  forced: { viewport: { width: 1280, height: 900 }, forcedColors: "active" },
};

/** Every rule of axe-core for WCAG 2.0 to 2.2, levels A and AA, and for best practice. */
export async function rules(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, {
    runOnly: tags, preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  }), TAGS);
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Nothing has to be scrolled sideways (WCAG 1.4.10), but tables and the like in a region of their own. */
export async function reflow(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > root.clientWidth + 1 && !element.closest("[tabindex='0']");
    });
    return [`the page is ${root.scrollWidth} px wide: ${wide.slice(-1).map((element) => element.outerHTML.slice(0, 120))}`];
  });
}

/** Text can be spaced out without a word being cut off (WCAG 1.4.12). */
export async function spacing(page) {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    const root = document.scrollingElement;
    const found = root.scrollWidth > root.clientWidth ? [`spaced out, the page is ${root.scrollWidth} px wide`] : [];
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
      const isUnseen = style.clipPath !== "none" || element.closest("[hidden]") || element.clientHeight < 2;
      const scrolls = ["auto", "scroll"].includes(style.overflowX) || ["auto", "scroll"].includes(style.overflowY);
      if (hides && !isUnseen && !scrolls && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)) {
        found.push(`spaced out, words are cut off in ${element.outerHTML.slice(0, 120)}`);
      }
    }
    document.adoptedStyleSheets = [];
    return found;
  });
}

/** Everything that can be used can be reached with Tab, in the order of the page, shows where the focus is, and isn't covered. */
export async function keyboard(page) {
  const found = [];
  const all = await page.evaluate(() => {
    // Tab starts from the top, wherever the focus has been.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    const usable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")];
    // Of radio buttons that go together Tab leads to one: the one that is picked, or else the first. Arrows lead on.
    const together = (element) => [...document.querySelectorAll("input[type=radio]")].filter((other) => other.name === element.name && other.form === element.form);
    const isStop = (element) => element.type !== "radio" || (together(element).find((other) => other.checked) ?? together(element)[0]) === element;
    window.reachable = usable.filter(isStop).filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.disabled);
    window.unfocused = new Map(window.reachable.map((element) => [element, look(element)]));
    window.look = look;
    window.scrollTo(0, 0);
    return window.reachable.length;
    function look(element) {
      const style = getComputedStyle(element);
      return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, style.color].join();
    }
  });
  for (let number = 0; number < all; number++) {
    const wrong = await tab(page, number);
    if (wrong) {
      found.push(wrong);
      if (wrong.startsWith("Tab")) break;
    }
  }
  return found;
}

/** Presses Tab, and returns what is wrong with where it leads, if anything: each stop is asked about once, since there are many. */
async function tab(page, number) {
  let wrong;
  // A day has stops of its own for its parts.
  for (let part = 0; part < 5; part++) {
    await page.keyboard.press("Tab");
    wrong = await page.evaluate(stop, number);
    if (wrong !== IN_DAY) break;
  }
  return wrong;
}
const IN_DAY = "Tab stays in a day";

/** Returns what is wrong with the stop that has the focus. It is read in the page. */
function stop(number) {
  const element = document.activeElement;
  if (element.type === "date" && element === window.reachable[number - 1]) return "Tab stays in a day";
  const name = element.outerHTML.slice(0, 120);
  if (element !== window.reachable[number]) return `Tab ${number + 1} should lead to ${window.reachable[number].outerHTML.slice(0, 120)} but leads to ${name}`;
  if (number === 0 && !(element.getAttribute("href") ?? "").startsWith("#")) return `the first stop is no skip link: ${name}`;
  if (window.look(element) === window.unfocused.get(element)) return `the focus can't be seen on ${name}`;
  // Of what is higher than the window, the part inside counts.
  const whole = element.getClientRects()[0];
  const [top, bottom] = [Math.max(whole.top, 0), Math.min(whole.bottom, innerHeight)];
  const seen = [.5, .1, .9].some((part) => {
    const above = document.elementFromPoint(whole.left + whole.width * part, (top + bottom) / 2);
    return above && (element.contains(above) || above.contains(element));
  });
  return seen ? null : `the focus is covered on ${name}`;
}

/** There is something to read. */
export async function words(page) {
  const words = await page.locator("main").innerText();
  return words.trim().length > 10 ? [] : ["the page is empty"];
}

/** The page goes on paper, and on no more of it than a reader can take in. */
export async function paper(page) {
  const sheets = await sheetsOf(page);
  return sheets >= 1 && sheets <= 40 ? [] : [`prints on ${sheets} sheets`];
}

/** The page goes on one sheet of paper. */
export async function oneSheet(page) {
  const sheets = await sheetsOf(page);
  return sheets === 1 ? [] : [`prints on ${sheets} sheets`];
}

/** Returns how many sheets of A4 the page is printed on. */
async function sheetsOf(page) {
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Each link to the same site leads to a file; `seen` holds those that were followed before. */
export async function links(page, seen = new Set()) {
  const found = [];
  const addresses = await page.evaluate(() => [...document.links].map((link) => link.href.split("#")[0]).filter((link) => link.startsWith(location.origin)));
  for (const link of addresses.filter((link) => !seen.has(link) && seen.add(link))) {
    if ((await page.request.get(link)).status() !== 200) found.push(`${link} leads nowhere`);
  }
  return found;
}

/** Counts, from the start of each page that the context opens, by how much things move that nobody has asked to. */
export async function watchMoves(context) {
  await context.addInitScript(() => {
    window.moved = 0;
    const count = (entries) => entries.forEach((entry) => { window.moved += entry.value; });
    window.moves = new PerformanceObserver((list) => count(list.getEntries()));
    window.moves.observe({ type: "layout-shift", buffered: true });
    window.countMoves = () => count(window.moves.takeRecords());
  });
}

/** Nothing moves while the page comes in. */
export async function stillness(page) {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const moved = await page.evaluate(() => {
    window.countMoves();
    return window.moved;
  });
  return moved > 0 ? [`something moves by ${moved}`] : [];
}

/** What a page asked for and said while it was opened. */
export class Witness {
  constructor(page, isOurs) {
    this.found = [];
    page.on("request", (request) => { if (!isOurs(request.url())) this.found.push(`asks for ${request.url()}`); });
    page.on("requestfailed", (request) => {
      // What the browser still wanted when the next page was opened is nobody's fault.
      if (request.failure().errorText !== "net::ERR_ABORTED") this.found.push(`couldn't get ${request.url()}`);
    });
    page.on("console", (message) => this.found.push(`says ${message.text()}`));
    page.on("pageerror", (error) => this.found.push(`fails with ${error}`));
  }

  take() {
    return this.found.splice(0);
  }
}

/** What the Nu HTML checker (W3C) says of files or addresses. It asks for leave to look at this computer's own. */
export async function nu(addresses) {
  const leave = ["-Dnu.validator.servlet.allow-forbidden-hosts=true", "-Dnu.validator.servlet.allowed-address-type=all"];
  const asked = [...leave, "-jar", vnu, "--format", "json", "--stdout", "--exit-zero-always", ...addresses];
  const { stdout } = await promisify(execFile)("java", asked, { maxBuffer: 1 << 28 });
  const { messages } = JSON.parse(stdout);
  return messages.map(({ url, lastLine, message, extract }) => `${url}:${lastLine}: ${message} ${extract ?? ""}`);
}
