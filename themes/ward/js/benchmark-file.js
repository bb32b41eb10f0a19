// Reads the file of a benchmark again: the YAML that the form saves, that `wardpack import benchmark` writes, and what people write by hand in
// the same forms. Nothing is run, and nothing leaves the page.
"use strict";

/** Returns what a file says, as objects, lists and strings. Throws where it is no YAML that this page can read. */
function readYaml(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  let at = 0;
  const fail = () => {
    throw new SyntaxError(`line ${at + 1}`);
  };
  const indentOf = (line) => line.length - line.trimStart().length;
  const isEmpty = (line) => /^\s*(#.*)?$/.test(line) || /^---\s*$/.test(line);
  const skip = () => {
    while (at < lines.length && isEmpty(lines[at])) at += 1;
  };
  const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{}#&*!|>%@`-][^:#]*?)\s*:(?:\s+(.*))?$/;

  /** Returns the words of something in quotes, or of a word without. */
  function scalar(written) {
    if (written.startsWith('"')) return JSON.parse(written);
    if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'");
    return written === "~" || written === "null" ? "" : written;
  }

  /** Takes what stands in brackets, braces, quotes or without any, from the beginning of `rest`. Returns it, and what is left. */
  function flow(rest) {
    const open = rest[0];
    if (open === '"' || open === "'") {
      const found = rest.match(open === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/);
      return found ? [scalar(found[0]), rest.slice(found[0].length).trimStart()] : fail();
    }
    if (open !== "[" && open !== "{") {
      const found = rest.match(/^(?:[^,\]}:]|:(?!\s))*/)[0];
      return [scalar(found.trim()), rest.slice(found.length).trimStart()];
    }
    const close = open === "[" ? "]" : "}";
    const all = open === "[" ? [] : Object.create(null);
    let left = rest.slice(1).trimStart();
    while (left[0] !== close) {
      let item;
      [item, left] = flow(left);
      if (open === "{") {
        if (left[0] !== ":") fail();
        [all[item], left] = flow(left.slice(1).trimStart());
      } else all.push(item);
      if (left[0] === ",") left = left.slice(1).trimStart();
      else if (left[0] !== close) fail();
    }
    return [all, left.slice(1).trimStart()];
  }

  /** Returns lines as they are, or joined, up to one that is not so far in. `deeper` is how much they are in, where that is said. */
  function block(sign, indent, deeper) {
    const own = [];
    while (at < lines.length && (lines[at].trim() === "" || indentOf(lines[at]) > indent)) {
      own.push(lines[at]);
      at += 1;
    }
    const first = own.find((line) => line.trim());
    const inner = deeper ? indent + deeper : indentOf(first ?? "");
    const words = own.map((line) => line.slice(inner)).join("\n").replace(/\n+$/, "");
    return sign === "|" ? words : words.replace(/([^\n])\n(?=[^\s])/g, "$1 ").replace(/\n\n/g, "\n");
  }

  /** Returns the value behind a key or a dash. */
  function value(rest, indent) {
    const start = rest.replace(/^#.*/, "");
    if (start === "") {
      skip();
      const isDeeper = at < lines.length && (indentOf(lines[at]) > indent || (indentOf(lines[at]) === indent && /^\s*-(\s|$)/.test(lines[at])));
      return isDeeper ? node(indentOf(lines[at])) : "";
    }
    const sign = start.match(/^([|>])[-+]?(\d?)[-+]?\s*(#.*)?$/);
    if (sign) return block(sign[1], indent, Number(sign[2]));
    if (/^["'[{]/.test(start)) {
      let whole = start;
      for (;;) {
        try {
          const [found, left] = flow(whole);
          return left === "" || left.startsWith("#") ? found : fail();
        } catch (error) {
          // What is in brackets or quotes may go on in the next line.
          if (at >= lines.length || indentOf(lines[at]) <= indent) throw error;
          whole += ` ${lines[at].trim()}`;
          at += 1;
        }
      }
    }
    if (/^[&*!%@`|>]/.test(start)) fail();
    let words = start.replace(/\s+#.*$/, "").trim();
    while (at < lines.length && lines[at].trim() && indentOf(lines[at]) > indent) {
      words += ` ${lines[at].trim()}`;
      at += 1;
    }
    return scalar(words);
  }

  function node(indent) {
    return /^\s*-(\s|$)/.test(lines[at]) ? list(indent) : map(indent);
  }

  function list(indent) {
    const all = [];
    for (skip(); at < lines.length && indentOf(lines[at]) === indent && /^\s*-(\s|$)/.test(lines[at]); skip()) {
      const rest = lines[at].trimStart().slice(1);
      const inner = indent + 1 + indentOf(rest);
      if (KEY.test(rest.trim()) && !/^["'[{]/.test(rest.trim())) {
        lines[at] = " ".repeat(inner) + rest.trim();
        all.push(map(inner));
      } else {
        at += 1;
        all.push(value(rest.trim(), indent));
      }
    }
    return all;
  }

  function map(indent) {
    const all = Object.create(null);
    for (skip(); at < lines.length && indentOf(lines[at]) === indent; skip()) {
      const found = lines[at].trim().match(KEY);
      if (!found) fail();
      at += 1;
      const key = scalar(found[1]);
      if (key in all) fail();
      all[key] = value((found[2] ?? "").trim(), indent);
    }
    return all;
  }

  skip();
  const whole = at < lines.length ? node(indentOf(lines[at])) : fail();
  skip();
  return at < lines.length ? fail() : whole;
}

/** Returns the lines of each setting at the edge of a file, by its name. */
function topSettings(text) {
  const settings = new Map();
  let name = null;
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    const found = line.match(/^([a-z_]+)\s*:/);
    if (found) name = found[1];
    if (name && (found || /^\s/.test(line) || line.startsWith("- ") || line === "")) settings.set(name, [...(settings.get(name) ?? []), line]);
  }
  return settings;
}
