/**
 * Serves a folder as hosts do: over HTTP/2, texts compressed, with the headers that the site's own
 * `_headers` asks for. Usage: node server.mjs FOLDER KEY CERTIFICATE; prints the port, and stops
 * when its input ends.
 */

import { readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import path from "node:path";
import { gzipSync } from "node:zlib";

const [folder, key, certificate] = process.argv.slice(2);
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".xml": "application/xml",
};
// Compressed already.
const OTHERS = { ".png": "image/png", ".woff2": "font/woff2" };

/** @type {Map<string, Buffer>} */
const bodies = new Map();
/** @type {{ pattern: RegExp, headers: Record<string, string> }[] | undefined} */
let rules;

/** Reads `_headers`: a path, where « * » stands for anything, then its headers, indented. */
function readRules() {
  const found = [];
  for (const line of readFileSync(path.join(folder, "_headers"), "utf8").split("\n")) {
    if (line.startsWith(" ")) {
      const [name, ...value] = line.trim().split(": ");
      found.at(-1).headers[name.toLowerCase()] = value.join(": ");
    } else if (line) {
      const escaped = line.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      found.push({ pattern: new RegExp(`^${escaped}$`), headers: {} });
    }
  }
  return found;
}

/** @param {string} file */
function find(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isDirectory() ? find(path.join(file, "index.html")) : found && file;
}

/** @param {string} file */
function read(file) {
  const isText = path.extname(file) in TYPES;
  if (!bodies.has(file)) bodies.set(file, isText ? gzipSync(readFileSync(file)) : readFileSync(file));
  return { body: bodies.get(file), isText };
}

const server = createSecureServer(
  { allowHTTP1: true, key: readFileSync(key), cert: readFileSync(certificate) },
  (request, response) => {
    rules ??= readRules();
    const address = decodeURIComponent(new URL(request.url, "https://localhost").pathname);
    const found = find(path.join(folder, path.normalize(address)));
    const file = found ?? path.join(folder, "404.html");
    const { body, isText } = read(file);
    const headers = { "content-type": { ...TYPES, ...OTHERS }[path.extname(file)] ?? "text/plain" };
    if (isText) Object.assign(headers, { "content-encoding": "gzip", vary: "Accept-Encoding" });
    for (const rule of rules) if (rule.pattern.test(address)) Object.assign(headers, rule.headers);
    response.writeHead(found ? 200 : 404, headers);
    response.end(body);
  },
);

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
