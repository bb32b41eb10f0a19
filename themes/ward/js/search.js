// Search over the pages of this site, from scripts that hold the words of each page. It works on a page opened from a file,
// without a network. What people look for is never part of an address, so it is in no history, and nothing is stored.
(function () {
  "use strict";

  // How good a match is: the very word, another form of it, its beginning, a slip of the finger.
  var EXACT = 1, FORM = .85, BEGINNING = .7, SLIP = .4;
  // A ward's own pages come before those for everyone.
  var OWN = 2;
  // What is for staff comes after what is for everyone, unless its title has a word that was typed.
  var STAFF = .5;
  var MOST_SHOWN = 30;
  // From this many digits on, groups of them are one number.
  var LONG_NUMBER = 6;
  // How the forms of a word are told, by language.
  var FORMS = { en: english, cy: welsh };
  // The first letters of Welsh words that change into each other.
  var MUTATIONS = [[/^(?:ngh|ng|ch|c|g)/, "c"], [/^(?:ph|mh|p|b|m|f)/, "p"], [/^(?:th|nh|dd|t|d|n)/, "t"], [/^ll?/, "l"], [/^rh?/, "r"]];
  // Screen readers say the number of pages once people have stopped typing.
  var PAUSE = 400;

  var form = document.getElementById("page-search");
  var box = document.getElementById("page-search-words");
  var found = document.getElementById("page-found");
  var status = found.querySelector("[role=status]");
  var list = found.querySelector("ol");
  var calls = document.getElementById("page-calls");
  var indexes = (window.wardpackSearch || []).map(unpack).reduce(joined, []);
  var pages = pagesByName();
  var searches = indexes.flatMap(function (index) { return index.meant; }).map(prepared);

  // The words are stored as the number of letters shared with the word before, and the rest.
  function unpack(index) {
    var last = "";
    index.words = index.words.split("\n").map(function (coded) {
      var letters = Array.from(last).slice(0, parseInt(coded[0], 36) || 0);
      last = letters.join("") + coded.slice(1);
      return last;
    });
    // Where a word is found: the steps from page to page, and the page that they begin at.
    index.found = index.found.split("\n").map(function (steps) { return [[0, steps]]; });
    index.forms = index.words.map(formOf);
    index.pages.forEach(function (page) { page[3] = index.kinds[page[3]]; });
    return index;
  }

  // The index of a large site comes in parts: each goes on where the one before it ends.
  function joined(all, index) {
    var whole = all[all.length - 1];
    if (!index.goesOn || !whole) return all.concat(index);
    whole.places = whole.places || new Map(whole.words.map(function (word, place) { return [word, place]; }));
    index.words.forEach(function (word, at) {
      if (!whole.places.has(word)) {
        whole.places.set(word, whole.words.push(word) - 1);
        whole.forms.push(index.forms[at]);
        whole.found.push([]);
      }
      whole.found[whole.places.get(word)].push([whole.pages.length, index.found[at][0][1]]);
    });
    whole.pages = whole.pages.concat(index.pages);
    return all;
  }

  // The last index is the nearest: a ward's own pages come in place of those for everyone. In a ward, no other ward is shown.
  function pagesByName() {
    var pages = new Map();
    indexes.forEach(function (index, number) {
      if (number > 0) {
        pages.forEach(function (page, name) {
          if (name.startsWith("ward/") || index.leftOut.includes(name)) pages.delete(name);
        });
      }
      index.pages.forEach(function (page) {
        pages.set(page[0], {
          href: page[1], title: page[2], kind: page[3], summary: page[4], forStaff: page[5], lang: page[6], dir: page[7]
        });
      });
    });
    return pages;
  }

  // The same folding as where the index is made: small letters, no accents, words of letters and digits. The groups of a long number
  // are one, and so is a letter with its apostrophe and the name after it.
  function wordsOf(text) {
    var folded = window.wardpackFold(text).replace(/(^|[^\p{Alphabetic}\p{N}])(\p{Alphabetic})['’](?=\p{Alphabetic})/gu, "$1$2");
    folded = folded.replace(/\d+(?:[ -]\d+)+/g, function (groups) {
      var number = groups.replace(/\D/g, "");
      return number.length < LONG_NUMBER ? groups : number;
    });
    return folded.split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean);
  }

  // What people type in words of their own: each time some words that belong together, the pages for them, and whether they tell of harm.
  function prepared(one) {
    return { words: one[0].split("\n").map(wordsOf), pages: one[1].split(" ").filter(Boolean), harm: one[2] };
  }

  // What the forms of a word share. English: its ending is taken off (rape, raped, raping). Welsh: the first letter that changes after
  // other words stands for all it can be (cartref, gartref, nghartref). Two words with one form mean the same to a reader.
  function formOf(word) {
    var find = FORMS[document.documentElement.lang.slice(0, 2)];
    return find ? find(word) : word;
  }

  function english(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var stem = word.replace(/sses$/, "ss").replace(/ie[sd]$/, "y").replace(/(...)eed$/, "$1ee").replace(/([^su])s$/, "$1");
    stem = stem.replace(/(.{4,})ments?$/, "$1");
    var shorter = stem.replace(/(?:ing|ed)$/, "");
    // A stem has a vowel: “string” and “need” are whole words.
    if (shorter !== stem && shorter.length > 2 && /[aeiouy]/.test(shorter) && !/[aeiou]e$/.test(stem.slice(0, -1))) {
      stem = shorter.replace(/([bdfgmnprt])\1$/, "$1");
    }
    return stem.length > 3 ? stem.replace(/e$/, "").replace(/y$/, "i") : stem.replace(/(..)e$/, "$1");
  }

  function welsh(word) {
    if (word.length < 4) return word;
    var mutation = MUTATIONS.find(function (one) { return one[0].test(word); });
    return mutation ? word.replace(mutation[0], mutation[1]) : word;
  }

  // Returns how many slips (a letter too many, missing, wrong, or two swapped) turn `typed` into the beginning of `word`;
  // more than `most` is Infinity.
  function slips(typed, word, most) {
    if (word.length < typed.length - most) return Infinity;
    var before = [], row = [], next;
    for (var column = 0; column <= typed.length; column++) row[column] = column;
    var best = row[typed.length];
    for (var at = 1; at <= Math.min(word.length, typed.length + most); at++) {
      next = [at];
      for (column = 1; column <= typed.length; column++) {
        var differs = word[at - 1] === typed[column - 1] ? 0 : 1;
        next[column] = Math.min(row[column] + 1, next[column - 1] + 1, row[column - 1] + differs);
        if (at > 1 && column > 1 && word[at - 1] === typed[column - 2] && word[at - 2] === typed[column - 1]) {
          next[column] = Math.min(next[column], before[column - 2] + 1);
        }
      }
      before = row;
      row = next;
      best = Math.min(best, row[typed.length]);
    }
    return best <= most ? best : Infinity;
  }

  // Returns the words of an index that are meant by a typed one, each with how good the match is.
  function meant(typed, index) {
    var good = [], near = [], typedForm = formOf(typed);
    // A number with a slip in it is another number.
    var most = typed.length < 4 || /^\d+$/.test(typed) ? 0 : typed.length < 8 ? 1 : 2;
    index.words.forEach(function (word, number) {
      if (word === typed) good.push([number, EXACT]);
      else if (index.forms[number] === typedForm) good.push([number, FORM]);
      else if (word.startsWith(typed) && typed.length > 1) good.push([number, BEGINNING * typed.length / word.length]);
      else if (most) {
        var wrong = slips(typed, word, most);
        // A word that is about as long is meant sooner than one that only begins alike.
        if (wrong < Infinity) near.push([number, SLIP / wrong / (1 + Math.abs(word.length - typed.length))]);
      }
    });
    return { good: good, near: near };
  }

  // Returns the pages that steps lead to from a first one, each with how much a word says about it.
  function placesOf(page, steps) {
    return (steps.match(/[0-9a-z]+[A-Z]/g) || []).map(function (step) {
      page += parseInt(step.slice(0, -1), 36);
      return [page, step.charCodeAt(step.length - 1) - 64];
    });
  }

  // Returns what each page counts for a typed word: the best of the words that are meant. Slips count where nothing else does.
  function scores(typed) {
    var all = indexes.map(function (index) { return meant(typed, index); });
    var isWritten = all.some(function (words) { return words.good.length; });
    var scores = new Map();
    all.forEach(function (words, number) {
      var index = indexes[number];
      (isWritten ? words.good : words.near).forEach(function (match) {
        var places = index.found[match[0]].flatMap(function (part) { return placesOf(part[0], part[1]); });
        var rarity = Math.log(1 + index.pages.length / places.length);
        places.forEach(function (place) {
          var name = index.pages[place[0]][0];
          var score = match[1] * rarity * (number > 0 ? OWN : 1) * place[1];
          if (pages.has(name)) scores.set(name, Math.max(score, scores.get(name) || 0));
        });
      });
    });
    return scores;
  }

  // Tells whether a typed word is one of search.yaml: the same, another form of it, or one with a slip in it.
  function isWord(typed, word, most) {
    if (formOf(typed) === formOf(word)) return true;
    return most > 0 && word.length > 4 && typed.length >= word.length - 1 && typed.length <= word.length + 1
      && slips(typed, word, most) <= most;
  }

  // Returns what somebody means who types these words: the longest of the words of search.yaml come first. Slips count where nothing
  // else does.
  function meanings(typed) {
    // A word that the pages have is no slip.
    var isKnown = typed.map(function (word) { return indexes.some(function (index) { return meant(word, index).good.length; }); });
    for (var most = 0; most < 2; most++) {
      var found = [];
      searches.forEach(function (one) {
        var length = 0;
        one.words.forEach(function (words) {
          var all = words.length && words.every(function (word) {
            return typed.some(function (other, at) { return isWord(other, word, isKnown[at] ? 0 : most); });
          });
          if (all) length = Math.max(length, words.length);
        });
        if (length) found.push({ length: length, pages: one.pages, harm: one.harm });
      });
      if (found.length) return found.sort(function (a, b) { return b.length - a.length; });
    }
    return [];
  }

  // Returns the pages for some words, best first: those for what is meant, then those with the words. Those with all the words come
  // alone, if there are any.
  function search(text) {
    var typed = wordsOf(text);
    var meant = meanings(typed);
    var first = meant.flatMap(function (one) { return one.pages; });
    var names = first.concat(withWords(typed.filter(function (word) { return word.length > 1 || /\d/.test(word); })));
    return {
      pages: names.filter(function (name, at) { return pages.has(name) && names.indexOf(name) === at; }),
      harm: meant.some(function (one) { return one.harm; })
    };
  }

  function isLate(name, forms) {
    return pages.get(name).forStaff && !wordsOf(pages.get(name).title).some(function (word) { return forms.includes(formOf(word)); });
  }

  // Returns the names of the pages that have these words, best first.
  function withWords(typed) {
    var totals = new Map();
    var forms = typed.map(formOf);
    typed.forEach(function (word) {
      scores(word).forEach(function (score, name) {
        var total = totals.get(name) || { name: name, words: 0, score: 0 };
        if (pages.get(name).forStaff) score *= STAFF;
        totals.set(name, { name: name, words: total.words + 1, score: total.score + score });
      });
    });
    var results = Array.from(totals.values());
    var whole = results.filter(function (result) { return result.words === typed.length; });
    if (whole.length) results = whole;
    results.forEach(function (result) { result.late = isLate(result.name, forms) ? 1 : 0; });
    results.sort(function (a, b) { return a.late - b.late || b.words - a.words || b.score - a.score; });
    return results.map(function (result) { return result.name; });
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.append(made);
    return made;
  }

  function show(names) {
    list.replaceChildren();
    names.slice(0, MOST_SHOWN).forEach(function (name) {
      var page = pages.get(name);
      var item = element("li", "", list);
      var link = element("a", page.title, element("h3", "", item));
      link.href = found.dataset.root + page.href;
      var summary = page.summary && element("p", page.summary, item);
      if (page.lang) {
        [link, summary].filter(Boolean).forEach(function (words) {
          words.lang = page.lang;
          words.dir = page.dir;
        });
        link.hreflang = page.lang;
      }
      element("p", page.kind, item).className = "small";
    });
  }

  function count(results) {
    var words = found.dataset;
    // One letter says too little to look for.
    if (!wordsOf(box.value).some(function (word) { return word.length > 1; })) return "";
    if (!results.length) return words.nothing;
    if (results.length === 1) return words.one;
    var text = results.length > MOST_SHOWN ? words.first : words.many;
    return text.replace("{number}", results.length).replace("{shown}", MOST_SHOWN);
  }

  // Shows whom to call, as the help panel of the page has it, above the pages.
  function showCalls(isShown) {
    calls.hidden = !isShown;
    var lines = calls.querySelector(".always");
    if (!isShown || lines.children.length) return;
    document.querySelectorAll("#page-help .contact").forEach(function (contact) {
      var numbers = contact.querySelectorAll("a[href^='tel:'], a[href^='sms:']");
      var name = contact.querySelector("strong");
      if (!numbers.length || !name) return;
      var line = element("p", "", lines);
      line.append(name.cloneNode(true));
      numbers.forEach(function (number) { line.append(" ", number.cloneNode(true)); });
    });
    calls.hidden = !lines.children.length;
  }

  var later;
  function update() {
    var results = search(box.value);
    show(results.pages);
    var said = count(results.pages);
    showCalls(results.harm || said === found.dataset.nothing);
    clearTimeout(later);
    later = setTimeout(function () { status.textContent = said; }, PAUSE);
  }

  box.addEventListener("input", update);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    update();
  });
  // A browser may fill the box again when people come back to the page.
  if (box.value) update();
})();
