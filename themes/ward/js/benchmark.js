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
    add("summary", form.dataset.summary);
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

  fillIn(form, {
    key: "wardpack benchmark",
    rows: { in: ".ask", row: ".action" },
    progress: () => ({ done: asks().filter((ask) => level(ask.dataset.of)).length, all: asks().length }),
    file: () => ({ name: `${name()}.yaml`, type: "application/yaml", text: file() }),
    missing,
  });
})();
