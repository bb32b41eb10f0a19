// What an editor knows of a pack, through the language server that most editors have for YAML: it offers the keys of a ward, explains
// them and underlines one that is not known, by the line that `init` writes; and every YAML of the sample pack is right by the schemas.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const program = process.env.WARDPACK ?? join(root, "target/debug/wardpack");
const folder = mkdtempSync(join(tmpdir(), "wardpack in an editor "));
const address = (path) => pathToFileURL(join(folder, path)).href;

/** The language server, spoken to as editors do: messages of JSON, each after its length. */
class Editor {
  constructor(settings) {
    this.settings = settings;
    this.asked = 0;
    this.waiting = new Map();
    this.told = new Map();
    this.server = spawn(process.execPath, [join(here, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]);
    let unread = Buffer.alloc(0);
    this.server.stdout.on("data", (bytes) => {
      unread = Buffer.concat([unread, bytes]);
      for (;;) {
        const start = unread.indexOf("\r\n\r\n") + 4;
        const length = Number(/Content-Length: (\d+)/.exec(unread.subarray(0, Math.max(start, 0)))?.[1] ?? NaN);
        if (start < 4 || !(unread.length >= start + length)) return;
        this.heard(JSON.parse(unread.subarray(start, start + length)));
        unread = unread.subarray(start + length);
      }
    });
  }
  say(message) {
    const bytes = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.server.stdin.write(`Content-Length: ${bytes.length}\r\n\r\n`);
    this.server.stdin.write(bytes);
  }
  heard({ id, method, params, result, error }) {
    if (method === "workspace/configuration") this.say({ id, result: params.items.map(({ section }) => this.settings[section] ?? null) });
    else if (method && id !== undefined) this.say({ id, result: null });
    else if (method === "textDocument/publishDiagnostics") this.told.get(params.uri)?.(params.diagnostics);
    else if (this.waiting.has(id)) this.waiting.get(id)[error ? 1 : 0](error ?? result);
  }
  ask(method, params) {
    const id = ++this.asked;
    this.say({ id, method, params });
    return new Promise((answer, fail) => this.waiting.set(id, [answer, fail]));
  }
  async start() {
    const [folders, capabilities] = [[{ uri: address(""), name: "pack" }], { workspace: { configuration: true, workspaceFolders: true } }];
    await this.ask("initialize", { processId: process.pid, rootUri: folders[0].uri, workspaceFolders: folders, capabilities });
    this.say({ method: "initialized", params: {} });
    this.say({ method: "workspace/didChangeConfiguration", params: { settings: this.settings } });
    return this;
  }
  /** Opens a file with these words, and returns what is underlined: the line, and what is said. */
  open(uri, text) {
    const underlined = new Promise((found) => this.told.set(uri, found));
    this.say({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return underlined.then((all) => all.map(({ range, message }) => `${range.start.line + 1}: ${message.split("\n")[0]}`));
  }
}

const said = { schemaStore: { enable: false }, validate: true, completion: true, hover: true };
let ward, editor;

before(async () => {
  execFileSync(program, ["init", folder, "--publisher", "Test trust"]);
  ward = readFileSync(join(folder, "content/wards/sample-ward.yaml"), "utf8");
  editor = await new Editor({ yaml: said }).start();
});
after(() => {
  editor.server.kill();
  rmSync(folder, { recursive: true });
});

test("files that init wrote have nothing underlined, and a key that is not known is", async () => {
  assert.deepEqual(await editor.open(address("content/wards/sample-ward.yaml"), ward), []);
  const pack = readFileSync(join(folder, "content/pack.yaml"), "utf8");
  assert.deepEqual(await editor.open(address("content/pack.yaml"), pack), []);
  const wrong = await editor.open(address("content/wards/wrong.yaml"), `${ward}naem: Beach\n`);
  assert.deepEqual(wrong, [`${ward.split("\n").length}: Property naem is not allowed.`]);
});

test("the keys of a ward are offered with what they mean, and explained where they stand", async () => {
  const uri = address("content/wards/half.yaml");
  await editor.open(uri, `${ward}q`);
  const line = ward.split("\n").length - 1;
  const offered = await editor.ask("textDocument/completion", { textDocument: { uri }, position: { line, character: 1 } });
  const key = offered.items.find(({ label }) => label === "quiet_place");
  assert.match(JSON.stringify(key?.documentation ?? offered.items.map(({ label }) => label)), /A place on the ward to talk undisturbed/);
  const kind = ward.split("\n").findIndex((words) => words.startsWith("kind:"));
  const explained = await editor.ask("textDocument/hover", { textDocument: { uri }, position: { line: kind, character: 1 } });
  assert.match(JSON.stringify(explained), /The kind of ward/);
});

test("every YAML of the sample pack, and the settings at the head of its pages, are right by the schemas", async () => {
  const words = execFileSync(program, ["keys", "--schemas", ".schemas"], { cwd: folder, encoding: "utf8" });
  // Paths are seen from the folder that is open, and patterns from anywhere: Visual Studio Code makes addresses of them, as here.
  const { "yaml.schemas": paths } = JSON.parse(words.slice(words.indexOf("{")));
  const schemas = Object.fromEntries(Object.entries(paths).map(([path, globs]) => [address(path), globs]));
  const keys = (...of) => execFileSync(program, ["keys", ...of], { encoding: "utf8" }).split("\n");
  // The kind of a file, by the first line of what is said of it.
  const kinds = new Map(keys().map((line) => line.split(" ")[0]).filter(Boolean).map((kind) => [keys(kind)[0], kind]));
  const all = await new Editor({ yaml: { ...said, schemas } }).start();
  // All at once: the server waits a while before it looks at each.
  const [looks, seen] = [[], { yaml: 0, pages: 0 }];
  const look = (path, uri, text) => looks.push(all.open(uri, text).then((lines) => lines.map((line) => `${path}:${line}`)));
  for (const path of readdirSync(join(root, "content"), { recursive: true }).sort()) {
    const text = /\.(yaml|md)$/.test(path) ? readFileSync(join(root, "content", path), "utf8") : "";
    const head = /^---\n(.*?\n)---\n/s.exec(text)?.[1];
    if (path.endsWith(".yaml")) {
      seen.yaml += 1;
      look(path, address(`content/${path}`), text);
    } else if (head) {
      seen.pages += 1;
      const schema = `# yaml-language-server: $schema=${address(`.schemas/${kinds.get(keys(path)[0])}.json`)}\n`;
      look(path, address(`content/${path}.yaml`), schema + head);
    }
  }
  // One that must be found, so that nothing passes because no schema was.
  const caught = await all.open(address("content/wards/misspelt.yaml"), "naem: Beach\n");
  const wrong = (await Promise.all(looks)).flat();
  all.server.kill();
  assert.ok(caught.some((line) => line.includes("naem")), caught.join("\n"));
  assert.deepEqual(wrong, []);
  assert.ok(seen.yaml > 30 && seen.pages > 30, JSON.stringify(seen));
});
