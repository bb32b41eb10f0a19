// What every page of a site has to pass. Each check takes a page that is open and returns what it found wrong, as lines; an
// empty list is a pass.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import axe from "axe-core/axe.min.js";
import vnu from "vnu-jar";

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
export const rules = (page) => run(page, { runOnly: TAGS, rules: { "target-size": { enabled: true } } });

/** The rules of axe-core about colours: no others can fail in a mode of the same `shape` as one that passes `rules`. */
export const colours = (page) => run(page, { runOnly: { type: "rule", values: COLOURS } });
const COLOURS = axe.getRules(["cat.color"]).filter((rule) => rule.tags.some((tag) => TAGS.includes(tag))).map((rule) => rule.ruleId);

async function run(page, options) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((options) => window.axe.run(document, options), { preload: false, resultTypes: ["violations"], ...options });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Returns where everything on the page stands: two modes that give the same differ in colours alone. */
export async function shape(page) {
  return page.evaluate(() => [...document.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName, x, y, width, height, getComputedStyle(element).visibility].join(" ");
  }).join("\n"));
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
  const all = await page.evaluate(expectStops);
  const session = await page.context().newCDPSession(page);
  let seen = [];
  // A day has stops of its own for its parts, which aren't counted: so there may be some left.
  for (let before = -1; before < seen.length && seen.length < all;) {
    before = seen.length;
    await tabs(session, all - seen.length);
    seen = await page.evaluate(() => window.seen);
  }
  await session.detach();
  const wrong = seen.findIndex((found) => found?.startsWith("Tab"));
  if (wrong < 0 && seen.length < all) seen.push(`Tab ${seen.length + 1} leads nowhere`);
  return seen.slice(0, wrong < 0 ? undefined : wrong + 1).filter(Boolean);
}

/** Presses Tab some times. All presses are on their way at once: a browser takes them one by one, and each answer would take a frame. */
function tabs(session, times) {
  const press = (type) => session.send("Input.dispatchKeyEvent", { type, key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
  return Promise.all(Array.from({ length: times }, () => [press("rawKeyDown"), press("keyUp")]).flat());
}

/** Returns how many stops Tab has to make, and notes from then on, in `seen`, what is wrong with each that it makes. It is read in the page. */
function expectStops() {
  // Tab starts from the top, wherever the focus has been.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  const usable = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")];
  // Of radio buttons that go together Tab leads to one: the one that is picked, or else the first. Arrows lead on.
  const together = (element) => [...document.querySelectorAll("input[type=radio]")].filter((other) => other.name === element.name && other.form === element.form);
  const isStop = (element) => element.type !== "radio" || (together(element).find((other) => other.checked) ?? together(element)[0]) === element;
  const reachable = usable.filter(isStop).filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.disabled);
  const unfocused = new Map(reachable.map((element) => [element, look(element)]));
  window.scrollTo(0, 0);
  window.seen = [];
  window.removeEventListener("keyup", window.whenTabbed, true);
  window.whenTabbed = () => {
    const element = document.activeElement;
    const number = window.seen.length;
    const isPartOfDay = element.type === "date" && element === reachable[number - 1];
    if (!isPartOfDay && number < reachable.length) window.seen.push(wrongWith(element, number));
  };
  window.addEventListener("keyup", window.whenTabbed, true);
  return reachable.length;

  function look(element) {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.backgroundColor, style.color].join();
  }

  function wrongWith(element, number) {
    const name = element.outerHTML.slice(0, 120);
    if (element !== reachable[number]) return `Tab ${number + 1} should lead to ${reachable[number].outerHTML.slice(0, 120)} but leads to ${name}`;
    if (number === 0 && !(element.getAttribute("href") ?? "").startsWith("#")) return `the first stop is no skip link: ${name}`;
    if (look(element) === unfocused.get(element)) return `the focus can't be seen on ${name}`;
    // Of what is higher than the window, the part inside counts.
    const whole = element.getClientRects()[0];
    const [top, bottom] = [Math.max(whole.top, 0), Math.min(whole.bottom, innerHeight)];
    const isSeen = [.5, .1, .9].some((part) => {
      const above = document.elementFromPoint(whole.left + whole.width * part, (top + bottom) / 2);
      return above && (element.contains(above) || above.contains(element));
    });
    return isSeen ? null : `the focus is covered on ${name}`;
  }
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
