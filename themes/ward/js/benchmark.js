// The form of benchmarks: the file that wardpack reads. All else is done by form.js, as on every form.
"use strict";

(() => {
  const form = document.getElementById("page-form");
  const TEXTS = ["why", "evidence", "good_practice", "comment"];
  const GROUPS = [...form.elements.took_part].map((box) => box.value);

  const words = (name) => (form.elements[name]?.value ?? "").trim();
  const level = (of) => words(`${of} confidence`).replace("not-rated", "");
  const asks = () => [...form.querySelectorAll(".ask")];

  /** Returns the rows of actions that say something. */
  function actions(ask) {
    const row = (set) => ({
      what: set.querySelector("[name$=' what']").value.trim().replace(/\s+/g, " "),
      who: set.querySelector("[name$=' who']").value.trim(),
      by: set.querySelector("[name$=' by']").value,
    });
    return [...ask.querySelectorAll(".action")].map(row).filter((action) => action.what || action.who || action.by);
  }

  /** Returns what is said of a domain or a standard. */
  function answer(ask) {
    const of = ask.dataset.of;
    const found = { confidence: level(of), team: words(`${of} team`), by_group: {} };
    for (const group of GROUPS) {
      const own = words(`${of} by_group ${group}`);
      if (own) found.by_group[group] = own;
    }
    for (const key of TEXTS) found[key] = words(`${of} ${key}`);
    found.actions = actions(ask);
    return found;
  }

  const isSaid = (found) =>
    found.confidence || found.team || TEXTS.some((key) => found[key]) || Object.keys(found.by_group).length || found.actions.length;

  /** Returns words as a YAML value: in quotes, so that none of them is taken for anything else; lines as lines where that is safe. */
  function value(text, indent) {
    // eslint-disable-next-line no-control-regex
    const clean = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, " ");
    const lines = clean.split("\n").map((line) => line.trimEnd());
    const isPlain = lines.length > 1 && !/^\s/.test(lines[0]);
    if (!isPlain) return JSON.stringify(lines.join("\n"));
    const pad = " ".repeat(indent);
    return `|\n${lines.map((line) => (line ? pad + line : "")).join("\n")}`;
  }

  /** Returns the lines of an answer, so far in. */
  function lines(found, indent) {
    const pad = " ".repeat(indent);
    const out = [];
    if (found.confidence) out.push(`${pad}confidence: ${found.confidence}`);
    if (found.team) out.push(`${pad}team: ${value(found.team, indent + 2)}`);
    const groups = Object.entries(found.by_group);
    if (groups.length) out.push(`${pad}by_group: {${groups.map(([group, level]) => `${group}: ${level}`).join(", ")}}`);
    for (const key of TEXTS) if (found[key]) out.push(`${pad}${key}: ${value(found[key], indent + 2)}`);
    if (found.actions.length) out.push(`${pad}actions:`);
    for (const action of found.actions) {
      out.push(`${pad}  - what: ${value(action.what || "?", indent + 6)}`);
      if (action.who) out.push(`${pad}    who: ${value(action.who, indent + 6)}`);
      if (action.by) out.push(`${pad}    by: ${action.by}`);
    }
    return out;
  }

  /** Returns the file of the benchmark. */
  function file() {
    const out = [];
    const add = (key, text) => {
      if (text) out.push(`${key}: ${value(text, 2)}`);
    };
    add("title", words("title") || document.querySelector("h1").textContent.trim());
    const [summary, others] = [words("summary"), words("others")];
    if (summary) out.push(summary);
    else add("summary", form.dataset.summary);
    const part = words("level");
    out.push(`level: ${part || "ward"}`);
    if (words("ward") && (part === "ward" || !part)) out.push(`ward: ${JSON.stringify(words("ward"))}`);
    add("of", words("of"));
    if (words("on")) out.push(`on: ${words("on")}`);
    const there = [...form.elements.took_part].filter((box) => box.checked).map((box) => box.value);
    if (there.length) out.push(`took_part: [${there.join(", ")}]`);
    add("decided_by", words("decided_by"));
    out.push("ratings:");
    for (const section of form.querySelectorAll("[data-domain]")) {
      out.push(`  - domain: ${JSON.stringify(section.dataset.domain)}`);
      out.push(...lines(answer(section.querySelector("[data-kind='domain']")), 4));
      const standards = [...section.querySelectorAll(".ask[data-kind='standard']")].filter((ask) => isSaid(answer(ask)));
      if (standards.length) out.push("    standards:");
      for (const ask of standards) {
        out.push(`      - standard: ${JSON.stringify(ask.dataset.of)}`, ...lines(answer(ask), 8));
      }
    }
    // What a file that was opened says beyond the form.
    if (others) out.push(others);
    return `${out.join("\n")}\n`;
  }

  /** Returns a name for the file: small letters, digits and hyphens. */
  function name() {
    const plain = words("title").normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40).replace(/-+$/, "") || "benchmark";
  }

  /** Returns the labels of what a benchmark can't do without. */
  function missing() {
    const label = (of) => form.querySelector(`label[for="${of}"]`).textContent;
    const needed = [];
    if (!words("title")) needed.push(label("form-title"));
    if (!words("level")) needed.push(form.elements.level[0].closest("fieldset").querySelector("legend").textContent);
    if (!words("on")) needed.push(label("form-on"));
    return needed;
  }

  const { addRow, rowsOf, changed } = fillIn(form, {
    key: "wardpack benchmark",
    rows: { in: ".ask", row: ".action" },
    progress: () => ({ done: asks().filter((ask) => level(ask.dataset.of)).length, all: asks().length }),
    file: () => ({ name: `${name()}.yaml`, type: "application/yaml", text: file() }),
    missing,
  });

  const SETTINGS = ["title", "summary", "level", "ward", "of", "on", "took_part", "decided_by", "ratings"];
  const isMap = (found) => typeof found === "object" && found !== null && !Array.isArray(found);

  /** Fills the form in from a file. Returns the names of what has no place on it. */
  function fill(found, text) {
    const lost = [];
    const isBox = (field) => field.type === "radio" || field.type === "checkbox";
    const isThere = (field, value) => field.tagName !== "SELECT" || [...field.options].some((option) => option.value === value);
    const put = (name, value, called) => {
      const field = form.elements[name];
      const boxes = field && !field.tagName ? [...field] : [];
      const box = boxes.find((one) => isBox(one) && one.value === value);
      if (box) box.checked = true;
      else if (field?.tagName && typeof value === "string" && isThere(field, value)) field.value = value;
      else if (value !== "") lost.push(called);
      if (field?.type === "date" && field.value !== value) lost.push(called);
    };
    const putAnswer = (of, said, known) => {
      const where = (key) => `${of}: ${key}`;
      for (const [key, value] of Object.entries(said)) {
        if (key === "confidence" || key === "team" || TEXTS.includes(key)) put(`${of} ${key}`, value, where(key));
        else if (key === "by_group" && isMap(value)) {
          for (const [group, level] of Object.entries(value)) put(`${of} by_group ${group}`, level, where(group));
        } else if (key === "actions" && Array.isArray(value)) putActions(of, value, where("actions"));
        else if (!known.includes(key)) lost.push(where(key));
      }
    };
    const putActions = (of, all, called) => {
      const ask = asks().find((one) => one.dataset.of === of);
      all.forEach((action, number) => {
        if (!isMap(action)) return lost.push(called);
        const row = number ? addRow(ask) : rowsOf(ask)[0];
        for (const [key, value] of Object.entries(action)) {
          const field = row.querySelector(`[name="${CSS.escape(of)} ${CSS.escape(key)}"]`);
          if (field && typeof value === "string") field.value = value;
          if (field?.value !== value) lost.push(called);
        }
      });
    };
    empty();
    for (const key of ["title", "level", "ward", "of", "on", "decided_by"]) if (key in found) put(key, found[key], key);
    for (const group of [found.took_part ?? []].flat()) put("took_part", group, `took_part: ${group}`);
    for (const rating of found.ratings) {
      const isAsked = (kind, of) => asks().some((ask) => ask.dataset.kind === kind && ask.dataset.of === of);
      if (!isMap(rating) || !isAsked("domain", rating.domain)) {
        lost.push(`${rating?.domain ?? "ratings"}`);
        continue;
      }
      putAnswer(rating.domain, rating, ["domain", "standards"]);
      for (const standard of [rating.standards ?? []].flat()) {
        if (isMap(standard) && isAsked("standard", standard.standard)) putAnswer(standard.standard, standard, ["standard"]);
        else lost.push(`${standard?.standard ?? standard}`);
      }
    }
    const settings = topSettings(text);
    const written = (names) => names.map((name) => settings.get(name)?.join("\n").trimEnd() ?? "").join("\n");
    form.elements.summary.value = written(["summary"]);
    form.elements.others.value = written([...settings.keys()].filter((name) => !SETTINGS.includes(name)));
    return [...new Set(lost)];
  }

  /** Takes away all that is filled in. */
  function empty() {
    for (const ask of asks()) for (const row of rowsOf(ask).slice(1)) row.remove();
    form.reset();
    form.elements.summary.value = form.elements.others.value = "";
  }

  const isUntouched = () => !words("title") && !asks().some((ask) => isSaid(answer(ask)));

  document.getElementById("form-open").addEventListener("change", async ({ target }) => {
    const said = document.getElementById("form-opened");
    const text = await target.files[0]?.text();
    // The same file can be chosen again.
    const name = target.files[0]?.name;
    target.value = "";
    if (text === undefined) return;
    let found = null;
    try {
      found = text.length < 2_000_000 ? readYaml(text) : null;
    } catch {
      // It is said below.
    }
    if (!isMap(found) || !Array.isArray(found.ratings)) {
      said.textContent = form.dataset.noFile.replace("{file}", name);
      return;
    }
    if (!isUntouched() && !window.confirm(form.dataset.replaces)) return;
    const lost = fill(found, text);
    changed();
    said.textContent = [form.dataset.opened.replace("{file}", name), lost.length ? `${form.dataset.noPlace} ${lost.join(", ")}` : ""].join(" ").trim();
  });
})();
