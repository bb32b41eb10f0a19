// Everything on this site reads and works without this script. It makes leaving quicker, and opens what is folded for print.
(function () {
  "use strict";

  // Pressing Shift three times leaves, as on GOV.UK: Escape has other uses, and Shift alone does nothing else.
  var PRESSES = 3, WITHIN = 5000;
  var exits = document.querySelectorAll("a[data-exit]");
  var cover;

  // What is on the screen is covered at once, and the blank page takes its place. From there the way goes on to another website, but
  // only where that answers: a network without internet would show the browser's error page.
  var AWAY = "#away";
  function leave() {
    cover = document.createElement("div");
    cover.className = "exit-cover";
    document.body.append(cover);
    // The new page takes the place of this one, so that the way back doesn't lead here.
    location.replace(exits[0].dataset.exit + AWAY);
  }
  var onward = document.querySelector("[data-onward]");
  if (onward && onward.dataset.onward && location.hash === AWAY) {
    history.replaceState(null, "", location.pathname + location.search);
    var site = onward.dataset.onward;
    fetch(site, { mode: "no-cors", credentials: "omit", referrerPolicy: "no-referrer" }).then(function () { location.replace(site); }, function () {});
  }

  // Back on the page, people find it as it was.
  addEventListener("pageshow", function (event) {
    if (event.persisted && cover) location.reload();
  });

  exits.forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      leave();
    });
  });

  // Those who don't see the page hear how many presses are left.
  var said = document.getElementById("page-exit");
  function say(left, event) {
    if (said && !event.target.matches("input")) said.textContent = left === 2 ? exits[0].dataset.two : left === 1 ? exits[0].dataset.one : "";
  }
  var presses = [];
  addEventListener("keydown", function (event) {
    if (event.key !== "Shift") presses = [];
    if (event.key !== "Shift" || event.repeat || !exits.length) return;
    presses = presses.filter(function (time) { return event.timeStamp - time < WITHIN; }).concat(event.timeStamp);
    say(PRESSES - presses.length, event);
    if (presses.length >= PRESSES) leave();
  });

  // Escape closes the menu, and so does a click beside it.
  var menu = document.querySelector(".menu details");
  addEventListener("click", function (event) {
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !menu || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Browsers that can't open folded parts for print by the stylesheet alone.
  var opened = [];
  addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (details) { details.open = false; });
    opened = [];
  });

  // Small letters without accents, and one letter for those of Urdu and Arabic that look alike: as where the search index is made.
  var ALIKE = { "ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ھ": "ہ" };
  window.wardpackFold = function (text) {
    var folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[يىكهةھ]/g, function (letter) { return ALIKE[letter]; });
    folded = folded.replace(/[٠-٩۰-۹]/g, function (digit) { return digit.charCodeAt(0) & 15; });
    return folded.replace(/\+44(?: ?\(0\)| )?/g, "0");
  };

  // On the page of wards: only those whose name, kind or hospital has the words that were typed, in any order.
  function typedWords(text) {
    return window.wardpackFold(text).replace(/['’‘`ʼ]/g, "").split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  }
  var filter = document.getElementById("page-filter");
  function narrow() {
    var wanted = typedWords(filter.querySelector("input").value);
    var left = 0;
    document.querySelectorAll("main .group").forEach(function (group) {
      var site = group.querySelector("h2").textContent;
      var cards = Array.from(group.querySelectorAll(".card"));
      cards.forEach(function (card) {
        var words = typedWords(site + " " + card.textContent);
        var whole = words.join("");
        card.hidden = !wanted.every(function (typed) {
          return words.some(function (word) { return word.startsWith(typed); }) || typed.length > 3 && whole.includes(typed);
        });
      });
      var shown = cards.filter(function (card) { return !card.hidden; }).length;
      group.hidden = !shown;
      left += shown;
    });
    var words = filter.dataset;
    var text = left === 0 ? words.none : left === 1 ? words.one : words.many;
    filter.querySelector("[role=status]").textContent = wanted.length ? text.replace("{number}", left) : "";
  }
  if (filter) {
    filter.addEventListener("input", narrow);
    filter.addEventListener("submit", function (event) {
      event.preventDefault();
      narrow();
    });
    if (filter.querySelector("input").value) narrow();
  }
})();
