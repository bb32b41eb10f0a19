// What every page to fill in does: it says how far it is, keeps what is written where somebody asks for that, prints and saves. And the
// forms of content/forms, which have no script of their own. Nothing is sent anywhere.
"use strict";

/**
 * Works a form. `own` is what one kind of form does in its own way:
 *   key        the name by which a browser keeps it
 *   rows       where rows can be added: in which element, and what a row is
 *   progress   returns how much is answered, and how much there is
 *   file       returns the name, the type and the text of the file that is saved
 *   missing    returns the labels of what it can't do without
 *   changed    is called after every change
 * Returns what else a script needs that fills the form itself.
 */
function fillIn(form, own) {
  const said = document.getElementById("form-said");
  const fields = () => [...form.elements].filter((field) => field.name);
  const isBox = (field) => field.type === "radio" || field.type === "checkbox";

  /** Says something in words of the page. */
  function say(text) {
    said.textContent = text;
  }

  const growing = () => [...form.querySelectorAll(own.rows.in)];
  const rowsOf = (place) => [...place.querySelectorAll(own.rows.row)];

  /** Adds an empty row, and returns it. */
  function addRow(place) {
    const rows = rowsOf(place);
    const row = rows[rows.length - 1].cloneNode(true);
    for (const field of row.querySelectorAll("input, textarea, select")) {
      const id = `${field.id.replace(/-\d+$/, "")}-${rows.length}`;
      row.querySelector(`label[for="${CSS.escape(field.id)}"]`).htmlFor = id;
      field.id = id;
      field.value = "";
    }
    for (const number of row.querySelectorAll(".row-number")) number.textContent = rows.length + 1;
    rows[rows.length - 1].after(row);
    return row;
  }

  /** Returns what every field says, in order, and how many rows there are. */
  function state() {
    return { rows: growing().map((place) => rowsOf(place).length), fields: fields().map((field) => [field.name, field.value, isBox(field) ? field.checked : null]) };
  }

  /** Puts back what was kept. What the form no longer asks is passed over. */
  function restore(kept) {
    growing().forEach((place, at) => {
      while (rowsOf(place).length < Math.min(kept.rows[at] ?? 1, 200)) addRow(place);
    });
    const left = kept.fields.slice();
    for (const field of fields()) {
      const at = left.findIndex(([name, value, checked]) => name === field.name && (checked === null || value === field.value));
      if (at < 0) continue;
      const [[, value, checked]] = left.splice(at, 1);
      if (checked === null) field.value = value;
      else field.checked = checked;
    }
  }

  /** Reads what is kept; nothing where there is nothing, or the browser keeps nothing. */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(own.key));
    } catch {
      return null;
    }
  }

  function showKept() {
    const isThere = kept() !== null;
    for (const what of ["back", "forget"]) form.querySelector(`[data-do="${what}"]`).hidden = !isThere;
    return isThere;
  }

  function save() {
    const { name, type, text } = own.file();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    document.getElementById("form-text").value = text;
    document.getElementById("form-file").hidden = false;
    const empty = own.missing ? own.missing() : [];
    say(form.dataset.saved + (empty.length ? ` ${form.dataset.missing} ${empty.join(", ")}` : ""));
  }

  function changed() {
    const { done, all } = own.progress();
    document.getElementById("form-progress").textContent = form.dataset.progress.replace("{done}", done).replace("{all}", all);
    own.changed?.();
  }

  /** Makes a box as high as its words, so that paper shows them all. */
  function grow(box) {
    if (box.scrollHeight > box.clientHeight) box.rows = Math.min(60, Math.ceil(box.scrollHeight / 24));
  }

  const doing = {
    save,
    print: () => window.print(),
    add: (button) => addRow(button.closest(own.rows.in)).querySelector("textarea, input, select").focus(),
    keep() {
      try {
        localStorage.setItem(own.key, JSON.stringify(state()));
        say(form.dataset.kept);
      } catch {
        say(form.dataset.notKept);
      }
      showKept();
    },
    back() {
      restore(kept());
      changed();
      say(form.dataset.back);
    },
    forget() {
      localStorage.removeItem(own.key);
      form.querySelector("[data-do=keep]").focus();
      showKept();
      say(form.dataset.forgotten);
    },
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) doing[button.dataset.do](button);
  });
  form.addEventListener("change", changed);
  form.addEventListener("input", (event) => {
    if (event.target.tagName === "TEXTAREA") grow(event.target);
  });
  // For paper, what people see differently is shown if it says something.
  window.addEventListener("beforeprint", () => {
    for (const box of form.querySelectorAll("textarea")) grow(box);
    for (const details of form.querySelectorAll("details")) {
      if ([...details.querySelectorAll("select")].some((field) => field.value)) details.open = true;
    }
  });
  changed();
  if (showKept()) say(form.dataset.there);
  return { addRow, rowsOf, changed };
}

/** Returns a table as CSV (RFC 4180) that spreadsheets read as text: none of its cells is run as a formula. */
function csv(rows) {
  const cell = (words) => {
    // eslint-disable-next-line no-control-regex
    const clean = words.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, " ").trim();
    const isFormula = /^[=+\-@＝＋－＠]/.test(clean) && !/^-?\d+([.,]\d+)?$/.test(clean);
    return `"${(isFormula ? `'${clean}` : clean).replaceAll('"', '""')}"`;
  };
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

{
  const form = document.querySelector("form[data-form]");
  if (form) {
    const questions = [...form.querySelectorAll("[data-question]")];
    const words = (element) => (element?.textContent ?? "").trim().replace(/\s+/g, " ");
    const of = (question) => [...question.querySelectorAll("input, textarea, select")];
    const isAnswer = (field) => (field.type === "radio" || field.type === "checkbox" ? field.checked && !field.dataset.none : field.value.trim() !== "");
    const ask = (question) => words(question.querySelector(".asks"));
    const part = (question) => words(question.closest("[data-part]").querySelector("h2"));

    /** Returns the answer to a question, in one line for what is picked. */
    const answer = (question) => of(question).filter(isAnswer).map((field) => field.value).join("; ");

    /** Returns what each cell of a table is called, and what it says; rows without a word in them only where nothing else is there. */
    function cells(question) {
      const columns = [...question.querySelectorAll("thead th")].map(words);
      const rows = [...question.querySelectorAll("tbody tr")].map((row) => [words(row.querySelector("th")), of(row)]);
      return rows.flatMap(([title, fields], at) => fields.map((field, column) => [`${title || at + 1} – ${columns[column]}`, field.value]));
    }

    const sentence = () => words(document.getElementById("form-sentence"));

    /** Returns a row for each question, or for a survey one row for the person and above it what was asked. */
    function rows() {
      const each = questions.flatMap((question) => {
        const [head, asked] = [part(question), ask(question)];
        if (question.dataset.question === "table") {
          return cells(question).map(([name, value]) => [head, `${asked} – ${name}`, value]);
        }
        return [[head, asked, answer(question)]];
      });
      if (form.dataset.survey === "true") return [each.map((row) => row[1]), each.map((row) => row[2])];
      const whole = sentence() ? [["", words(document.getElementById("page-sentence")), sentence()]] : [];
      return [[form.dataset.part, form.dataset.asked, form.dataset.answered], ...each, ...whole];
    }

    /** Shows what comes next after the answers that there are, and puts them into the sentence. */
    function changed() {
      const byId = new Map(questions.map((question) => [question.dataset.id, question]));
      for (const place of form.querySelectorAll("#form-sentence [data-of]")) {
        const found = byId.get(place.dataset.of);
        place.textContent = (found && answer(found).replace(/\s+/g, " ")) || place.dataset.blank;
      }
      let isAny = false;
      for (const next of form.querySelectorAll("#form-next > li")) {
        const picked = of(byId.get(next.dataset.of)).filter(isAnswer).map((field) => field.dataset.choice);
        const isNow = next.dataset.when.split(" ").some((number) => picked.includes(number));
        next.classList.toggle("now", isNow);
        isAny ||= isNow;
      }
      const none = document.getElementById("form-nothing");
      if (!none) return;
      none.hidden = isAny;
      none.closest("section").classList.toggle("on-screen", !isAny);
    }

    fillIn(form, {
      key: `wardpack form ${form.dataset.form}`,
      rows: { in: "[data-grows=true]", row: "tbody tr" },
      progress: () => ({ done: questions.filter((question) => of(question).some(isAnswer)).length, all: questions.length }),
      file: () => ({ name: `${form.dataset.form}.csv`, type: "text/csv;charset=utf-8", text: csv(rows()) }),
      changed,
    });
    form.addEventListener("input", changed);
  }
}
