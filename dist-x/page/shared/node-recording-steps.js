import { $t as CassetteSecretError, Bt as decodeUtf8, Et as parseJson, Lt as toBinaryString, M as elapsedTime, N as startTimer, Q as secretPatterns, Qt as CassetteSaveError, Ut as CassetteError, _t as MAX_INFLATED_BYTES, c as reportError, h as markRecorded, kt as findHeader, rt as environment, s as describeCause, vt as inflate, wt as escapeRegExp, zt as nodeBuiltin } from "./replay.js";
import { c as inFolder, d as systemErrorCode, f as wrapSaveErrors, h as writeAdditions, i as resolveLinks, m as findListEnd, n as temporaryPath, o as lockTimeout, p as describeStyle, s as tryLock } from "./temporary-file.js";
import { r as parseCassette } from "./llm-defaults.js";
import { n as toRecording, r as captureExchange } from "./record.js";
// src/secret/possible-decodings.ts
const MAX_UNESCAPES = 3;
const MAX_SHIFTED = 65536;
const BASE64 = /[\w+/-]{16,}(?:\r?\n[ \t]*[\w+/-]{4,})*/g;
function* possibleDecodings(text) {
	yield {
		text,
		how: ""
	};
	const plain = decodePercent(removeEscapes(text));
	if (plain !== text) yield {
		text: plain,
		how: ""
	};
	for (const joined of joinPieces(text)) yield {
		text: joined,
		how: "in pieces"
	};
	const decoded = [...decodeBase64(plain)].join("\n");
	if (decoded) yield {
		text: decoded,
		how: "in base64"
	};
}
const ESCAPES = {
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	"
};
function removeEscapes(text) {
	let plain = text;
	for (let round = 0; round < MAX_UNESCAPES && plain.includes("\\"); round++) plain = plain.replace(/\\(?:u([\da-f]{4})|(["\\/bfnrt]))/gi, (_, code, char = "") => code ? String.fromCharCode(Number.parseInt(code, 16)) : ESCAPES[char] ?? char);
	return plain;
}
function decodePercent(text) {
	return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
		try {
			return decodeURIComponent(encoded);
		} catch {
			return encoded;
		}
	});
}
function joinPieces(text) {
	const pieces = /* @__PURE__ */ new Map();
	for (const [, json = ""] of text.matchAll(/^(?:data:)?[ \t]*(\{.*\})[ \t]*\r?$/gm)) collectTexts(parseJson(json), "", pieces);
	return [...pieces.values()].filter(({ length }) => length > 1).map((texts) => texts.join(""));
}
function collectTexts(value, path, pieces) {
	if (typeof value === "string") {
		const texts = pieces.get(path);
		if (texts) texts.push(value);
		else pieces.set(path, [value]);
	} else if (typeof value === "object" && value !== null) for (const [key, child] of Object.entries(value)) collectTexts(child, `${path}/${key}`, pieces);
}
function* decodeBase64(text) {
	for (const [match] of text.matchAll(BASE64)) {
		const blob = match.replace(/\s+/g, "").replaceAll("-", "+").replaceAll("_", "/");
		const shifts = blob.length > MAX_SHIFTED ? 1 : 4;
		for (let shift = 0; shift < shifts; shift++) {
			const groups = blob.slice(shift);
			yield atob(groups.length % 4 === 1 ? groups.slice(0, -1) : groups);
		}
	}
}
// src/secret/scan-secrets.ts
const MIN_LENGTH = 10;
const SECRET_VARIABLE = /(?:^|_)(?:KEYS?|TOKENS?|SECRETS?|PASSWORD|PASSWD|PASS|CREDENTIALS?|APIKEY|PAT)(?:_|$)|(?:KEY|TOKEN|SECRET|PASSWORD|PASSPHRASE)$/i;
function scanSecrets(interactions, allowed = []) {
	const scan = createScan(allowed);
	return interactions.flatMap((interaction, index) => textsOf(interaction).flatMap(([place, text]) => scan(text).map((kind) => ({
		place: `#${index} ${place}`,
		kind
	}))));
}
function scanText(text, allowed = []) {
	const scan = createScan(allowed);
	const kinds = scan(text);
	if (kinds.length === 0) return [];
	const lines = text.split("\n").flatMap((line, index) => scan(line).map((kind) => ({
		place: `line ${index + 1}`,
		kind
	})));
	return lines.length > 0 ? lines : kinds.map((kind) => ({
		place: "somewhere in the file",
		kind
	}));
}
function createScan(allowed) {
	const patterns = [...secretPatterns, ...variablePatterns()];
	const allowedPatterns = allowed.map(({ source, flags }) => new RegExp(source, flags.replace(/[gy]/g, "")));
	const isSecret = (match) => match !== "REDACTED" && !allowedPatterns.some((pattern) => pattern.test(match));
	return (text) => {
		const kinds = /* @__PURE__ */ new Map();
		for (const decoding of possibleDecodings(text)) for (const { kind, pattern } of patterns) if (!kinds.has(kind) && decoding.text.match(pattern)?.some(isSecret)) kinds.set(kind, decoding.how);
		return [...kinds].map(([kind, how]) => how ? `${kind}, ${how}` : kind);
	};
}
function variablePatterns() {
	return Object.entries(environment()).filter(([name, value]) => SECRET_VARIABLE.test(name) && value !== void 0 && value.length >= MIN_LENGTH && !/^[./~]/.test(value)).map(([name, value = ""]) => ({
		kind: `the value of ${name}`,
		pattern: new RegExp(escapeRegExp(value), "g")
	}));
}
function textsOf({ request, response }) {
	const headers = (side, list) => list.map(([name, value]) => [`${side}.headers.${name}`, value]);
	return [
		["request.url", request.url],
		...headers("request", request.headers),
		["request.body", toText(request)],
		["response.status", response.statusText],
		...headers("response", response.headers),
		["response.body", toText(response)]
	];
}
function toText({ body, headers }) {
	const utf8 = decodeUtf8(body);
	if (utf8 !== void 0) return utf8;
	try {
		return toBinaryString(inflate(body, findHeader(headers, "content-encoding") ?? ""));
	} catch {
		return toBinaryString(body);
	}
}
// src/platform/at-exit.ts
const tasks = /* @__PURE__ */ new Set();
let state = "new";
function runAtExit(task) {
	tasks.add(task);
	if (state === "new") globalThis.process?.once?.("exit", runTasks);
	state = "listening";
	return () => void tasks.delete(task);
}
function runTasks() {
	for (const task of tasks) task();
}
// src/storage/file-stamp.ts
const { fstatSync, statSync: statSync$2 } = nodeBuiltin("fs");
function stampOf(file) {
	const stats = typeof file === "number" ? fstatSync(file, { bigint: true }) : statSync$2(file, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (stats === void 0) return void 0;
	if (!stats.isFile()) throw new Error("it is a folder, a device, a pipe or a socket, not a file");
	return `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}`;
}
// src/storage/write-version.ts
const { closeSync, fchmodSync, fsyncSync, openSync, readSync, rmSync: rmSync$1, statSync: statSync$1, writeSync } = nodeBuiltin("fs");
function writeCopy(temporary, target, content, edit) {
	const mode = statSync$1(target, { throwIfNoEntry: false })?.mode;
	rmSync$1(temporary, { force: true });
	return writeTo(openSync(temporary, "wx", mode), (handle) => {
		if (mode !== void 0) fchmodSync(handle, mode);
		let at = write(handle, content?.subarray(0, edit.keep) ?? "", 0);
		at = write(handle, edit.text, at);
		write(handle, content?.subarray(edit.end) ?? "", at);
	});
}
function extendOlder({ path, stamp, size }, target, edit) {
	if (edit.keep < size || stampOf(path) !== stamp) return void 0;
	return writeTo(openSync(path, "r+"), (handle) => {
		const at = write(handle, read(target, size, edit.keep), size);
		write(handle, edit.text, at);
	});
}
function writeTo(handle, action) {
	try {
		action(handle);
		fsyncSync(handle);
		return stampOf(handle) ?? "";
	} finally {
		closeSync(handle);
	}
}
function write(handle, content, position) {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	let at = 0;
	while (at < bytes.length) at += writeSync(handle, bytes, at, bytes.length - at, position + at);
	return position + at;
}
function read(file, from, to) {
	const bytes = new Uint8Array(to - from);
	const handle = openSync(file, "r");
	try {
		let at = 0;
		while (at < bytes.length) {
			const count = readSync(handle, bytes, at, bytes.length - at, from + at);
			if (count === 0) throw new Error("it was cut while it was read");
			at += count;
		}
	} finally {
		closeSync(handle);
	}
	return bytes;
}
// src/storage/growing-file.ts
const { linkSync, readFileSync, renameSync, rmSync, statSync } = nodeBuiltin("fs");
const { dirname } = nodeBuiltin("path");
const MIN_SPARE_BYTES = 65536;
var GrowingFile = class {
	#file;
	#last;
	#spare;
	constructor(file) {
		this.#file = file;
	}
	write(plan) {
		return wrapSaveErrors(this.#file, () => {
			const target = resolveLinks(this.#file);
			const lock = lockInFolder(target);
			if (!lock) return "busy";
			try {
				return this.#writeLocked(target, lock, plan);
			} finally {
				lock.release();
			}
		});
	}
	close() {
		this.#spare?.remove();
		this.#spare = void 0;
	}
	#writeLocked(target, lock, plan) {
		const stamp = stampOf(target);
		const isKnown = `${target}:${stamp}` === this.#last;
		const content = isKnown ? void 0 : readIfExists(target);
		const edit = plan(isKnown ? "unchanged" : content);
		if (!edit) return "written";
		const size = statSync(target, { throwIfNoEntry: false })?.size ?? 0;
		assertSize(edit, size);
		const spare = isKnown && size === edit.keep ? this.#spare : void 0;
		const temporary = spare?.path ?? temporaryPath(target);
		try {
			const next = (spare && extendOlder(spare, target, edit)) ?? writeCopy(temporary, target, content ?? readIfExists(target), edit);
			if (!lock.isHeld() || stampOf(target) !== stamp) return "busy";
			this.#replace(target, temporary, {
				stamp: stamp ?? "",
				size: size === edit.keep ? size : 0
			});
			this.#last = `${target}:${next}`;
			return "written";
		} finally {
			rmSync(temporary, { force: true });
		}
	}
	#replace(target, temporary, previous) {
		const kept = previous.size < MIN_SPARE_BYTES ? void 0 : keepPrevious(target);
		renameSync(temporary, target);
		this.close();
		this.#spare = kept && {
			...kept,
			...previous
		};
	}
};
function lockInFolder(target) {
	let lock;
	inFolder(dirname(target), () => {
		lock = tryLock(target);
	});
	return lock;
}
function readIfExists(file) {
	try {
		const { buffer, byteOffset, length } = readFileSync(file);
		return new Uint8Array(buffer, byteOffset, length);
	} catch (error) {
		if (systemErrorCode(error) === "ENOENT") return void 0;
		throw error;
	}
}
function assertSize({ keep, end, text }, size) {
	const grown = keep + Buffer.byteLength(text) + Math.max(size - end, 0);
	if (grown <= 268435456) return;
	throw new Error(`it would have ${grown} bytes, and can have at most ${MAX_INFLATED_BYTES}. Record into several cassettes`);
}
function keepPrevious(file) {
	const path = temporaryPath(file);
	try {
		linkSync(file, path);
	} catch {
		return;
	}
	const remove = () => rmSync(path, { force: true });
	const cancel = runAtExit(remove);
	return {
		path,
		remove() {
			cancel();
			remove();
		}
	};
}
// src/record/cassette-writer.ts
function createCassetteWriter({ file, allowSecrets, replaces }) {
	const growing = new GrowingFile(file);
	const findings = /* @__PURE__ */ new WeakMap();
	let place;
	let replaced = replaces;
	let busySince;
	const scan = (recording) => {
		const known = findings.get(recording) ?? scanSecrets([recording], allowSecrets);
		findings.set(recording, known);
		return known;
	};
	const locate = (bytes) => {
		if (bytes === void 0) return void 0;
		const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
		if (text === replaced) return void 0;
		assertUsable(bytes, file);
		refuseSecrets(file, scanText(text, allowSecrets));
		return findListEnd(bytes) ?? refuseStyle(file);
	};
	return {
		add(recordings) {
			refuseSecrets(file, recordings.flatMap((recording, index) => scan(recording).map((found) => at(index, found))));
			let next = place;
			if (growing.write((content) => {
				const current = content === "unchanged" ? place : locate(content);
				const added = writeAdditions(recordings, current);
				next = added.next;
				return {
					keep: current?.keep ?? 0,
					end: current?.end ?? Number.POSITIVE_INFINITY,
					text: added.text
				};
			}) === "busy") {
				busySince ??= elapsedTime();
				if (elapsedTime() - busySince > 1e4) throw lockTimeout(file);
				return "busy";
			}
			place = next;
			replaced = void 0;
			busySince = void 0;
			return "written";
		},
		close: () => growing.close()
	};
}
function at(index, { place, kind }) {
	return {
		place: place.replace(/^#0\b/, `#${index}`),
		kind
	};
}
function assertUsable(bytes, file) {
	try {
		const { format } = parseCassette(bytes, { path: file });
		if (format === "go-vcr-2") return;
		throw new CassetteSaveError(file, `Failed to record into ${file}: its format is ${format} now. Restore the file.`);
	} catch (cause) {
		if (cause instanceof CassetteSaveError || !(cause instanceof CassetteError)) throw cause;
		throw new CassetteSaveError(file, `Failed to record into ${file}: it is not a valid cassette any more. Restore or remove it. ${cause.message}`, { cause });
	}
}
function refuseSecrets(file, findings) {
	if (findings.length === 0) return;
	const list = findings.map(({ place, kind }) => `  ${place}: ${kind}`);
	throw new CassetteSecretError(file, findings, `Refused to save ${file}: it would contain something that looks like a credential.\n${list.join("\n")}\nReplace it with the option "redact" (in an existing line, by hand), or allow it if it is not a credential: { allowSecrets: [/…/] }.`);
}
function refuseStyle(file) {
	throw new CassetteSaveError(file, describeStyle(file));
}
// src/platform/block.ts
function block(ms) {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
// src/record/save-schedule.ts
const BURST_MS = 20;
const EXIT_ATTEMPTS = 100;
var SaveSchedule = class {
	#save;
	#debt = 0;
	#last = 0;
	#cancel;
	constructor(save) {
		this.#save = save;
	}
	request() {
		if (this.#cancel) return;
		const debt = Math.max(0, this.#debt - (elapsedTime() - this.#last));
		if (debt < BURST_MS) this.run();
		else this.#delay(debt);
	}
	flush() {
		if (this.#cancel) this.run();
	}
	run() {
		this.#cancel?.();
		this.#cancel = void 0;
		const start = elapsedTime();
		const outcome = this.#save();
		const end = elapsedTime();
		this.#debt = Math.max(0, this.#debt - (start - this.#last)) + (end - start);
		this.#last = end;
		if (outcome === "busy") this.#delay(10 * (1 + Math.random()));
		return outcome;
	}
	#runAtExit() {
		for (let attempt = 0; attempt < EXIT_ATTEMPTS && this.run() === "busy"; attempt++) block(10);
		this.#cancel?.();
	}
	#delay(ms) {
		const cancelTimer = startTimer(() => this.run(), ms);
		const cancelExit = runAtExit(() => this.#runAtExit());
		this.#cancel = () => {
			cancelTimer();
			cancelExit();
		};
	}
};
// src/record/saver.ts
var Saver = class {
	#list;
	#file;
	#writer;
	#schedule = new SaveSchedule(() => this.#save());
	#onSaved;
	#saved = 0;
	#error;
	constructor(list, options, onSaved) {
		this.#list = list;
		this.#file = options.file;
		this.#writer = createCassetteWriter(options);
		this.#onSaved = onSaved;
	}
	get error() {
		return this.#error;
	}
	request() {
		this.#schedule.request();
	}
	flush() {
		this.#schedule.flush();
	}
	async save() {
		while (this.#schedule.run() === "busy") await new Promise((resolve) => startTimer(resolve, 10));
	}
	close() {
		this.#writer.close();
	}
	#save() {
		const added = this.#list.slice(this.#saved);
		if (added.length === 0) return "done";
		try {
			if (this.#writer.add(added) === "busy") return "busy";
			this.#saved += added.length;
			this.#error = void 0;
			this.#onSaved();
		} catch (cause) {
			const error = cause instanceof CassetteError ? cause : new CassetteSaveError(this.#file, `Failed to save ${this.#file}: ${describeCause(cause)}`, { cause });
			if (this.#error?.message !== error.message) reportError(error);
			this.#error = error;
		}
		return "done";
	}
};
// src/open/node-recording-steps.ts
function createSaver(list, options) {
	return new Saver(list, options, () => markRecorded(options.file));
}
export { captureExchange, createSaver, toRecording };
