// Hears from wardpack what changed while an editor works, and shows it: pages are loaded anew, stylesheets and pictures are
// exchanged in place, and problems are listed over the last good page. It is added on the way out of `wardpack serve` and is in
// no built file.
(function () {
  "use strict";
  var mine = document.currentScript.dataset;
  var page = { path: mine.page, key: mine.key, styles: mine.styles };
  var scrollKey = "wardpack scroll " + location.pathname;

  // Where the reader was

  function storage(work) {
    try { return work(window.sessionStorage); } catch (error) { return null; } // The browser may keep nothing.
  }

  function reload() {
    storage(function (kept) { kept.setItem(scrollKey, window.scrollX + " " + window.scrollY); });
    location.reload();
  }

  function goBackToPlace() {
    var place = storage(function (kept) {
      var found = kept.getItem(scrollKey);
      kept.removeItem(scrollKey);
      return found;
    });
    if (!place) return;
    var way = place.split(" ").map(Number);
    var go = function () { window.scrollTo({ left: way[0], top: way[1], behavior: "instant" }); };
    go();
    // Pictures without a size move the page until they are there.
    window.addEventListener("load", go, { once: true });
  }

  // Stylesheets and pictures

  function pathOf(address) {
    var url = new URL(address, document.baseURI);
    return url.origin === location.origin && url.pathname.indexOf(mine.base) === 0
      ? decodeURIComponent(url.pathname.slice(mine.base.length)) : null;
  }

  function withVersion(address, version) {
    var url = new URL(address, document.baseURI);
    url.searchParams.set("v", version);
    return url.href;
  }

  function exchangeStyles(version) {
    page.styles = version;
    document.querySelectorAll("link[rel~=stylesheet]").forEach(function (old) {
      if (pathOf(old.href) === null) return;
      var fresh = old.cloneNode();
      fresh.href = withVersion(old.href, version);
      // The old one goes when the new one is there: the page is never without.
      fresh.onload = fresh.onerror = function () { old.remove(); };
      old.after(fresh);
    });
  }

  function exchangeAssets(paths) {
    var version = Date.now().toString(36);
    var changed = function (address) { return address && paths.indexOf(pathOf(address)) >= 0; };
    var scripts = Array.prototype.some.call(document.scripts, function (script) { return changed(script.src); });
    if (scripts || paths.some(function (path) { return path.indexOf("fonts/") === 0; })) return reload();
    document.querySelectorAll("img").forEach(function (picture) {
      if (changed(picture.src)) picture.src = withVersion(picture.src, version);
    });
  }

  // Problems

  var STYLE = [
    ":host { all: initial }",
    "* { box-sizing: border-box }",
    "dialog, .count, .said { font: 1.0625rem/1.5 system-ui, sans-serif }",
    "dialog { color: #000; background: #fff; border: 4px solid #8a1f11; border-radius: 8px; padding: 1.25rem;",
    "  width: min(50rem, calc(100vw - 1rem)); max-height: calc(100vh - 1rem); overflow: auto; overflow-wrap: anywhere }",
    "dialog::backdrop { background: rgba(0, 0, 0, .35) }",
    "h2 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .5rem } h2:focus { outline: none }",
    "p { margin: 0 0 .75rem } ol { margin: 1rem 0; padding: 0; list-style: none }",
    "li { border-top: 1px solid #767676; padding: .75rem 0 } li p { margin: 0 0 .25rem }",
    ".what { font-weight: 700 } code { display: block; white-space: pre-wrap; background: #eee; padding: .25rem .5rem;",
    "  font: .9375rem/1.4 ui-monospace, monospace }",
    "a { color: #003d8f } button { font: inherit; color: #000; background: #fff; border: 2px solid #000;",
    "  border-radius: 4px; padding: .5rem 1rem; min-height: 44px; cursor: pointer }",
    "button:focus-visible, a:focus-visible { outline: 3px solid #000; outline-offset: 2px; box-shadow: 0 0 0 6px #ffdd00 }",
    ".count { position: fixed; right: .5rem; bottom: .5rem; z-index: 2147483647 }",
    ".said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }",
    "@media (prefers-color-scheme: dark) {",
    "  dialog, button { color: #fff; background: #1a1a1a } dialog { border-color: #ff9c8f } button { border-color: #fff }",
    "  code { background: #333 } a { color: #9ecbff } button:focus-visible, a:focus-visible { outline-color: #fff }",
    "}",
    "@media (forced-colors: active) { dialog { border-color: CanvasText } }",
    "@media print { :host { display: none } }"
  ].join("\n");

  var problems = [];
  var overlay = null;
  // The errors that the reader has put away: the list opens by itself again only for other ones.
  var putAway = "";
  var closesItself = false;

  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function makeOverlay() {
    var host = element("div");
    host.id = "wardpack-problems";
    var root = host.attachShadow({ mode: "open" });
    var sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    var made = { host: host, dialog: element("dialog"), count: element("button", "", "count"), said: element("p", "", "said") };
    made.dialog.setAttribute("aria-labelledby", "heading");
    made.said.setAttribute("role", "status");
    made.count.type = "button";
    made.count.hidden = true;
    made.count.onclick = open;
    made.dialog.addEventListener("close", function () {
      putAway = errorsOf(problems);
      made.count.hidden = problems.length === 0;
      if (!made.count.hidden && !closesItself) made.count.focus();
      closesItself = false;
    });
    root.append(made.dialog, made.count, made.said);
    document.documentElement.append(host);
    return made;
  }

  function errorsOf(list) {
    return JSON.stringify(list.filter(function (problem) { return problem.error; }));
  }

  function counted() {
    var errors = problems.filter(function (problem) { return problem.error; }).length;
    var words = function (count, word) { return count ? [count + " " + word + (count === 1 ? "" : "s")] : []; };
    return words(errors, "error").concat(words(problems.length - errors, "warning")).join(", ");
  }

  function item(problem) {
    var made = element("li");
    made.append(element("p", (problem.error ? "Error: " : "Warning: ") + problem.message, "what"));
    var place = element("p");
    if (problem.open) {
      var link = element("a", problem.place);
      link.href = problem.open;
      place.append("In ", link);
    } else {
      place.append("In " + problem.place);
    }
    made.append(place);
    if (problem.line) made.append(element("code", problem.line));
    if (problem.label) made.append(element("p", "Here: " + problem.label));
    if (problem.help) made.append(element("p", "What to do: " + problem.help));
    made.append(element("p", "Code " + problem.code));
    return made;
  }

  function fill() {
    var hasErrors = problems.some(function (problem) { return problem.error; });
    var heading = element("h2", hasErrors ? "This can't be shown yet" : "Some things to look at");
    heading.id = "heading";
    heading.tabIndex = -1;
    var words = hasErrors
      ? "The page below is the last good one. It will be the new one as soon as these are put right: " + counted() + "."
      : "The page below is the new one. " + counted() + ":";
    var list = element("ol");
    problems.forEach(function (problem) { list.append(item(problem)); });
    var close = element("button", "Close");
    close.type = "button";
    close.onclick = function () { overlay.dialog.close(); };
    overlay.dialog.replaceChildren(heading, element("p", words), list, close);
    return heading;
  }

  function open() {
    var heading = fill();
    overlay.count.hidden = true;
    if (!overlay.dialog.open) overlay.dialog.showModal();
    heading.focus();
  }

  function closeItself() {
    closesItself = overlay.dialog.open;
    overlay.dialog.close();
  }

  function showProblems(list) {
    if (!list.length && !overlay) return;
    // Told once more, since the page has asked again: the reader stays where they are.
    if (overlay && JSON.stringify(list) === JSON.stringify(problems)) return;
    overlay = overlay || makeOverlay();
    var had = problems.length;
    problems = list;
    overlay.count.textContent = counted();
    var errors = errorsOf(list);
    if (!list.length) {
      putAway = "";
      closeItself();
      overlay.count.hidden = true;
      overlay.said.textContent = had ? "All problems are put right." : "";
    } else if (overlay.dialog.open) {
      if (errors === "[]") closeItself(); else fill().focus();
    } else if (errors !== "[]" && errors !== putAway) {
      open();
    } else {
      overlay.count.hidden = false;
      overlay.said.textContent = counted();
    }
  }

  // The server

  var source = null;

  function listen() {
    if (source) return;
    var query = "?page=" + encodeURIComponent(page.path) + "&key=" + page.key + "&styles=" + page.styles;
    source = new EventSource(mine.base + "__wardpack/events" + query);
    source.addEventListener("reload", reload);
    source.addEventListener("styles", function (event) { exchangeStyles(event.data); });
    source.addEventListener("assets", function (event) { exchangeAssets(JSON.parse(event.data)); });
    source.addEventListener("problems", function (event) { showProblems(JSON.parse(event.data)); });
    source.addEventListener("again", function () {
      stop();
      listen();
    });
    // Whatever the browser makes of an error, the next try says what the page shows now.
    source.onerror = function () {
      stop();
      setTimeout(listen, 500);
    };
  }

  function stop() {
    if (source) source.close();
    source = null;
  }

  goBackToPlace();
  listen();
  // A page that is put aside holds no connection, and asks again when it comes back.
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", function (event) { if (event.persisted) listen(); });
})();
