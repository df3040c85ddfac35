// Another people's client, tus-js-client from npm, uploads to a real chengban-server over HTTPS with the county's own CA.
//
// usage: node check_tus.mjs SERVER-PROGRAM FOLDER-WITH-NODE_MODULES
// exit 77: tus-js-client is not there (packaging/install-tus puts it there).
import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import https from "node:https";
import os from "node:os";
import path from "node:path";
import assert from "node:assert/strict";

const [program, folder, child, ...childArguments] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(folder), "x.js"));
let tus;
try {
    tus = require("tus-js-client");
} catch {
    console.error("skipped: tus-js-client is not in", folder);
    process.exit(77);
}

const mebi = 1 << 20;
const name = "现场照片（三号楼）.pdf";
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex");
const contentOf = (size) => Buffer.concat([Buffer.from("%PDF-1.4\n"), randomBytes(size - 9)]);
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// In a process of its own, to be killed: uploads a file slowly and remembers where in a file of URLs.
if (child === "upload") {
    const [file, endpoint, token, urls, caFile] = childArguments;
    const bytes = fs.readFileSync(file);
    new tus.Upload(bytes, {
        endpoint, chunkSize: 256 << 10, httpStack: stack(fs.readFileSync(caFile)),
        headers: { Authorization: `Bearer ${token}` }, metadata: { filename: name, sha256: digest(bytes) },
        urlStorage: new tus.FileUrlStorage(urls), fingerprint: async () => "the-file", storeFingerprintForResuming: true,
        onChunkComplete: (_size, sent) => process.stdout.write(`${sent}\n`),
        onError: (error) => { console.error(error); process.exit(1); },
    }).start();
    await new Promise(() => {});
}

function stack(ca) {
    return new tus.DefaultHttpStack({ agent: new https.Agent({ ca, keepAlive: true }) });
}

/// Below those that the kernel gives to others while the server is away.
function freePort() {
    return new Promise((done) => {
        const port = 10_000 + Math.floor(Math.random() * 10_000);
        const probe = net.createServer();
        probe.once("error", () => freePort().then(done));
        probe.listen(port, "127.0.0.1", () => probe.close(() => done(port)));
    });
}

class Server {
    constructor(data, port) {
        Object.assign(this, { data, port });
    }
    command(...words) {
        const ran = spawnSync(program, [...words, "--data", this.data], { encoding: "utf8" });
        assert.equal(ran.status, 0, ran.stderr);
    }
    async start() {
        fs.rmSync(path.join(this.data, "port"), { force: true });
        this.process = spawn(program, ["serve", "--data", this.data, "--listen", `127.0.0.1:${this.port}`], { stdio: "ignore" });
        for (let i = 0; i < 200 && !fs.existsSync(path.join(this.data, "port")); ++i)
            await sleep(50);
        this.ca = fs.readFileSync(path.join(this.data, "ca.pem"));
    }
    end(signal) {
        return new Promise((done) => {
            this.process.once("exit", done);
            this.process.kill(signal);
        });
    }
    get url() { return `https://127.0.0.1:${this.port}`; }
    request(method, where, headers = {}, body) {
        return new Promise((done, failed) => {
            const request = https.request(this.url + where, { method, headers, ca: this.ca }, (answer) => {
                const parts = [];
                answer.on("data", (part) => parts.push(part));
                answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
            });
            request.on("error", failed);
            request.end(body);
        });
    }
    /// Files stored for good with that content; as often as they are stored.
    stored(bytes) {
        const wanted = digest(bytes);
        const files = fs.readdirSync(path.join(this.data, "blobs"), { recursive: true, withFileTypes: true });
        // Ciphered: the name is the digest that the server took of the content, behind a head of 32 bytes.
        return files.filter((one) => one.isFile() && one.name === wanted
            && fs.statSync(path.join(one.parentPath ?? one.path, one.name)).size === bytes.length + 32);
    }
}

function uploaded(server, token, bytes, options = {}) {
    return new Promise((done, failed) => {
        const upload = new tus.Upload(bytes, {
            endpoint: `${server.url}/v1/uploads`, httpStack: stack(server.ca), headers: { Authorization: `Bearer ${token}` },
            metadata: { filename: name, sha256: digest(bytes) }, retryDelays: [100, 300, 1000, 3000],
            onSuccess: () => done(upload), onError: failed, ...options,
        });
        upload.start();
    });
}

async function checkWhole(server, token) {
    const bytes = contentOf(6 * mebi);
    await uploaded(server, token, bytes);
    assert.equal(server.stored(bytes).length, 1);
    return "whole";
}

async function checkChunks(server, token) {
    const bytes = contentOf(20 * mebi);
    let chunks = 0;
    await uploaded(server, token, bytes, { chunkSize: 3 * mebi, onChunkComplete: () => ++chunks });
    assert.equal(chunks, 7);
    assert.equal(server.stored(bytes).length, 1);
    // The same file once more is whole at once and stored once.
    await uploaded(server, token, bytes, { chunkSize: 3 * mebi });
    assert.equal(server.stored(bytes).length, 1);
    return "in chunks";
}

/// What is sent whole may not be larger than a request's body. The server says so and closes at once; who still
/// sends then may see the closing before the answer.
async function checkTooLargeAtOnce(server, token) {
    const bytes = contentOf(9 * mebi);
    const refused = await uploaded(server, token, bytes, { retryDelays: null }).then(() => null, (error) => error);
    assert.ok(refused);
    assert.ok([413, undefined].includes(refused.originalResponse?.getStatus()), String(refused));
    assert.equal(server.stored(bytes).length, 0);
    return "9 MiB at once refused";
}

async function checkServerKilled(server, token) {
    const bytes = contentOf(8 * mebi);
    let killed = null;
    const offsets = [];
    await uploaded(server, token, bytes, {
        chunkSize: 512 << 10,
        onChunkComplete: (_size, sent) => {
            offsets.push(sent);
            if (offsets.length === 5)
                killed = server.end("SIGKILL").then(() => server.start());
        },
    });
    await killed;
    assert.ok(killed && offsets.length >= 16);
    assert.equal(server.stored(bytes).length, 1);
    return "server killed on the way";
}

async function checkClientKilled(server, token, home) {
    const bytes = contentOf(8 * mebi);
    const file = path.join(home, "large.pdf");
    const urls = path.join(home, "urls.json");
    fs.writeFileSync(file, bytes);
    const sender = spawn(process.execPath, [process.argv[1], program, folder, "upload", file, `${server.url}/v1/uploads`, token, urls,
        path.join(server.data, "ca.pem")], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((done) => {
        let lines = 0;
        sender.stdout.on("data", (text) => {
            lines += String(text).split("\n").length - 1;
            if (lines >= 6)
                done();
        });
    });
    sender.kill("SIGKILL");
    const storage = new tus.FileUrlStorage(urls);
    const [previous] = await storage.findAllUploads();
    assert.ok(previous?.uploadUrl);
    let first = null;
    await new Promise((done, failed) => {
        const upload = new tus.Upload(bytes, {
            endpoint: `${server.url}/v1/uploads`, httpStack: stack(server.ca), chunkSize: mebi, urlStorage: storage,
            headers: { Authorization: `Bearer ${token}` }, metadata: { filename: name, sha256: digest(bytes) },
            onChunkComplete: (size, sent) => { first ??= sent - size; }, onSuccess: done, onError: failed,
        });
        upload.resumeFromPreviousUpload(previous);
        upload.start();
    });
    assert.ok(first >= 6 * (256 << 10), `went on at ${first}`);
    assert.equal(server.stored(bytes).length, 1);
    return `client killed, went on at ${first}`;
}

/// A name is words to show, never a path: every file above had a Chinese one, and one that leads elsewhere is refused.
async function checkName(server, token) {
    const paths = fs.readdirSync(server.data, { recursive: true });
    assert.ok(!paths.some((one) => one.includes("现场")), "a name became a path");
    const bytes = contentOf(mebi);
    const refused = await uploaded(server, token, bytes, { metadata: { filename: "../照片.pdf", sha256: digest(bytes) }, retryDelays: null })
        .then(() => null, (error) => error);
    assert.equal(refused?.originalResponse?.getStatus(), 422);
    return "with a Chinese name; ../ refused";
}

/// tus-js-client ends an upload that nobody wants.
async function checkTermination(server, token) {
    const bytes = contentOf(4 * mebi);
    const upload = await new Promise((done, failed) => {
        const begun = new tus.Upload(bytes, {
            endpoint: `${server.url}/v1/uploads`, httpStack: stack(server.ca), headers: { Authorization: `Bearer ${token}` },
            metadata: { filename: name, sha256: digest(bytes) }, chunkSize: mebi, onError: failed,
            onChunkComplete: () => begun.abort(true).then(() => done(begun), failed),
        });
        begun.start();
    });
    const answer = await server.request("HEAD", new URL(upload.url).pathname, { Authorization: `Bearer ${token}`, "Tus-Resumable": "1.0.0" });
    assert.equal(answer.status, 404);
    assert.equal(server.stored(bytes).length, 0);
    return "terminated";
}

const home = fs.mkdtempSync(path.join(os.tmpdir(), "chengban-tus-"));
const server = new Server(path.join(home, "data"), await freePort());
try {
    const password = path.join(home, "password");
    fs.writeFileSync(password, "a long password\n");
    server.command("init", "--tenant", "demo", "--name", "示范县", "--password-file", password);
    server.command("unit", "add", "--id", "water", "--name", "水务局");
    server.command("user", "add", "--id", "li", "--name", "李承办", "--unit", "water", "--role", "clerk", "--password-file", password);
    await server.start();
    const session = await server.request("POST", "/v1/sessions", { "Content-Type": "application/json" },
        JSON.stringify({ tenant: "demo", user: "li", password: "a long password", device: "tus", deviceName: "tus" }));
    assert.equal(session.status, 201, String(session.body));
    const { accessToken } = JSON.parse(session.body);
    const untrusted = await uploaded(server, accessToken, contentOf(mebi), { httpStack: stack(undefined), retryDelays: null }).then(() => null, (error) => error);
    assert.ok(untrusted, "a certificate of an unknown authority must not do");
    const done = [await checkWhole(server, accessToken), await checkChunks(server, accessToken),
        await checkTooLargeAtOnce(server, accessToken), await checkTermination(server, accessToken),
        await checkServerKilled(server, accessToken), await checkClientKilled(server, accessToken, home), await checkName(server, accessToken)];
    console.log(`tus-js-client ${require("tus-js-client/package.json").version}: ${done.join("; ")}`);
} finally {
    if (server.process?.exitCode === null)
        await server.end("SIGTERM");
    fs.rmSync(home, { recursive: true, force: true });
}
