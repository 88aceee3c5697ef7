// src/errors/escape-control-characters.ts
function escapeControlCharacters(text) {
	return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "·");
}
// src/errors/start-stack-at-user.ts
const MAX_FRAMES = 100;
const FRAME = /^ {4}at /m;
const FOREIGN = /[\\/]node_modules[\\/](?!\.vite-temp[\\/])|\(?node:/;
const own = findOwnFolder();
function startStackAtUser(error, callee) {
	if (!Error.captureStackTrace) return;
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = MAX_FRAMES;
	Error.captureStackTrace(error, callee);
	const stack = String(error.stack);
	Error.stackTraceLimit = stackTraceLimit;
	const start = stack.indexOf(error.message) + error.message.length;
	const frames = stack.slice(start).split("\n").filter((line) => FRAME.test(line));
	const first = frames.findIndex((frame) => !FOREIGN.test(frame) && !isOwn(frame));
	const kept = first === -1 ? [] : frames.slice(first, first + stackTraceLimit);
	error.stack = [withName(stack.slice(0, start), callee), ...kept].join("\n");
}
function withName(message, callee) {
	return callee instanceof Function && callee.prototype instanceof Error ? message.replace(/^Error\b/, callee.name) : message;
}
function isOwn(frame) {
	return own !== void 0 && frame.includes(own);
}
function findOwnFolder() {
	const frame = (/* @__PURE__ */ new Error()).stack?.split("\n").find((line) => FRAME.test(line));
	return /(?:\(|at )((?:file:)?[^()]*[\\/]dist[\\/])(?:page[\\/])?shared[\\/]/.exec(frame ?? "")?.[1];
}
// src/errors/errors.ts
var CassetteError = class extends Error {
	constructor(message, options) {
		super(escapeControlCharacters(message), options);
		startStackAtUser(this, new.target);
	}
};
var CassetteFileError = class extends CassetteError {
	file;
	constructor(file, message, options) {
		super(message, options);
		this.file = file;
	}
};
var CassetteNotFoundError = class extends CassetteFileError {
	name = "CassetteNotFoundError";
	code = "cassette_not_found";
};
var CassetteUnreadableError = class extends CassetteFileError {
	name = "CassetteUnreadableError";
	code = "cassette_unreadable";
};
var CassetteSaveError = class extends CassetteFileError {
	name = "CassetteSaveError";
	code = "cassette_save";
};
var CassetteLocationError = class extends CassetteFileError {
	line;
	column;
	constructor({ file, line, column }, message, options) {
		super(file, message, options);
		this.line = line;
		this.column = column;
	}
};
var CassetteParseError = class extends CassetteLocationError {
	name = "CassetteParseError";
	code = "cassette_invalid";
};
var CassetteFormatError = class extends CassetteLocationError {
	name = "CassetteFormatError";
	code = "cassette_format";
	found;
	constructor(location, found, message) {
		super(location, message);
		this.found = found;
	}
};
var CassetteUnplayedError = class extends CassetteFileError {
	name = "CassetteUnplayedError";
	code = "cassette_unplayed";
	unplayed;
	constructor(file, unplayed, message) {
		super(file, message);
		this.unplayed = unplayed;
	}
};
var CassetteUnusedError = class extends CassetteFileError {
	name = "CassetteUnusedError";
	code = "cassette_unused";
	hosts;
	constructor(file, hosts, message) {
		super(file, message);
		this.hosts = hosts;
	}
};
var CassetteOpenEndError = class extends CassetteFileError {
	name = "CassetteOpenEndError";
	code = "cassette_open_end";
	line;
	constructor(file, line, message) {
		super(file, message);
		this.line = line;
	}
};
var CassetteSecretError = class extends CassetteFileError {
	name = "CassetteSecretError";
	code = "cassette_secret";
	findings;
	constructor(file, findings, message) {
		super(file, message);
		this.findings = findings;
	}
};
var CassetteExpiredError = class extends CassetteFileError {
	name = "CassetteExpiredError";
	code = "cassette_expired";
	recordedAt;
	constructor(file, recordedAt, message) {
		super(file, message);
		this.recordedAt = recordedAt;
	}
};
var CassetteEscapedError = class extends CassetteFileError {
	name = "CassetteEscapedError";
	code = "cassette_escaped";
	client;
	constructor(file, client, message) {
		super(file, message);
		this.client = client;
	}
};
var CassetteOptionError = class extends CassetteError {
	name = "CassetteOptionError";
	code = "cassette_option";
	option;
	constructor(option, message) {
		super(message);
		this.option = option;
	}
};
var CassetteSessionError = class extends CassetteError {
	name = "CassetteSessionError";
	code = "cassette_session";
};
// src/diagnostics/mismatch-error.ts
var CassetteMismatchError = class extends CassetteError {
	name = "CassetteMismatchError";
	code = "cassette_mismatch";
	reason;
	request;
	cassettes;
	nearest;
	differences;
	advice;
	expected;
	actual;
	constructor(mismatch, message) {
		super(message);
		this.reason = mismatch.reason;
		this.request = mismatch.request;
		this.cassettes = mismatch.cassettes;
		this.nearest = mismatch.nearest;
		this.differences = mismatch.differences;
		this.advice = mismatch.advice;
		if (mismatch.comparison) {
			this.expected = mismatch.comparison.recorded;
			this.actual = mismatch.comparison.received;
		}
	}
};
// src/json/json-value.ts
function isJsonObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
// src/body/decode-utf8.ts
function decodeUtf8(bytes, byteOrderMark = "keep") {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: byteOrderMark === "keep"
		}).decode(bytes);
	} catch {
		return;
	}
}
// src/platform/builtin.ts
function builtin(name) {
	return globalThis.process?.getBuiltinModule?.(`node:${name}`);
}
function nodeBuiltin(name) {
	return builtin(name) ?? {};
}
// src/bytes/binary-string.ts
const node$1 = builtin("buffer");
const BYTES_PER_CALL = 8192;
function toBinaryString(bytes) {
	if (node$1) return node$1.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
	let text = "";
	for (let at = 0; at < bytes.length; at += BYTES_PER_CALL) text += String.fromCharCode(...bytes.subarray(at, at + BYTES_PER_CALL));
	return text;
}
function fromBinaryString(text) {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
	return bytes;
}
// src/json/write-json.ts
function writeJson(value) {
	if (typeof value === "bigint") return String(value);
	if (Array.isArray(value)) return `[${value.map((item) => writeJson(item ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member ?? null)}`).join(",")}}`;
}
// src/format/go-duration.ts
const MS_PER_UNIT$1 = {
	ns: 1e-6,
	us: .001,
	µs: .001,
	μs: .001,
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
const MAX_DURATION = 2 ** 63 / 1e6;
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;
function parseGoDuration(text) {
	const sign = text.startsWith("-") ? -1 : 1;
	const unsigned = text.replace(/^[-+]/, "");
	if (unsigned === "0") return 0;
	let milliseconds = 0;
	PART.lastIndex = 0;
	for (let at = 0; at < unsigned.length; at = PART.lastIndex) {
		const part = PART.exec(unsigned);
		if (!part) return void 0;
		milliseconds += Number(part[1]) * (MS_PER_UNIT$1[part[2] ?? ""] ?? NaN);
	}
	if (unsigned === "" || milliseconds >= MAX_DURATION) return void 0;
	return sign * Math.round(milliseconds * 1e6) / 1e6;
}
function writeGoDuration(milliseconds) {
	const nanoseconds = Math.round(milliseconds * 1e6);
	if (nanoseconds === 0) return "0s";
	if (nanoseconds < 1e3) return `${nanoseconds}ns`;
	if (nanoseconds < 1e6) return `${nanoseconds / 1e3}µs`;
	if (nanoseconds < 1e9) return `${nanoseconds / 1e6}ms`;
	const seconds = Math.floor(nanoseconds / 1e9);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const rest = `${(seconds % 60 * 1e9 + nanoseconds % 1e9) / 1e9}s`;
	return `${hours > 0 ? `${hours}h` : ""}${seconds >= 60 ? `${minutes}m` : ""}${rest}`;
}
// src/format/go-vcr-2/values.ts
function parseStatus(status = "", code) {
	const leading = /^\d{3}/.test(status) ? status.slice(0, 3) : "";
	return {
		status: code ?? Number(leading),
		statusText: status.slice(leading.length).trim()
	};
}
function isFinalStatus(status) {
	return status >= 200 && status <= 599;
}
function parseChunks(text) {
	const chunks = [];
	for (const chunk of text.split(" ")) {
		const [, size, time] = /^(\d+)@(\d+(?:\.\d+)?)$/.exec(chunk) ?? [];
		if (size === void 0 || time === void 0 || Number(time) > Number.MAX_SAFE_INTEGER) return void 0;
		chunks.push({
			size: Number(size),
			time: Number(time)
		});
	}
	return chunks;
}
// src/cassette.ts
function findHeader(headers, name) {
	const lowerName = name.toLowerCase();
	return headers.find(([candidate]) => candidate.toLowerCase() === lowerName)?.[1];
}
function chunksFitBody(chunks, bodyLength) {
	return chunks.reduce((sum, { size }) => sum + size, 0) === bodyLength;
}
// src/json/end-of-string.ts
function endOfString(text, quote) {
	for (let at = quote + 1; at < text.length; at++) {
		const char = text.charCodeAt(at);
		if (char === 92) at++;
		else if (char === 34) return at + 1;
	}
	return text.length;
}
// src/json/parse-json.ts
const MAX_DEPTH = 500;
const BIGINT_PREFIX = `\0bigint:${Math.random()}:`;
function parseJson(text) {
	try {
		const value = /\d[\d.]{15}/.test(text) ? JSON.parse(markBigIntegers(text), reviveBigInteger) : JSON.parse(text);
		return isDeeperThan(value, MAX_DEPTH) ? void 0 : value;
	} catch {
		return;
	}
}
function isDeeperThan(value, maxDepth) {
	if (typeof value !== "object" || value === null) return false;
	if (maxDepth === 0) return true;
	for (const key in value) if (isDeeperThan(Reflect.get(value, key), maxDepth - 1)) return true;
	return false;
}
function markBigIntegers(text) {
	let marked = "";
	let end = 0;
	for (let quote = text.indexOf("\""); quote !== -1; quote = text.indexOf("\"", end)) {
		const close = endOfString(text, quote);
		marked += markBigNumbers(text.slice(end, quote)) + text.slice(quote, close);
		end = close;
	}
	return marked + markBigNumbers(text.slice(end));
}
function markBigNumbers(text) {
	return text.replace(/-?\d[\d.eE+-]*/g, (number) => {
		if (number.length < 16) return number;
		const integer = toInteger$1(number);
		return integer === void 0 || Number.isSafeInteger(Number(integer)) ? number : JSON.stringify(BIGINT_PREFIX + integer);
	});
}
function toInteger$1(number) {
	const [, sign, whole, decimals = "", exponent = "0"] = /^(-?)([1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(number) ?? [];
	if (whole === void 0) return void 0;
	let length = decimals.length;
	while (decimals[length - 1] === "0") length--;
	const zeros = Number(exponent) - length;
	return zeros < 0 ? void 0 : sign + whole + decimals.slice(0, length) + "0".repeat(zeros);
}
function reviveBigInteger(_key, value) {
	return typeof value === "string" && value.startsWith(BIGINT_PREFIX) ? BigInt(value.slice(BIGINT_PREFIX.length)) : value;
}
// src/body/content-type.ts
function mediaType(contentType) {
	return contentType?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
function sniffContentType(body) {
	if (body.length === 0) return void 0;
	const head = new TextDecoder().decode(body.subarray(0, 512));
	if (/^\uFEFF?\s*(?:data|event|id|retry)?:/.test(head)) return "text/event-stream";
	if (/^\s*[{[]/.test(head)) return isNdjson(body) ? "application/x-ndjson" : "application/json";
	if (/^\s*<(?:!doctype|html)/i.test(head)) return "text/html";
	return head.includes("�") || head.includes("\0") ? "application/octet-stream" : "text/plain";
}
function isNdjson(body) {
	const lines = new TextDecoder().decode(body).trim().split(/\r?\n/);
	return lines.length > 1 && lines.every((line) => /^\{.*\}$/.test(line));
}
// src/platform/escape-reg-exp.ts
function escapeRegExp(text) {
	return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
// src/body/multipart.ts
function parseMultipart(body, contentType) {
	const text = toBinaryString(body);
	const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	const delimiter = boundary ? `--${boundary[1] ?? boundary[2]}` : findDelimiter(text);
	if (!delimiter || !text.startsWith(delimiter)) return void 0;
	return text.split(new RegExp(`(?:^|\\r?\\n)${escapeRegExp(delimiter)}(?:--)?[ \\t]*(?:\\r?\\n|$)`)).slice(1, -1).map(toPart);
}
function findDelimiter(text) {
	const line = /^--[^\r\n]+/.exec(text)?.[0].trimEnd();
	return line && text.trimEnd().endsWith(`${line}--`) ? line : void 0;
}
function toPart(piece) {
	const [, head = "", content = ""] = /^((?:[^\r\n]+\r?\n)*)\r?\n?(.*)$/s.exec(piece) ?? [];
	const headers = head.trim().split(/\r?\n/).map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()));
	const bytes = fromBinaryString(content);
	return {
		headers: headers.sort(),
		content: decodeUtf8(bytes) ?? bytes
	};
}
// src/body/comparable-body.ts
function toComparableBody(bytes, contentType, comparison) {
	if (bytes.length === 0) return {
		kind: "empty",
		value: null
	};
	if (comparison === "bytes") return {
		kind: "bytes",
		value: bytes
	};
	const parts = comparison === "json" ? readParts(bytes, contentType) : void 0;
	if (parts) return {
		kind: "multipart",
		value: parts
	};
	const text = decodeUtf8(bytes);
	if (text === void 0) return {
		kind: "bytes",
		value: bytes
	};
	return (comparison === "json" ? readStructure(text, contentType) : void 0) ?? {
		kind: "text",
		value: text
	};
}
function readParts(bytes, contentType) {
	return mediaType(contentType).startsWith("multipart/") || bytes[0] === DASH$1 && bytes[1] === DASH$1 ? parseMultipart(bytes, contentType) : void 0;
}
function readStructure(text, contentType) {
	const value = parseJson(text);
	if (value !== void 0) return {
		kind: "json",
		value
	};
	return mediaType(contentType) === "application/x-www-form-urlencoded" || /^[\w.%+*[\]-]+=/.test(text) ? {
		kind: "form",
		value: parseUrlEncoded(text)
	} : void 0;
}
function parseUrlEncoded(query) {
	const fields = Object.create(null);
	if (query === "") return fields;
	for (const [name, value] of new URLSearchParams(query)) {
		const values = fields[name] ?? [];
		fields[name] = values;
		values.push(value);
	}
	for (const values of Object.values(fields)) values.sort();
	return fields;
}
const DASH$1 = 45;
// src/bytes/base64.ts
function fromBase64(text) {
	try {
		return fromBinaryString(atob(text.replace(/\s/g, "")));
	} catch {
		return;
	}
}
function toBase64(bytes) {
	return btoa(toBinaryString(bytes));
}
// src/body/inflate.ts
const MAX_INFLATED_BYTES = 268435456;
function isGzip(bytes) {
	return bytes[0] === 31 && bytes[1] === 139;
}
const results = /* @__PURE__ */ new WeakMap();
function inflate(bytes, encoding) {
	const kept = results.get(bytes);
	const result = kept?.encoding === encoding ? kept : tryInflate(bytes, encoding);
	results.set(bytes, result);
	if (result.bytes) return result.bytes;
	throw result.error;
}
function tryInflate(bytes, encoding) {
	try {
		return {
			encoding,
			bytes: inflateOnce(bytes, encoding)
		};
	} catch (error) {
		return {
			encoding,
			error
		};
	}
}
function inflateOnce(bytes, encoding) {
	const zlib = builtin("zlib");
	if (!zlib) throw new Error("synchronous decompression is not available here");
	const options = { maxOutputLength: MAX_INFLATED_BYTES };
	switch (encoding.trim().toLowerCase()) {
		case "gzip":
		case "x-gzip": return new Uint8Array(zlib.gunzipSync(bytes, options));
		case "br": return new Uint8Array(zlib.brotliDecompressSync(bytes, options));
		case "deflate": return new Uint8Array(zlib.inflateSync(bytes, options));
		default: throw new Error(`the encoding ${encoding} is not supported`);
	}
}
// src/body/is-compressed.ts
function isCompressed({ body, headers }) {
	const encoding = findHeader(headers, "content-encoding")?.trim().toLowerCase();
	if (!encoding || encoding === "identity") return false;
	if (/^(?:x-)?gzip$/.test(encoding)) return isGzip(body);
	return decodeUtf8(body) === void 0;
}
// src/bytes/byte-view.ts
const node = builtin("buffer");
function viewBytes(bytes) {
	return node ? node.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : bytes;
}
function readUtf8(view, from, to) {
	return node ? view.toString("utf8", from, to) : decoder.decode(view.subarray(from, to));
}
function hasEqualBytes(a, b) {
	if (a.length !== b.length) return false;
	return node ? node.Buffer.compare(a, b) === 0 : a.every((byte, index) => byte === b[index]);
}
function isUtf8(bytes) {
	return node ? node.isUtf8(bytes) : canDecode(bytes);
}
function canDecode(bytes) {
	const strict = new TextDecoder("utf-8", { fatal: true });
	try {
		for (let at = 0; at < bytes.length; at += PIECE_BYTES) strict.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: true });
		strict.decode();
		return true;
	} catch {
		return false;
	}
}
const PIECE_BYTES = 65536;
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
// src/format/go-vcr-2/fast/bail.ts
var Bail = class extends Error {};
function bail() {
	throw new Bail();
}
function orFallBack(read) {
	try {
		return read();
	} catch (error) {
		if (error instanceof Bail) return void 0;
		throw error;
	}
}
// src/format/go-vcr-2/fast/has-equal-ranges.ts
function hasEqualRanges(bytes, first, second, length) {
	for (let at = 0; at < length; at++) if (bytes[first + at] !== bytes[second + at]) return false;
	return true;
}
// src/format/go-vcr-2/fast/last-part-cache.ts
var LastPartCache = class {
	#last;
	read(lines, read) {
		const { start, number, bytes } = lines;
		const last = this.#last;
		if (last && hasEqualRanges(bytes, last.start, start, last.length)) {
			lines.goTo(start + last.size, number + last.lines);
			return last.value;
		}
		const value = read();
		if (!lines.isEnd) {
			const size = lines.start - start;
			this.#last = {
				value,
				start,
				size,
				lines: lines.number - number,
				length: size + lines.line.length + 1
			};
		}
		return value;
	}
};
// src/format/go-vcr-2/fast/byte-table.ts
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;
function byteTable(characters) {
	const table = new Array(256).fill(false);
	for (let index = 0; index < characters.length; index++) table[characters.charCodeAt(index)] = true;
	return table;
}
// src/format/go-vcr-2/fast/is-reserved-scalar.ts
function isReservedScalar(text) {
	return text.length <= 5 && WORDS$1.has(text.toLowerCase());
}
const WORDS$1 = /* @__PURE__ */ new Set([
	"true",
	"false",
	"null"
]);
// src/format/go-vcr-2/fast/line.ts
function readLine(bytes, view, start, end) {
	let at = start;
	while (bytes[at] === SPACE$2) at++;
	const length = end - start;
	const indent = at - start;
	if (at === end) return toLine(length, indent, "blank", void 0, length);
	const isItem = bytes[at] === DASH && bytes[at + 1] === SPACE$2 && bytes[at + 2] !== SPACE$2;
	const kind = isItem ? "item" : "other";
	if (isItem) at += 2;
	const colon = findColon(bytes, at);
	const key = colon === -1 || !LETTER[bytes[at]] ? void 0 : toKey(readUtf8(view, at, colon));
	if (key === void 0) return toLine(length, indent, kind, key, at - start);
	return toLine(length, indent, kind, key, colon + 1 === end ? length : colon + 2 - start);
}
const END = toLine(0, 0, "blank", void 0, 0);
function toLine(length, indent, kind, key, valueAt) {
	return {
		length,
		indent,
		kind,
		key,
		valueAt,
		text: void 0,
		scalar: void 0,
		integer: void 0
	};
}
function findColon(bytes, from) {
	let at = from;
	while (NAME[bytes[at]]) at++;
	if (bytes[at] !== COLON$1) return -1;
	const next = bytes[at + 1];
	return next === LINE_BREAK$3 || next === SPACE$2 && bytes[at + 2] !== LINE_BREAK$3 ? at : -1;
}
function toKey(name) {
	return isReservedScalar(name) ? void 0 : name;
}
const LETTER = byteTable(LETTERS);
const NAME = byteTable(`${LETTERS_AND_DIGITS}_.-`);
const LINE_BREAK$3 = 10;
const SPACE$2 = 32;
const DASH = 45;
const COLON$1 = 58;
// src/format/go-vcr-2/fast/line-cache.ts
var LineCache = class {
	#bytes;
	#view;
	#slots = new Array(SLOTS).fill(void 0);
	constructor(bytes, view) {
		this.#bytes = bytes;
		this.#view = view;
	}
	read(start) {
		let hash = 0;
		let end = start;
		for (const limit = start + SHORT; end <= limit; end++) {
			const byte = this.#bytes[end];
			if (byte === LINE_BREAK$2) return this.#readShort(start, end, hash & SLOTS - 1);
			hash = Math.imul(hash, 31) + byte;
		}
		return readLine(this.#bytes, this.#view, start, endOfLine$1(this.#view, end));
	}
	#readShort(start, end, slot) {
		const known = this.#slots[slot];
		const length = end - start;
		if (known?.line.length === length && hasEqualRanges(this.#bytes, known.start, start, length)) return known.line;
		const line = readLine(this.#bytes, this.#view, start, end);
		this.#slots[slot] = {
			start,
			line
		};
		return line;
	}
};
function isShort({ length }) {
	return length <= SHORT;
}
function endOfLine$1(view, from) {
	const found = view.indexOf(LINE_BREAK$2, from);
	return found === -1 ? view.length : found;
}
const SHORT = 96;
const SLOTS = 512;
const LINE_BREAK$2 = 10;
// src/format/go-vcr-2/fast/lines.ts
var Lines = class {
	bytes;
	view;
	#cache;
	line;
	number = 1;
	start = 0;
	indent;
	constructor(bytes) {
		this.bytes = bytes;
		this.view = viewBytes(bytes);
		this.#cache = new LineCache(bytes, this.view);
		this.line = this.#cache.read(0);
		this.indent = this.line.indent;
	}
	get isEnd() {
		return this.start >= this.bytes.length;
	}
	get end() {
		return this.start + this.line.length;
	}
	get value() {
		return this.start + this.line.valueAt;
	}
	get valueText() {
		this.line.text ??= readUtf8(this.view, this.value, this.end);
		return this.line.text;
	}
	next() {
		this.goTo(this.end + 1, this.number + 1);
	}
	goTo(start, number) {
		this.number = number;
		this.start = start;
		this.line = start < this.bytes.length ? this.#cache.read(start) : END;
		this.indent = this.line.indent;
	}
	isItem(indent) {
		return this.indent === indent && this.line.kind === "item";
	}
	consumeDash() {
		this.indent += 2;
	}
};
// src/format/go-vcr-2/fast/map.ts
function readMap(lines, read) {
	const { indent } = lines;
	const keys = /* @__PURE__ */ new Set();
	do {
		const key = lines.line.key ?? bail();
		if (keys.has(key)) bail();
		keys.add(key);
		read(key);
	} while (!lines.isEnd && lines.indent === indent && lines.line.kind !== "item");
}
function enterMap(lines) {
	const { indent } = lines;
	if (lines.value !== lines.end) bail();
	lines.next();
	if (lines.indent <= indent || lines.line.kind === "item") bail();
}
// src/format/go-vcr-2/fast/block.ts
function skipBlock(lines) {
	const { indent } = lines;
	const { style, chomping } = HEADERS.get(lines.valueText) ?? bail();
	const from = lines.end + 1;
	const own = indentOf(lines.bytes, from);
	if (own <= indent) bail();
	const { to, length, blank } = skipLines(lines, from, own);
	return {
		style,
		from,
		to,
		indent: own,
		length: style === "block" ? length + TAIL[chomping](blank) : lengthOfBase64(lines.bytes, from, to)
	};
}
const HEADERS = /* @__PURE__ */ new Map([
	["|", {
		style: "block",
		chomping: ""
	}],
	["|-", {
		style: "block",
		chomping: "-"
	}],
	["|+", {
		style: "block",
		chomping: "+"
	}],
	["!!binary |", {
		style: "binary",
		chomping: ""
	}],
	["!!binary |-", {
		style: "binary",
		chomping: "-"
	}],
	["!!binary |+", {
		style: "binary",
		chomping: "+"
	}]
]);
const TAIL = {
	"": () => 1,
	"-": () => 0,
	"+": (blank) => blank + 1
};
function skipLines(lines, from, own) {
	const { bytes, view } = lines;
	let at = from;
	let number = lines.number + 1;
	let to = at;
	let length = -1;
	let blank = 0;
	for (; at < bytes.length; number++) {
		let content = at;
		while (content < at + own && bytes[content] === SPACE$1) content++;
		if (bytes[content] === LINE_BREAK$1) {
			if (content > at) bail();
			blank++;
			at++;
			continue;
		}
		if (content < at + own) break;
		to = endOfLine$1(view, content);
		if (bytes[content] === SPACE$1 && isBlank(bytes, content, to)) bail();
		length += blank + 1 + to - content;
		blank = 0;
		at = to + 1;
	}
	lines.goTo(at, number);
	return {
		to,
		length,
		blank
	};
}
function indentOf(bytes, start) {
	let at = start;
	while (bytes[at] === SPACE$1) at++;
	return bytes[at] === LINE_BREAK$1 ? 0 : at - start;
}
function isBlank(bytes, from, to) {
	let at = from;
	while (at < to && bytes[at] === SPACE$1) at++;
	return at === to;
}
function takeBlock(bytes, view, block) {
	return block.style === "block" ? unindent(bytes, view, block) : fromBase64(toBinaryString(bytes.subarray(block.from, block.to))) ?? bail();
}
function unindent(bytes, view, { from, to, indent, length }) {
	let at = from;
	for (let start = from; start < to;) {
		const end = view.indexOf(LINE_BREAK$1, start);
		const content = end === start ? start : start + indent;
		bytes.copyWithin(at, content, end + 1);
		at += end + 1 - content;
		start = end + 1;
	}
	return bytes.subarray(from, from + length).fill(LINE_BREAK$1, Math.min(at - from, length));
}
function lengthOfBase64(bytes, from, to) {
	let digits = 0;
	let padding = 0;
	for (let at = from; at < to; at++) {
		const byte = bytes[at];
		if (byte === SPACE$1 || byte === LINE_BREAK$1) continue;
		if (byte === PADDING) padding++;
		else if (padding > 0 || !BASE64[byte]) bail();
		digits++;
	}
	return padding > 2 || digits % 4 !== 0 ? bail() : digits / 4 * 3 - padding;
}
const BASE64 = byteTable(`${LETTERS_AND_DIGITS}+/`);
const PADDING = 61;
const LINE_BREAK$1 = 10;
const SPACE$1 = 32;
// src/format/go-vcr-2/fast/line-scalar.ts
function toLineScalar({ bytes, view, value, end }) {
	const first = bytes[value];
	if (first !== SINGLE && first !== DOUBLE) {
		if (!isPlain(bytes, value, end) || isOtherType(view, value, end)) bail();
		return {
			style: "verbatim",
			from: value,
			to: end
		};
	}
	const inner = {
		from: value + 1,
		to: end - 1
	};
	if (inner.to < inner.from || bytes[inner.to] !== first) bail();
	if (first === DOUBLE) return {
		style: checkDouble(bytes, inner.from, inner.to),
		...inner
	};
	return {
		style: checkSingle(bytes, view, inner.from, inner.to),
		...inner
	};
}
function checkSingle(bytes, view, from, to) {
	let at = view.indexOf(SINGLE, from);
	if (at === to) return "verbatim";
	for (; at < to; at = view.indexOf(SINGLE, at + 2)) if (at + 1 === to || bytes[at + 1] !== SINGLE) bail();
	return at === to ? "single-quoted" : bail();
}
function checkDouble(bytes, from, to) {
	let style = "verbatim";
	for (let at = from; at < to; at++) {
		const byte = bytes[at];
		if (byte < SPACE || byte === DOUBLE) bail();
		if (byte !== BACKSLASH) continue;
		style = "double-quoted";
		const digits = ESCAPES[bytes[++at]] ?? bail();
		if (at + digits >= to) bail();
		let code = 0;
		for (const last = at + digits; at < last;) code = code * 16 + hexDigit(bytes[++at]);
		if (code > 1114111) bail();
	}
	return style;
}
const ESCAPES = [];
for (const char of "0abtnvfre \"/\\N_LP") ESCAPES[char.charCodeAt(0)] = 0;
for (const [char, digits] of [
	["x", 2],
	["u", 4],
	["U", 8]
]) ESCAPES[char.charCodeAt(0)] = digits;
function hexDigit(byte) {
	if (byte >= 48 && byte <= 57) return byte - 48;
	const letter = byte | SPACE;
	return letter >= 97 && letter <= 102 ? letter - 87 : bail();
}
function isPlain(bytes, from, to) {
	if (to - from > MAX_PLAIN || !FIRST[bytes[from]]) return false;
	for (let at = from; at < to; at++) {
		const byte = bytes[at];
		const isLast = at + 1 === to;
		if (byte === MICRO[0] && bytes[at + 1] === MICRO[1] && !isLast) at++;
		else if (!INNER[byte]) return false;
		else if (byte === SPACE && isLast) return false;
		else if (byte === COLON && (isLast || bytes[at + 1] === SPACE)) return false;
	}
	return true;
}
function isOtherType(view, from, to) {
	const first = view[from];
	if (first >= 48 && first <= 57) return LIKE_NUMBER.test(readUtf8(view, from, to));
	return to - from <= 5 && isReservedScalar(readUtf8(view, from, to));
}
const MAX_PLAIN = 4096;
const LIKE_NUMBER = /^(?:0o[0-7]+|0x[\dA-Fa-f]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?)$/;
const FIRST = byteTable(`${LETTERS_AND_DIGITS}_/`);
const INNER = byteTable(`${LETTERS_AND_DIGITS}_/.,;=+*?&%@~()[]{}<>"'$!^|: -`);
const MICRO = [194, 181];
const BACKSLASH = 92;
const COLON = 58;
const DOUBLE = 34;
const SINGLE = 39;
const SPACE = 32;
// src/format/go-vcr-2/fast/scalar.ts
function readScalar(lines) {
	const first = lines.bytes[lines.value];
	return first === PIPE || first === BANG ? skipBlock(lines) : readLineScalar(lines);
}
function readLineScalar(lines) {
	const { line } = lines;
	line.scalar ??= isShort(line) ? decoded(lines) : toLineScalar(lines);
	lines.next();
	return line.scalar;
}
function decoded(lines) {
	return {
		style: "decoded",
		text: scalarText(lines.view, toLineScalar(lines))
	};
}
function readText$1(lines) {
	return scalarText(lines.view, readScalar(lines));
}
function readInteger(lines) {
	const { line } = lines;
	line.integer ??= toInteger(lines);
	lines.next();
	return line.integer;
}
function toInteger({ bytes, value, end }) {
	const first = bytes[value] === MINUS ? value + 1 : value;
	const digits = end - first;
	if (digits === 0 || digits > 15 || bytes[first] === ZERO && end - value > 1) bail();
	let integer = 0;
	for (let at = first; at < end; at++) {
		const digit = bytes[at] - ZERO;
		if (digit < 0 || digit > 9) bail();
		integer = integer * 10 + digit;
	}
	return first === value ? integer : -integer;
}
function readFlag(lines) {
	const text = lines.valueText;
	if (text !== "true" && text !== "false") bail();
	lines.next();
	return text === "true";
}
function scalarText(view, scalar) {
	if (scalar.style === "block" || scalar.style === "binary") return bail();
	if (scalar.style === "decoded") return scalar.text;
	const text = readUtf8(view, scalar.from, scalar.to);
	if (scalar.style === "single-quoted") return text.replaceAll("''", "'");
	return scalar.style === "double-quoted" ? decodeEscapes(text) : text;
}
function decodeEscapes(text) {
	return text.replace(/\\(?:x(..)|u(.{4})|U(.{8})|(.))/gs, (_escape, x, u, long, char) => {
		const digits = x ?? u ?? long;
		return digits === void 0 ? ESCAPED[char] ?? char : String.fromCodePoint(Number.parseInt(digits, 16));
	});
}
const ESCAPED = {
	"0": "\0",
	a: "\x07",
	b: "\b",
	t: "	",
	n: "\n",
	v: "\v",
	f: "\f",
	r: "\r",
	e: "\x1B",
	N: "",
	_: "\xA0",
	L: "\u2028",
	P: "\u2029"
};
function takeBytes(bytes, view, scalar) {
	if (scalar.style === "block" || scalar.style === "binary") return takeBlock(bytes, view, scalar);
	if (scalar.style === "verbatim") return bytes.subarray(scalar.from, scalar.to);
	return new TextEncoder().encode(scalarText(view, scalar));
}
function scalarLength(view, scalar) {
	if (scalar.style === "block" || scalar.style === "binary") return scalar.length;
	return scalar.style === "verbatim" ? scalar.to - scalar.from : new TextEncoder().encode(scalarText(view, scalar)).length;
}
const MINUS = 45;
const ZERO = 48;
const PIPE = 124;
const BANG = 33;
// src/format/go-vcr-2/fast/lists.ts
function readLists(lines, take) {
	if (isEmpty(lines, "{}")) return;
	enterMap(lines);
	readMap(lines, (name) => readList(lines, (value) => take(name, value)));
}
function readList(lines, take) {
	if (isEmpty(lines, "[]")) return;
	const { indent } = lines;
	if (lines.value !== lines.end) bail();
	lines.next();
	const { indent: own } = lines;
	if (own < indent || !lines.isItem(own)) bail();
	while (!lines.isEnd && lines.isItem(own)) {
		if (lines.line.key !== void 0) bail();
		take(readLineScalar(lines));
	}
}
function ignoreValue() {}
function isEmpty(lines, empty) {
	if (lines.end - lines.value !== 2 || lines.valueText !== empty) return false;
	lines.next();
	return true;
}
// src/format/go-vcr-2/fast/message.ts
function readHeaders(lines, cache) {
	return cache.read(lines, () => {
		const headers = [];
		readLists(lines, (name, value) => {
			const text = scalarText(lines.view, value).trim();
			if (/[\r\n\0]/.test(text)) bail();
			headers.push([name, text]);
		});
		return headers;
	});
}
function withBody(message, { bytes, view }, body) {
	if (!body) return {
		...message,
		body: /* @__PURE__ */ new Uint8Array()
	};
	if (body.style === "verbatim") return {
		...message,
		body: takeBytes(bytes, view, body)
	};
	encodedBodies.set(message, {
		bytes,
		view,
		body
	});
	return Object.defineProperty(message, "body", lazyBody);
}
const encodedBodies = /* @__PURE__ */ new WeakMap();
const lazyBody = {
	enumerable: true,
	configurable: true,
	get() {
		const encoded = encodedBodies.get(this);
		if (!encoded) return void 0;
		const value = takeBytes(encoded.bytes, encoded.view, encoded.body);
		Object.defineProperty(this, "body", {
			value,
			enumerable: true
		});
		encodedBodies.delete(this);
		return value;
	}
};
// src/format/go-vcr-2/fast/skip-wire-fields.ts
function skipWireFields(lines, key) {
	switch (key) {
		case "proto":
			readScalar(lines);
			return;
		case "proto_major":
		case "proto_minor":
		case "content_length":
			readInteger(lines);
			return;
		case "transfer_encoding":
			readList(lines, ignoreValue);
			return;
		case "trailer":
			readLists(lines, ignoreValue);
			return;
		default: bail();
	}
}
// src/format/go-vcr-2/fast/read-request.ts
function readRequest$1(lines, headersCache) {
	let method = "";
	let url = "";
	let headers = [];
	let body;
	readMap(lines, (key) => {
		switch (key) {
			case "method":
				method = readText$1(lines);
				return;
			case "url":
				url = readText$1(lines);
				return;
			case "headers":
				headers = readHeaders(lines, headersCache);
				return;
			case "body":
				body = readScalar(lines);
				return;
			case "id":
				readInteger(lines);
				return;
			case "form":
				readLists(lines, ignoreValue);
				return;
			case "host":
			case "remote_addr":
			case "request_uri":
				readScalar(lines);
				return;
			default: skipWireFields(lines, key);
		}
	});
	if (!method || !url) bail();
	return withBody({
		method: method.toUpperCase(),
		url,
		headers
	}, lines, body);
}
// src/format/go-vcr-2/fast/read-response.ts
function readResponse(lines, headersCache) {
	let headers = [];
	let body;
	let status;
	let code;
	let duration;
	let uncompressed;
	let chunks;
	let openAfter;
	readMap(lines, (key) => {
		switch (key) {
			case "headers":
				headers = readHeaders(lines, headersCache);
				return;
			case "body":
				body = readScalar(lines);
				return;
			case "status":
				status = readText$1(lines);
				return;
			case "code":
				code = readInteger(lines);
				return;
			case "duration":
				duration = toDuration(readText$1(lines));
				return;
			case "uncompressed":
				uncompressed = readFlag(lines);
				return;
			case "chunks":
				chunks = toChunks(readText$1(lines));
				return;
			case "open_end":
				openAfter = toDuration(readText$1(lines));
				return;
			default: skipWireFields(lines, key);
		}
	});
	if (status === void 0 && code === void 0) bail();
	const parsed = parseStatus(status, code);
	if (!isFinalStatus(parsed.status)) bail();
	const fits = chunks && chunksFitBody(chunks, body ? scalarLength(lines.view, body) : 0);
	const response = {
		...parsed,
		headers
	};
	if (duration !== void 0) response.duration = duration;
	if (uncompressed) response.uncompressed = true;
	if (chunks && fits) response.chunks = chunks;
	if (openAfter !== void 0) response.openEnd = { after: openAfter };
	return withBody(response, lines, body);
}
function toDuration(text) {
	return text ? parseGoDuration(text) ?? bail() : void 0;
}
function toChunks(text) {
	return text ? parseChunks(text) ?? bail() : void 0;
}
// src/format/go-vcr-2/fast/read-fast.ts
function readGoVcr2Fast(bytes, file) {
	return orFallBack(() => {
		const lines = new Lines(bytes);
		bailOnForeignBytes(lines);
		if (lines.line.length === 3 && lines.valueText === "---") lines.next();
		if (!hasKey(lines, "version") || readInteger(lines) !== 2) bail();
		const interactions = readInteractions(lines);
		if (!lines.isEnd) bail();
		return {
			format: "go-vcr-2",
			path: file,
			interactions
		};
	});
}
function bailOnForeignBytes({ bytes, view }) {
	if (bytes.at(-1) !== LINE_BREAK || view.includes(CARRIAGE_RETURN) || view.includes(NUL) || !isUtf8(bytes)) bail();
}
function readInteractions(lines) {
	const isEmpty = lines.valueText === "[]";
	if (!hasKey(lines, "interactions") || lines.value !== lines.end && !isEmpty) bail();
	lines.next();
	if (isEmpty) return [];
	const { indent } = lines;
	if (!lines.isItem(indent)) bail();
	const interactions = [];
	const caches = {
		request: new LastPartCache(),
		response: new LastPartCache()
	};
	while (!lines.isEnd && lines.isItem(indent)) interactions.push(readInteraction(lines, caches));
	return interactions;
}
function hasKey({ indent, line }, key) {
	return indent === 0 && line.kind === "other" && line.key === key;
}
function readInteraction(lines, caches) {
	const line = lines.number;
	lines.consumeDash();
	let request;
	let response;
	let recordedAt;
	readMap(lines, (key) => {
		switch (key) {
			case "id":
				readInteger(lines);
				return;
			case "recorded_at":
				recordedAt = readDate(lines);
				return;
			case "request":
				enterMap(lines);
				request = readRequest$1(lines, caches.request);
				return;
			case "response":
				enterMap(lines);
				response = readResponse(lines, caches.response);
				return;
			default: bail();
		}
	});
	if (!request || !response) bail();
	return recordedAt ? {
		request,
		response,
		line,
		recordedAt
	} : {
		request,
		response,
		line
	};
}
function readDate(lines) {
	const date = new Date(readText$1(lines) || bail());
	return Number.isNaN(date.getTime()) ? bail() : date;
}
const LINE_BREAK = 10;
const CARRIAGE_RETURN = 13;
const NUL = 0;
// src/options/checks.ts
function objectOf(checks) {
	return (value, option) => {
		if (value === void 0) return;
		if (typeof value !== "object" || value === null || Array.isArray(value)) refuseOption(option, value, "an object");
		refuseUnknown(value, Object.keys(checks), option);
		for (const [name, check] of Object.entries(checks)) check(Reflect.get(value, name), memberOf(option, name));
	};
}
function oneOf(choices) {
	return satisfying((value) => typeof value === "string" && choices.includes(value), `one of ${choices.map((choice) => `'${choice}'`).join(", ")}`);
}
function satisfying(test, expected) {
	return (value, option) => {
		if (value !== void 0 && !test(value)) refuseOption(option, value, expected);
	};
}
function listOf(test, expected) {
	return satisfying((value) => Array.isArray(value) && value.every(test), expected);
}
function stringsOf(expected) {
	return listOf((item) => typeof item === "string", expected);
}
const aFunction = satisfying((value) => typeof value === "function", "a function");
function refuseOption(option, value, expected) {
	const name = option || "options";
	throw new CassetteOptionError(name, `The option "${name}" is ${show$1(value)}, and must be ${expected}.`);
}
function refuseUnknown(options, known, path) {
	const unknown = Object.keys(options).find((key) => !known.includes(key));
	if (unknown === void 0) return;
	const option = memberOf(path, unknown);
	throw new CassetteOptionError(option, `Unknown option "${option}". Known: ${known.join(", ")}.`);
}
function memberOf(path, name) {
	return path ? `${path}.${name}` : name;
}
function show$1(value) {
	return typeof value === "function" ? "a function" : JSON.stringify(value)?.slice(0, 80) ?? String(value);
}
// src/json/canonical-json.ts
function canonicalJson(value) {
	if (typeof value === "string") return JSON.stringify(unifyLineEndings(value));
	if (typeof value === "number") return canonicalNumber(value);
	if (typeof value === "bigint") return value.toString();
	if (value instanceof Uint8Array) return `bytes:${JSON.stringify(toBinaryString(value))}`;
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	return `{${canonicalMembers(value)}}`;
}
function canonicalMembers(value) {
	let members = "";
	for (const key of Object.keys(value).sort()) {
		const member = Reflect.get(value, key);
		if (member === void 0) continue;
		members += `${members && ","}${JSON.stringify(unifyLineEndings(key))}:${canonicalJson(member)}`;
	}
	return members;
}
function unifyLineEndings(text) {
	return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
function canonicalNumber(value) {
	if (value === 0) return "0";
	const [, sign, whole, fraction = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e\+(\d+)$/.exec(String(value)) ?? [];
	return exponent === void 0 ? String(value) : sign + `${whole}${fraction}`.padEnd(Number(exponent) + 1, "0");
}
// src/json/json-differences.ts
function jsonDifferences(recorded, received, limit = 100) {
	const differences = [];
	collect(recorded, received, "$", differences, limit);
	return differences;
}
function collect(recorded, received, path, differences, limit) {
	if (differences.length >= limit) return;
	if (Array.isArray(recorded) && Array.isArray(received)) {
		const length = Math.max(recorded.length, received.length);
		for (let i = 0; i < length; i++) collect(recorded[i], received[i], `${path}[${i}]`, differences, limit);
	} else if (isJsonObject(recorded) && isJsonObject(received)) for (const key of /* @__PURE__ */ new Set([...Object.keys(recorded), ...Object.keys(received)])) collect(member(recorded, key), member(received, key), path + memberPath(key), differences, limit);
	else if (!isEqual(recorded, received)) differences.push({
		path,
		recorded,
		received
	});
}
function member(object, key) {
	return Object.hasOwn(object, key) ? object[key] : void 0;
}
function isEqual(a, b) {
	if (a === b) return true;
	return a === void 0 === (b === void 0) && canonicalJson(a) === canonicalJson(b);
}
function memberPath(key) {
	return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
// src/matcher/body.ts
function matchBody(project = ({ request }) => request.body) {
	return {
		name: "body",
		key: ({ request }) => canonicalJson(project({ request })),
		differences: ({ recorded, received }) => jsonDifferences(project({ request: recorded }), project({ request: received }))
	};
}
// src/matcher/headers.ts
function matchHeaders(names) {
	return {
		name: "headers",
		key: ({ request }) => JSON.stringify(names.map((name) => request.headers.get(name))),
		differences: ({ recorded, received }) => names.map((name) => ({
			path: `header.${name.toLowerCase()}`,
			recorded: recorded.headers.get(name) ?? void 0,
			received: received.headers.get(name) ?? void 0
		})).filter((difference) => difference.recorded !== difference.received)
	};
}
// src/matcher/method.ts
const matchMethod = {
	name: "method",
	key: ({ request }) => request.method,
	differences: ({ recorded, received }) => [{
		path: "method",
		recorded: recorded.method,
		received: received.method
	}]
};
// src/matcher/url.ts
const matchUrl = {
	name: "url",
	key: ({ request }) => canonicalJson(toUrlParts(request.url)),
	differences: ({ recorded, received }) => jsonDifferences(toUrlParts(recorded.url), toUrlParts(received.url)).map((difference) => ({
		...difference,
		path: difference.path.replace(/^\$/, "url")
	}))
};
function toUrlParts(url) {
	return {
		origin: `${url.protocol}//${url.host}`,
		path: unifyPercentEncoding(url.pathname),
		query: parseUrlEncoded(url.search)
	};
}
function unifyPercentEncoding(path) {
	if (/^[\w.!~*'()/-]*$/.test(path)) return path;
	return path.split("/").map((segment) => segment.split(/((?:%[\da-f]{2})+)/i).map(unifyPiece).join("")).join("/");
}
function unifyPiece(piece, index) {
	try {
		return encodeURIComponent(index % 2 === 0 ? piece : decodeURIComponent(piece));
	} catch {
		return piece.toUpperCase();
	}
}
// src/platform/environment.ts
function isCi() {
	const { CI } = environment();
	return CI !== void 0 && ![
		"",
		"0",
		"false"
	].includes(CI);
}
function environment() {
	return readEnvironment() ?? {};
}
function isPage() {
	return typeof document !== "undefined" && typeof globalThis.process?.versions?.node !== "string";
}
function hasEnvironment() {
	return typeof globalThis.process?.versions?.node === "string" && readEnvironment() !== void 0;
}
function readEnvironment() {
	try {
		const env = globalThis.process?.env;
		env?.CI, env?.MSW_CASSETTE_MODE;
		return env;
	} catch {
		return;
	}
}
// src/secret/secret-name.ts
const SECRET_NAME = new RegExp(`(?:^|_)(?:${[
	"x?api_?key",
	"(?:access|api|auth|bearer|csrf|id|refresh|security|session|subscription)_?token",
	"(?:actor|subject)_?token",
	"client_?assertion",
	"(?:api|client)_?secret",
	"secret_?(?:access_?)?key",
	"(?:private|subscription)_?key",
	"access_?key_?secret",
	"authorization",
	"passphrase|password|passwd"
].join("|")})$|^(?:set_?)?cookie$`);
const SECRET_PARAMETER = /^(?:key|token|secret|auth|sig|assertion|code_verifier)$|(?:^|_)(?:signature|credentials?)$/;
const SECRET_HEADER = /(?:^|_)(?:key|token|secret|auth|sig|signature|credentials?)$/;
const HARMLESS_HEADER = /(?:^|_)(?:page|next|continuation|cursor|idempotency|cache)_(?:key|token)$/;
const isSecretMember = testWords((words) => SECRET_NAME.test(words));
const isSecretIfValueLooksSecret = testWords((words) => /^(?:key|token|secret)$/.test(words));
const isSecretParameter = testWords((words) => SECRET_NAME.test(words) || SECRET_PARAMETER.test(words));
const isSecretHeader = testWords((words) => SECRET_NAME.test(words) || SECRET_HEADER.test(words) && !HARMLESS_HEADER.test(words));
function testWords(test) {
	return (name) => ANY_SECRET_WORD.test(name) && test(toWords(name));
}
const ANY_SECRET_WORD = /key|token|secret|auth|pass|cookie|sig|cred|assertion|verifier/i;
function toWords(name) {
	return name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").replace(/[-_\s.]+/g, "_").toLowerCase();
}
// src/secret/secret-patterns.ts
const secretPatterns = [
	{
		kind: "an Anthropic key",
		pattern: /\bsk-ant-[\w-]{20,}/g
	},
	{
		kind: "an OpenRouter key",
		pattern: /\bsk-or-[\w-]{20,}/g
	},
	{
		kind: "an OpenAI key",
		pattern: /\bsk-(?!ant-|or-)(?=[\w-]*\d)[\w-]{16,}/g
	},
	{
		kind: "an OpenAI client secret",
		pattern: /\bek_(?=[a-z]*\d)[A-Za-z0-9]{24,}/g
	},
	{
		kind: "a Google API key",
		pattern: /\bAIza[\w-]{35}/g
	},
	{
		kind: "a Google OAuth token",
		pattern: /\bya29\.[\w-]{20,}/g
	},
	{
		kind: "a Google client secret",
		pattern: /\bGOCSPX-[\w-]{20,}/g
	},
	{
		kind: "an AWS key id",
		pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g
	},
	{
		kind: "a Bedrock key",
		pattern: /\b(?:ABSK[A-Za-z0-9+/]{40,}|bedrock-api-key-[A-Za-z0-9+/]{40,})/g
	},
	{
		kind: "a GitHub token",
		pattern: /\b(?:gh[pousr]_\w{36,}|github_pat_\w{22,})/g
	},
	{
		kind: "a GitLab token",
		pattern: /\bglpat-[\w-]{20,}/g
	},
	{
		kind: "a Slack token",
		pattern: /\bxox[abeoprs]-[\w-]{10,}/g
	},
	{
		kind: "a Stripe key",
		pattern: /\b[rs]k_(?:live|test)_\w{16,}/g
	},
	{
		kind: "an npm token",
		pattern: /\bnpm_\w{36}\b/g
	},
	{
		kind: "a Hugging Face token",
		pattern: /\bhf_[A-Za-z0-9]{30,}/g
	},
	{
		kind: "a Groq key",
		pattern: /\bgsk_[A-Za-z0-9]{40,}/g
	},
	{
		kind: "an xAI key",
		pattern: /\bxai-[A-Za-z0-9]{40,}/g
	},
	{
		kind: "a Perplexity key",
		pattern: /\bpplx-[A-Za-z0-9]{30,}/g
	},
	{
		kind: "a Replicate token",
		pattern: /\br8_[A-Za-z0-9]{30,}/g
	},
	{
		kind: "an NVIDIA key",
		pattern: /\bnvapi-[\w-]{40,}/g
	},
	{
		kind: "a Cerebras key",
		pattern: /\bcsk-[a-z0-9]{40,}/g
	},
	{
		kind: "a Databricks token",
		pattern: /\bdapi[0-9a-f]{32}\b/g
	},
	{
		kind: "a LangSmith key",
		pattern: /\blsv2_[a-z]{2}_[0-9a-f]{32}/g
	},
	{
		kind: "a Pinecone key",
		pattern: /\bpcsk_\w{40,}/g
	},
	{
		kind: "a Tavily key",
		pattern: /\btvly-(?:[a-z]+-)?[A-Za-z0-9]{24,}/g
	},
	{
		kind: "a SendGrid key",
		pattern: /\bSG\.[\w-]{22}\.[\w-]{43}/g
	},
	{
		kind: "a JSON web token",
		pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g
	},
	{
		kind: "a private key",
		pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g
	},
	{
		kind: "an authorization header",
		pattern: /(?<=\bBearer )(?=[\w+/=.~-]*\d)[\w+/=.~-]{20,}|(?<=\bBasic )(?=[\w+/=.~-]*[\d=])[\w+/=.~-]{20,}/g
	}
];
// src/secret/mask-secrets.ts
const MASK = "[secret]";
function maskValue$1(value, name = "") {
	if (typeof value === "string") return isSecretMember(name) ? MASK : maskText(value);
	if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
	if (Array.isArray(value)) return value.map((item) => maskValue$1(item, name));
	return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue$1(member, key)]));
}
function maskUrl(text) {
	return maskText(text).replace(/(?<=^[a-z]+:\/\/)[^/?#@]+@/i, `${MASK}@`).replace(/([?&])([^=&#]+)=([^&#]*)/g, (pair, start, name) => isSecretParameter(name) ? `${start}${name}=${MASK}` : pair);
}
function maskText(text) {
	let masked = text;
	for (const { pattern } of secretPatterns) masked = masked.replace(pattern, MASK);
	return masked;
}
// src/platform/cross-realm.ts
function isError(value) {
	return typeof value === "object" && value !== null && "message" in value && typeof value.message === "string";
}
function isRegExp(value) {
	return Object.prototype.toString.call(value) === "[object RegExp]";
}
function isDate(value) {
	return Object.prototype.toString.call(value) === "[object Date]";
}
// src/http/release-pooled-sockets.ts
const GLOBAL_DISPATCHERS = ["undici.globalDispatcher.1", "undici.globalDispatcher.2"];
function releasePooledSockets() {
	const global = builtin("vm")?.runInThisContext("globalThis");
	if (typeof global !== "object" || global === null) return;
	const seen = /* @__PURE__ */ new Set();
	for (const name of GLOBAL_DISPATCHERS) release(Reflect.get(global, Symbol.for(name)), seen);
}
function release(dispatcher, seen) {
	if (!isDispatcher(dispatcher) || seen.has(dispatcher) || dispatcher.constructor.name.startsWith("Mock")) return;
	seen.add(dispatcher);
	for (const key of Object.getOwnPropertySymbols(dispatcher)) {
		const value = Reflect.get(dispatcher, key);
		if (key.description === "clients" && isMap(value)) value.clear();
		else release(value, seen);
	}
}
function isDispatcher(value) {
	return typeof value === "object" && value !== null && "dispatch" in value;
}
function isMap(value) {
	return Object.prototype.toString.call(value) === "[object Map]";
}
// src/platform/active-interceptors.ts
const MSW_2_FETCH = Symbol.for("fetch-interceptor");
const MSW_3_SOURCE = Symbol.for("node-http-request-source");
function activeInterceptors() {
	const { __MSW_INTERCEPTORS_REGISTRY: registry, [MSW_2_FETCH]: msw2 } = globalThis;
	const msw3 = registry?.get(MSW_3_SOURCE);
	if (msw3?.readyState === "ACTIVE") return {
		major: 3,
		source: msw3
	};
	return msw2 ? {
		major: 2,
		source: msw2
	} : {
		major: void 0,
		source: void 0
	};
}
// src/platform/global-slot.ts
function globalSlot(name) {
	const key = Symbol.for(`msw-cassette/${name}`);
	const slots = globalThis;
	return {
		get: () => slots[key],
		getOrCreate: (create) => slots[key] ??= create(),
		set(value) {
			if (value === void 0) delete slots[key];
			else slots[key] = value;
		}
	};
}
// src/http/own-requests.ts
const slot$7 = globalSlot("own-requests/1");
function runAsOwnRequest(fn) {
	const node = builtin("async_hooks");
	if (!node) return fn();
	return slot$7.getOrCreate(() => new node.AsyncLocalStorage()).run("own", fn);
}
function isOwnRequest() {
	return slot$7.get()?.getStore() === "own";
}
// src/scope/async-context.ts
const SIMULTANEOUS = "Another test with a cassette is still running, and this environment has no AsyncLocalStorage that tells which test sends a request. Run these tests one after another, and await each; or open each cassette with openCassette and use its fetch.";
function createAsyncContext() {
	const node = builtin("async_hooks");
	if (!node) return createSequentialContext();
	const storage = new node.AsyncLocalStorage();
	return {
		get: () => storage.getStore(),
		run: (value, fn) => storage.run(value, fn)
	};
}
function createSequentialContext() {
	let current;
	return {
		get: () => current,
		run(value, fn) {
			if (current !== void 0) throw new CassetteSessionError(SIMULTANEOUS);
			const leave = () => {
				current = void 0;
			};
			current = value;
			try {
				const result = fn();
				if (!(result instanceof Promise)) leave();
				else result.then(leave, leave);
				return result;
			} catch (error) {
				leave();
				throw error;
			}
		}
	};
}
// src/scope/scope.ts
var Scopes = class {
	#root = {
		outer: void 0,
		members: /* @__PURE__ */ new Set()
	};
	#context;
	get current() {
		return this.#context?.get() ?? this.#root;
	}
	run(member, fn) {
		this.#context ??= createAsyncContext();
		return this.#context.run({
			outer: this.current,
			members: /* @__PURE__ */ new Set([member])
		}, fn);
	}
	visible(first) {
		const members = [];
		for (let scope = this.current; scope; scope = scope.outer) {
			if (first !== void 0 && scope.members.has(first)) members.push(first);
			members.push(...[...scope.members].filter((member) => member !== first));
		}
		return first === void 0 || members.includes(first) ? members : [first, ...members];
	}
};
// src/scope/active-sessions.ts
const slot$6 = globalSlot("scope/2");
function state() {
	const known = slot$6.get();
	if (known) return known;
	const created = {
		scopes: new Scopes(),
		entered: /* @__PURE__ */ new WeakMap()
	};
	slot$6.set(created);
	return created;
}
function activeSessions(first) {
	return state().scopes.visible(first);
}
function runInScope(session, fn) {
	return state().scopes.run(session, fn);
}
function enterScope(session) {
	const { scopes, entered } = state();
	const scope = entered.get(session) ?? scopes.current;
	entered.set(session, scope);
	scope.members.add(session);
	session.closing.addEventListener("abort", () => scope.members.delete(session), { once: true });
}
function isInScope(session) {
	return state().entered.get(session)?.members.has(session) ?? false;
}
function exitScope(session) {
	state().entered.get(session)?.members.delete(session);
}
// src/platform/ignore-rejection.ts
function ignoreRejection(value) {
	if (typeof value !== "object" || value === null || !("then" in value) || typeof value.then !== "function") return "value";
	Promise.resolve(value).catch(() => {});
	return "promise";
}
// src/session/passes-through.ts
function passesThrough(request, { passthrough }) {
	const answer = passthrough?.(request) ?? false;
	if (typeof answer === "boolean") return answer;
	ignoreRejection(answer);
	return refuseOption("passthrough", passthrough, `a function that returns a boolean; it returned ${typeof answer === "object" ? "an object" : String(answer)}`);
}
// src/http/assert-complete.ts
function assertComplete({ method, headers, body }) {
	if (body.length > 0 || !/^(?:GET|HEAD)$/.test(method)) return;
	const length = headers.get("content-length") ?? "0";
	if (Number(length) === 0 && !headers.has("transfer-encoding")) return;
	throw new CassetteSessionError(`this ${method} request has ${Number(length) > 0 ? `a body of ${length} bytes` : "a body"}. MSW passes it on without the body, so it can be neither compared nor recorded. Send it as a POST, which Elasticsearch accepts too, or answer it with a handler of your own.`);
}
// src/http/http-request.ts
function contentTypeOf({ headers }) {
	return (headers instanceof Headers ? headers.get("content-type") : findHeader(headers, "content-type")) ?? "";
}
function headersOf({ headers }) {
	return "get" in headers ? headers : new Headers(headers.map(([name, value]) => [name, toByteString(value)]));
}
function toByteString(value) {
	if (/^[\u0000-\u00ff]*$/.test(value)) return value;
	return String.fromCharCode(...new TextEncoder().encode(value));
}
// src/http/replay-headers.ts
const TRANSFER_HEADERS = /* @__PURE__ */ new Set([
	"connection",
	"content-encoding",
	"content-length",
	"keep-alive",
	"proxy-connection",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
const RETRY_HEADERS = ["retry-after", "retry-after-ms"];
function toReplayHeaders(recorded, retries = "recorded") {
	const headers = new Headers();
	for (const [name, value] of recorded) if (!TRANSFER_HEADERS.has(name.toLowerCase())) headers.append(name, toByteString(value).replace(CONTROLS$1, ""));
	if (retries === "immediate") {
		for (const name of RETRY_HEADERS) if (headers.has(name)) headers.set(name, "0");
	}
	return headers;
}
const CONTROLS$1 = /[\u0000-\u0008\u000a-\u001f\u007f]/g;
// src/http/mcp-stream.ts
function isMcpStream(request) {
	if (request.method !== "GET") return false;
	const headers = headersOf(request);
	return headers.get("accept")?.includes("text/event-stream") === true && (headers.has("mcp-protocol-version") || headers.has("mcp-session-id"));
}
// src/http/token-exchange.ts
const TOKEN_PATH = /(?:^|\/)(?:access[_-]?)?tokens?(?:\.\w+)?\/?$/i;
const METADATA = /^http:\/\/(?:metadata\.google\.internal|169\.254\.169\.254)\/.*\/(?:token|identity)(?:\?|$)/;
const OTHER = /^https:\/\/(?:sts\.googleapis\.com\/v1\/token|iamcredentials\.googleapis\.com\/.*:generate(?:Access|Id)Token)$/;
function isTokenExchange(request) {
	if (METADATA.test(request.url) || OTHER.test(request.url)) return true;
	const [, path = ""] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(request.url) ?? [];
	return request.method === "POST" && TOKEN_PATH.test(path) && grantTypeOf(request) !== void 0;
}
function grantTypeOf(request) {
	if (request.body.length > 65536) return void 0;
	const text = new TextDecoder().decode(request.body);
	if (!(/\bjson\b/.test(headersOf(request).get("content-type") ?? "") || text.startsWith("{"))) return new URLSearchParams(text).get("grant_type") ?? void 0;
	return /"grant_type"\s*:\s*"([^"]*)"/.exec(text)?.[1];
}
const exchangeCredentials = [
	"actor_token",
	"assertion",
	"client_assertion",
	"client_secret",
	"code",
	"code_verifier",
	"device_code",
	"nonce",
	"password",
	"redirect_uri",
	"refresh_token",
	"state",
	"subject_token"
];
// src/answer/protocol-answer.ts
function telemetryAnswer({ headers }) {
	const type = headers.get("content-type") ?? "";
	return /x-protobuf/i.test(type) ? toAnswer(200, "OK", "", type) : toAnswer(200, "OK", "{}");
}
function protocolAnswer(request, sessions) {
	if (sessions.some(({ options }) => options.onMismatch === "passthrough")) return void 0;
	if (isMcpStream(request)) return toAnswer(405, "Method Not Allowed", null);
	if (!isTokenExchange(request) || grantTypeOf(request) === void 0) return void 0;
	const address = addressOf(request);
	return sessions.some(({ cassette }) => cassette.interactions.some(({ request: recorded }) => addressOf(recorded) === address)) ? void 0 : toAnswer(200, "OK", TOKEN);
}
const TOKEN = JSON.stringify({
	access_token: "REDACTED",
	token_type: "Bearer",
	expires_in: 3600
});
function addressOf({ url }) {
	return /^[^?#]*/.exec(url)?.[0];
}
function toAnswer(status, statusText, body, type = "application/json") {
	return {
		kind: "response",
		body,
		init: {
			status,
			statusText,
			headers: new Headers(body === null ? {} : { "content-type": type })
		}
	};
}
// src/diagnostics/excerpt.ts
const WIDTH = 100;
const LEAD = 24;
const MAX_NAME = 200;
function excerptOf(recorded, received) {
	const [a, b] = [show(recorded), show(received)];
	let first = 0;
	while (first < a.length && a[first] === b[first]) first++;
	const start = Math.max(a.length, b.length) <= WIDTH ? 0 : Math.max(0, first - LEAD);
	return [cut$1(a, start), cut$1(b, start)];
}
function shorten(text) {
	return text.length <= MAX_NAME ? text : `${text.slice(0, MAX_NAME)}…`;
}
function show(value) {
	if (value === void 0) return "(absent)";
	if (value instanceof Uint8Array) return `(${value.length} bytes)`;
	return JSON.stringify(value, (_key, member) => typeof member === "bigint" ? member.toString() : member) ?? String(value);
}
function cut$1(text, start) {
	const end = start + WIDTH;
	return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
// src/answer/refusal-body.ts
function toRefusalBody(message, { url, headers }) {
	if (CLIENTS.test(headers.get("user-agent") ?? "") || URLS.test(url)) return JSON.stringify({ error: message });
	return JSON.stringify({
		type: "error",
		error: {
			type: "cassette_mismatch",
			code: 400,
			message,
			status: "INVALID_ARGUMENT",
			param: null
		},
		message
	});
}
const CLIENTS = /\b(?:ollama|huggingface)\b/i;
const URLS = /\/api\/(?:chat|generate|embed|embeddings|tags|show|ps|pull|push|create|copy|delete|version|web_search|web_fetch|blobs)\b|[./]huggingface\.(?:co|cloud)\b/;
// src/answer/refusal.ts
function refusalAnswer(message, request) {
	const headers = new Headers({
		"content-type": "application/json",
		"x-should-retry": "false"
	});
	return {
		kind: "response",
		body: toRefusalBody(message, request),
		init: {
			status: 400,
			statusText: "Bad Request",
			headers
		}
	};
}
function errorAnswer(error, request, sessions) {
	for (const session of sessions) session.setFailure(error);
	const paths = sessions.map(({ path }) => path).join(", ");
	const message = escapeControlCharacters(`Failed to answer ${shorten(maskUrl(request.url))} from ${paths}: ${String(error)}`);
	console.error(`[msw-cassette] ${message}`);
	return refusalAnswer(message, request);
}
// src/answer/answer-request.ts
async function answerRequest({ sessions, read, transport }) {
	const recording = sessions.find(({ policy }) => policy.unmatched === "record");
	const reservation = recording?.reserve();
	try {
		const request = await readOrFail(read);
		if ("kind" in request) return request;
		if (sessions.some(({ mode }) => mode !== "passthrough")) assertComplete(request);
		const claimed = claimInOrder$1(sessions, request) ?? await claimByKey(sessions, request);
		if (claimed) return claimed.session.play(claimed.claim, request, transport);
		if (sessions.every(({ coverage }) => coverage.isTelemetry(request))) return telemetryAnswer(request);
		if (sessions.every(({ coverage }) => coverage.excludesUrl(request.url))) return refuse(sessions, request);
		if (recording && reservation) return record(recording, reservation, request, transport);
		if (sessions.some(({ policy }) => policy.unmatched === "passthrough")) return { kind: "passthrough" };
		return protocolAnswer(request, sessions) ?? refuse(sessions, request);
	} finally {
		reservation?.release();
	}
}
async function readOrFail(read) {
	try {
		const request = await read();
		request.signal.throwIfAborted();
		return request;
	} catch (error) {
		return {
			kind: "network-error",
			error
		};
	}
}
function claimInOrder$1([session], request) {
	const claim = session?.claimInOrder(request);
	return claim && session ? {
		session,
		claim
	} : void 0;
}
async function claimByKey(sessions, request) {
	for (const session of sessions) await session.loadKeys();
	const searches = sessions.flatMap((session) => {
		const search = session.claimsFor(request);
		return search ? [{
			session,
			search
		}] : [];
	});
	for (const kind of ["claimUnplayed", "claimRepeat"]) for (const { session, search } of searches) {
		const claim = search[kind]();
		if (claim) return {
			session,
			claim
		};
	}
}
async function record(session, reservation, request, transport) {
	try {
		session.closing.throwIfAborted();
		session.logRequest(request);
		const { body, status, statusText, headers } = await reservation.record(request, transport);
		return {
			kind: "response",
			body,
			init: {
				status,
				statusText,
				headers: toReplayHeaders([...headers])
			}
		};
	} catch (error) {
		if (error instanceof CassetteOptionError) throw error;
		return {
			kind: "network-error",
			error
		};
	}
}
async function refuse(sessions, request) {
	const [first] = sessions;
	if (!first) return { kind: "passthrough" };
	await first.diagnosis.load();
	const error = first.diagnosis.value(request, sessions);
	for (const session of sessions) {
		session.logRequest(request);
		session.mismatches.push(error);
	}
	const choices = sessions.map(({ options }) => options.onMismatch ?? "respond");
	if (choices.every((choice) => choice === "passthrough")) return { kind: "passthrough" };
	return choices[0] === "network-error" ? {
		kind: "network-error",
		error
	} : refusalAnswer(error.message, request);
}
// src/http/incoming-request.ts
async function readRequest(request) {
	const body = request.body === null ? /* @__PURE__ */ new Uint8Array() : new Uint8Array(await request.arrayBuffer());
	return {
		method: request.method,
		url: request.url,
		headers: request.headers,
		body,
		signal: request.signal
	};
}
// src/http/telemetry.ts
const OTLP_PATH = /\/v\d+(?:development)?\/(?:traces|metrics|logs|profiles)\/?$/;
const services = {
	"openai-agents": [{ path: /\/traces\/ingest$/ }],
	langsmith: [{
		host: /(?:^|\.)smith\.langchain\.com$/,
		variables: ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"],
		method: /^(?:POST|PATCH)$/,
		path: /\/runs(?:\/(?:batch|multipart|[\da-f]{8}-[\da-f-]{27}))?\/?$/
	}, {
		host: /(?:^|\.)smith\.langchain\.com$/,
		variables: ["LANGSMITH_ENDPOINT", "LANGCHAIN_ENDPOINT"],
		method: /^GET$/,
		path: /\/info$/
	}],
	otlp: [
		{
			path: OTLP_PATH,
			header: ["content-type", /^application\/x-protobuf/i]
		},
		{
			path: OTLP_PATH,
			header: ["user-agent", /\b(?:otel|opentelemetry)/i]
		},
		{
			path: /\/v1\/(?:traces|metrics)\/?$/,
			header: ["content-type", /^application\/json/i]
		},
		{
			host: /^localhost$|^127\.|^\[::1\]$|(?:^|\.)ot(?:lp|el)\b/,
			path: OTLP_PATH
		},
		{
			host: /^$/,
			variables: [
				"",
				"_TRACES",
				"_METRICS",
				"_LOGS"
			].map((kind) => `OTEL_EXPORTER_OTLP${kind}_ENDPOINT`),
			path: OTLP_PATH
		}
	],
	sentry: [{
		host: /(?:^|\.)sentry\.io$/,
		path: /\/(?:envelope|store|minidump|security|session)\/?$/
	}, { path: /\/api\/\d+\/(?:envelope|store|minidump)\/?$/ }],
	posthog: [{
		host: /(?:^|\.)posthog\.com$/,
		variables: [
			"POSTHOG_HOST",
			"POSTHOG_API_HOST",
			"NEXT_PUBLIC_POSTHOG_HOST"
		],
		path: /^\/(?:batch|capture|e|s|engage|track|i\/v0\/\w+)\/?$/
	}],
	langfuse: [{
		host: /(?:^|\.)langfuse\.com$/,
		variables: [
			"LANGFUSE_HOST",
			"LANGFUSE_BASEURL",
			"LANGFUSE_BASE_URL"
		],
		path: /\/api\/public\/ingestion$/
	}],
	segment: [{
		host: /^api\.segment\.io$/,
		path: /^\/v1\/(?:batch|track|identify|page|screen|group|alias|b|t|i|p)$/
	}]
};
const list = Object.entries(services);
const ANY_PATH = new RegExp(list.flatMap(([, reports]) => reports.map(({ path }) => path.source)).join("|"));
const checkTelemetry = objectOf({
	except: (value, option) => {
		listOf(() => true, "a list of services")(value, option);
		for (const service of value ?? []) oneOf(Object.keys(services))(service, option);
	},
	urls: listOf(isRegExp, "a list of regular expressions")
});
function isTelemetry(request, { except = [], urls = [] } = {}) {
	if (urls.some((url) => request.url.search(url) !== -1)) return true;
	const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(request.url)?.[1];
	if (path === void 0) return false;
	return ANY_PATH.test(path) && list.some(([name, reports]) => !except.some((each) => each === name) && reports.some((report) => report.path.test(path) && isReport(request, report)));
}
function isReport(request, { host, variables = [], method = /^POST$/, header }) {
	if (!method.test(request.method.toUpperCase())) return false;
	if (header && !header[1].test(headersOf(request).get(header[0]) ?? "")) return false;
	if (!host) return true;
	const { hostname, host: own } = new URL(request.url);
	return host.test(hostname) || variables.some((variable) => hostOf(environment()[variable]) === own);
}
function hostOf(url) {
	return url !== void 0 && URL.canParse(url) ? new URL(url).host : void 0;
}
// src/session/host-pattern.ts
const DEFAULT_PORTS = {
	"http:": "80",
	"https:": "443"
};
function parseHostPattern(text) {
	const [, wildcard = "", name = "", port = "*"] = /^(\*\.|\*(?=:|$))?(\[[\da-f:.]+\]|[^\s*/:?#@[\]]*)(?::(\d{1,5}|\*))?$/iu.exec(text) ?? [];
	if (wildcard === "*" ? name !== "" : name === "") return void 0;
	const host = toHostname(name);
	if (host === void 0 && wildcard !== "*") return void 0;
	return ({ protocol, hostname, port: given }) => {
		if (port !== "*" && port !== (given || DEFAULT_PORTS[protocol])) return false;
		if (wildcard === "*") return true;
		return wildcard === "*." ? hostname.endsWith(`.${host}`) : hostname === host;
	};
}
function toHostname(name) {
	const url = `http://${name}/`;
	return name !== "" && URL.canParse(url) ? new URL(url).hostname : void 0;
}
// src/session/covered-hosts.ts
const checkHosts = listOf((host) => typeof host === "string" && parseHostPattern(host) !== void 0, "a list of hosts such as 'api.openai.com', '*.example.com', 'localhost:8080', 'localhost:*' or '*'");
function createHostFilter({ interactions }, matcher, hosts, reach) {
	let origins;
	const isNamed = hosts ? createNamedHostFilter(hosts) : reach === "all-hosts" ? isRemote : () => false;
	return (url) => {
		const origin = matcher.origin(url);
		origins ??= new Set(interactions.map(({ request }) => matcher.origin(request.url)));
		return origin !== void 0 && (origins.has(origin) || isNamed(new URL(url)));
	};
}
function createNamedHostFilter(hosts) {
	const patterns = hosts.flatMap((host) => parseHostPattern(host) ?? []);
	return (url) => patterns.some((matches) => matches(url));
}
function isRemote({ protocol, hostname }) {
	return /^https?:$/.test(protocol) && !/^(?:localhost|.+\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
// src/platform/clock.ts
const RealDate = isNative(globalThis.Date) ? globalThis.Date : dateOfFreshRealm();
const now = globalThis.performance.now.bind(globalThis.performance);
const uptime = typeof globalThis.process?.versions?.node === "string" ? globalThis.process.uptime : void 0;
const { setTimeout: setTimeout$1, clearTimeout } = [globalThis, builtin("timers")].find((each) => each && isReal(each.setTimeout)) ?? {};
function currentTime() {
	return new RealDate().getTime();
}
function elapsedTime() {
	return uptime ? uptime() * 1e3 : now();
}
function startTimer(callback, ms) {
	if (setTimeout$1) {
		const timer = setTimeout$1(callback, ms);
		return () => clearTimeout?.(timer);
	}
	const signal = AbortSignal.timeout(ms);
	signal.addEventListener("abort", callback);
	return () => signal.removeEventListener("abort", callback);
}
function isReal(timer) {
	return !("clock" in timer || "_isMockFunction" in timer);
}
function isNative(date) {
	return /^function Date\(\) \{\s*\[native code\]/.test(Function.prototype.toString.call(date));
}
function dateOfFreshRealm() {
	try {
		return builtin("vm")?.runInNewContext("Date") ?? globalThis.Date;
	} catch {
		return globalThis.Date;
	}
}
// src/json/json-path.ts
const STEP = /\.(?=\.[^.])|\.\*|\.?\[\*\]|\.?\[(\d+)\]|\.?\[(?:"([^"]*)"|'([^']*)')\]|\.([\w$\u{80}-\u{10ffff}-]+)/uy;
function parseJsonPath(text) {
	if (!/^\$[.[]/.test(text)) return void 0;
	const steps = [];
	STEP.lastIndex = 1;
	for (let at = 1; at < text.length; at = STEP.lastIndex) {
		const match = STEP.exec(text);
		if (!match) return void 0;
		steps.push(toStep$1(match));
	}
	return steps.at(-1)?.kind === "deep" ? void 0 : steps;
}
function toStep$1([text, index, doubleQuoted, singleQuoted, name]) {
	if (text === ".") return { kind: "deep" };
	if (index !== void 0) return {
		kind: "index",
		index: Number(index)
	};
	const key = doubleQuoted ?? singleQuoted ?? name;
	return key === void 0 ? { kind: "all" } : {
		kind: "key",
		key
	};
}
function removeAtPath(value, path) {
	const [step, ...rest] = path;
	if (!step || typeof value !== "object" || value === null || value instanceof Uint8Array) return;
	if (step.kind === "deep") {
		for (const child of Object.values(value)) removeAtPath(child, path);
		removeAtPath(value, rest);
	} else if (rest.length > 0) for (const key of selectKeys(value, step)) removeAtPath(Reflect.get(value, key), rest);
	else for (const key of selectKeys(value, step).reverse()) removeKey(value, key);
}
function* selectAtPath(value, path) {
	const [step, ...rest] = path;
	if (!step || typeof value !== "object" || value === null || value instanceof Uint8Array) return;
	if (step.kind === "deep") {
		for (const child of Object.values(value)) yield* selectAtPath(child, path);
		yield* selectAtPath(value, rest);
	} else for (const key of selectKeys(value, step)) if (rest.length > 0) yield* selectAtPath(Reflect.get(value, key), rest);
	else yield [value, key];
}
function selectKeys(value, step) {
	if (step.kind === "all") return Object.keys(value);
	if (step.kind === "index") return Array.isArray(value) && step.index < value.length ? [String(step.index)] : [];
	return step.kind === "key" && isJsonObject(value) && Object.hasOwn(value, step.key) ? [step.key] : [];
}
function removeKey(value, key) {
	if (Array.isArray(value)) value.splice(Number(key), 1);
	else Reflect.deleteProperty(value, key);
}
// src/matcher/alias-url.ts
function aliasUrl(url, alias) {
	const { href } = url;
	const aliased = alias(url) ?? url;
	if (aliased instanceof URL) return aliased;
	if (!URL.canParse(aliased)) refuseOption("match.url", aliased, `a function that returns a URL, also for ${href}`);
	return new URL(aliased);
}
// src/matcher/mask-request.ts
function maskRequest(request, mask) {
	maskPath(request.url, mask);
	maskQuery(request.url, mask);
	return {
		method: request.method,
		url: request.url,
		get headers() {
			return new Headers([...request.headers].map(([name, value]) => [name, mask(value)]));
		},
		body: maskValue(request.body, mask)
	};
}
function maskPath(url, mask) {
	const masked = mask(url.pathname.split("/").map((segment) => {
		const text = decode(segment);
		const masked = mask(text);
		return masked === text ? segment : encodeURIComponent(masked);
	}).join("/"));
	if (masked !== url.pathname) url.pathname = masked;
}
function decode(segment) {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
function maskQuery(url, mask) {
	const pairs = [...url.searchParams];
	const masked = pairs.map(([name, value]) => [mask(name), mask(value)]);
	if (masked.some(([name, value], index) => name !== pairs[index]?.[0] || value !== pairs[index]?.[1])) url.search = String(new URLSearchParams(masked));
}
function maskValue(value, mask) {
	if (typeof value === "string") return mask(value);
	if (typeof value === "number" || typeof value === "bigint") return maskNumber(value, mask);
	if (Array.isArray(value)) return value.map((item) => maskValue(item, mask));
	return isJsonObject(value) ? maskObject(value, mask) : value;
}
function maskNumber(value, mask) {
	const text = String(value);
	const masked = mask(text);
	return masked === text ? value : masked;
}
function maskObject(object, mask) {
	const masked = /* @__PURE__ */ new Map();
	for (const [key, member] of Object.entries(object)) {
		const name = mask(key);
		let unique = name;
		for (let number = 2; masked.has(unique); number++) unique = `${name} ${number}`;
		masked.set(unique, maskValue(member, mask));
	}
	return Object.fromEntries(masked);
}
// src/matcher/masks.ts
const MONTH = "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = "(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\\s+)?";
const CLOCK = "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:\\s?[AaPp]\\.?[Mm]\\b\\.?)?";
const ZONE = "(?:\\s?(?:Z|UTC|GMT)?(?:[+-]\\d{2}:?\\d{2})?(?:\\s\\([^)]*\\))?)";
const patterns = {
	uuid: /(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])/gi,
	ulid: /(?<![\da-z])[0-7][\dA-HJKMNP-TV-Z]{25}(?![\da-z])/gi,
	"iso-date": /(?<!\d|\d-)\d{4}-\d{2}-\d{2}(?:[T_ ]\d{2}[:-]?\d{2}(?:[:-]?\d{2}(?:[.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2}\b)?)?(?![\d-])|(?<!\w)\d{8}T\d{6}(?:\.\d+)?Z?(?!\w)/g,
	date: new RegExp(`(?<![\\w-])${DAY}(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?,?(?: \\d{4})?|\\d{1,2}(?:st|nd|rd|th)?[ -]${MONTH}(?:,?[ -]\\d{4})?|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|\\d{4}/\\d{2}/\\d{2})(?:,?(?: at)? ${CLOCK}${ZONE})?(?: \\d{4})?(?![\\w-])`, "g"),
	time: new RegExp(`(?<![\\d:.])${CLOCK}${ZONE}(?![\\d:])`, "g"),
	"unix-time": /(?<![\w.-])[12]\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?(?![\w-]|\.\d)/g,
	"temp-path": /(?:(?:\/private)?\/var\/folders\/[\w+]{2}\/[\w+]+|(?:\/private)?\/(?:var\/)?tmp|[A-Za-z]:(?:\\\\?|\/)Users(?:\\\\?|\/)[^\\/\s"']+(?:\\\\?|\/)AppData(?:\\\\?|\/)Local(?:\\\\?|\/)Temp)(?:(?:\\\\?|\/)[\w.@+~-]*[\w@+~-])+/g,
	"local-port": /(?<=(?:localhost|127\.0\.0\.1|\[::1\]):)\d{2,5}(?!\d)/g,
	hex: /(?<![\da-z])(?=[\da-f]*\d)(?=\d*[a-f])[\da-f]{12,}(?![\da-z])/gi,
	"random-id": /(?<![\w+/=])(?=[\w-]{0,63}\d)(?=[\w-]{0,63}[a-z])(?=[\w-]{0,63}[A-Z])[\w-]{10,64}(?![\w+/=])/g
};
const maskNames = Object.keys(patterns);
function isMask(value) {
	return isRegExp(value) || typeof value === "string" && Object.hasOwn(patterns, value);
}
function toTextMask(masks) {
	const named = maskNames.filter((name) => masks.includes(name));
	const replacements = [...masks.filter(isRegExp).map((mask) => ({
		pattern: toGlobal(mask),
		text: "(masked)"
	})), ...named.map((name) => ({
		pattern: patterns[name],
		text: `(${name})`
	}))];
	return (text) => replacements.reduce((masked, each) => masked.replace(each.pattern, each.text), text);
}
function toGlobal({ source, flags }) {
	return new RegExp(source, `${flags.replace(/[gy]/g, "")}g`);
}
// src/matcher/match-options.ts
const table = {
	url: {
		check: aFunction,
		step: (alias) => ({ request }) => {
			request.url = aliasUrl(request.url, alias);
		}
	},
	ignoreQuery: {
		check: satisfying((value) => value === "all" || isStrings(value), "a list of names, or 'all'"),
		step: (names) => ({ request: { url } }) => {
			if (names === "all") url.search = "";
			else for (const name of names) url.searchParams.delete(name);
		},
		keepsEqualBytesEqual: () => true
	},
	normalize: {
		check: satisfying((value) => [value].flat().every((each) => typeof each === "function"), "a function or a list of functions"),
		step: (normalizers) => (input) => [normalizers].flat().reduce((request, normalize) => normalize({ request }) ?? request, input.request)
	},
	ignoreBody: {
		check: checkPaths,
		step: (texts) => {
			const paths = texts.map((text) => parseJsonPath(text) ?? []);
			return ({ request }) => {
				for (const path of paths) removeAtPath(request.body, path);
			};
		},
		keepsEqualBytesEqual: () => true
	},
	mask: {
		check: checkMasks,
		step: (masks) => {
			const mask = toTextMask(masks);
			return ({ request }) => maskRequest(request, mask);
		},
		keepsEqualBytesEqual: () => true
	},
	headers: {
		check: listOf((name) => typeof name === "string" && /^[!#$%&'*+.^_`|~\w-]+$/.test(name), "a list of header names"),
		keepsEqualBytesEqual: (names) => names.length === 0
	},
	body: {
		check: satisfying((value) => typeof value === "function" || [
			"json",
			"text",
			"bytes",
			"ignore"
		].some((word) => word === value), "a function or one of 'json', 'text', 'bytes', 'ignore'"),
		keepsEqualBytesEqual: (body) => typeof body !== "function"
	},
	matchers: { check: listOf(isMatcher, "a list of matchers: { name, key }") }
};
const names = Object.keys(table);
const checkMatchOptions = objectOf(Object.fromEntries(names.map((name) => [name, table[name].check])));
function toSteps(options) {
	return names.flatMap((name) => toStep(name, options[name]));
}
function keepsEqualBytesEqual(options) {
	return names.every((name) => keepsEqual(name, options[name]));
}
function toStep(name, value) {
	const option = table[name];
	return value === void 0 || value === null || !option.step ? [] : [option.step(value)];
}
function keepsEqual(name, value) {
	const option = table[name];
	return value === void 0 || value === null || option.keepsEqualBytesEqual?.(value) === true;
}
function checkPaths(value, option) {
	stringsOf("a list of JSON paths such as '$.metadata.trace_id'")(value, option);
	const texts = value ?? [];
	for (const [index, text] of texts.entries()) {
		if (parseJsonPath(text)) continue;
		refuseOption(`${option}[${index}]`, text, "a JSON path such as '$.messages[*].id', '$.metadata' or '$..trace_id'");
	}
}
function checkMasks(value, option) {
	const expected = `a regular expression or one of ${maskNames.map((name) => `'${name}'`).join(", ")}`;
	listOf(() => true, `a list of masks, each ${expected}`)(value, option);
	for (const [index, mask] of (value ?? []).entries()) satisfying(isMask, expected)(mask, `${option}[${index}]`);
}
function isStrings(value) {
	return Array.isArray(value) && value.every((item) => typeof item === "string");
}
function isMatcher(value) {
	return typeof value === "object" && value !== null && "name" in value && "key" in value && typeof value.key === "function";
}
// src/options/hooks.ts
const checkHooks = objectOf({
	afterCapture: aFunction,
	beforeSave: aFunction,
	beforeReplay: aFunction,
	onClose: aFunction
});
function runHook(hooks, name, interaction) {
	const hook = hooks?.[name];
	if (!hook) return interaction;
	const result = hook({ interaction });
	return result === null ? void 0 : assertInteraction(result ?? interaction, `hooks.${name}`);
}
function assertInteraction(value, option) {
	if (isInteraction(value)) return value;
	throw new CassetteOptionError(option, `The function "${option}" returned ${ignoreRejection(value) === "promise" ? "a promise, and must not be asynchronous" : "a value that is not an interaction"}. Return an interaction whose bodies are Uint8Arrays, or nothing to keep it as it is.`);
}
function isInteraction(value) {
	const { request, response } = value ?? {};
	return [
		request?.method,
		request?.url,
		response?.statusText
	].every((text) => typeof text === "string") && [request, response].every((message) => Array.isArray(message?.headers) && message.body instanceof Uint8Array) && typeof response?.status === "number";
}
// src/options/mode.ts
const modes = {
	replay: {
		absent: "refuse",
		matched: "replay",
		unmatched: "mismatch"
	},
	once: {
		absent: "record",
		matched: "replay",
		unmatched: "mismatch"
	},
	"new-episodes": {
		absent: "record",
		matched: "replay",
		unmatched: "record"
	},
	record: {
		absent: "record",
		matched: "record",
		unmatched: "record"
	},
	passthrough: {
		absent: "passthrough",
		matched: "passthrough",
		unmatched: "passthrough"
	}
};
function toPolicy(mode, presence) {
	const { absent, matched, unmatched } = modes[mode];
	if (presence === "found") return {
		matched,
		unmatched
	};
	const decision = absent === "refuse" ? "mismatch" : absent;
	return {
		matched: decision,
		unmatched: decision
	};
}
function mayRecord({ matched, unmatched }) {
	return matched === "record" || unmatched === "record";
}
const checkMode = oneOf(Object.keys(modes));
function resolveMode(option) {
	if (option !== void 0) return option;
	const { MSW_CASSETTE_MODE: variable } = environment();
	if (!variable) return isCi() || !hasEnvironment() ? "replay" : "once";
	if (isMode(variable)) return variable;
	const known = Object.keys(modes).map((mode) => `'${mode}'`);
	throw new CassetteOptionError("MSW_CASSETTE_MODE", `The environment variable MSW_CASSETTE_MODE is ${JSON.stringify(variable)}, and must be one of ${known.join(", ")}.`);
}
function modeSetting(mode) {
	return hasEnvironment() ? `MSW_CASSETTE_MODE=${mode}` : `{ mode: '${mode}' }`;
}
function isMode(text) {
	return Object.hasOwn(modes, text);
}
// src/secret/redact-options.ts
const checkRedactOptions = objectOf({
	headers: stringsOf("a list of names"),
	query: stringsOf("a list of names"),
	json: listOf((path) => typeof path === "string" && parseJsonPath(path) !== void 0, "a list of JSON paths such as '$.user.email'"),
	patterns: listOf(isRegExp, "a list of regular expressions"),
	transform: aFunction
});
// src/stream/frames.ts
const LF = 10;
const CR = 13;
function framingOf(contentType, body) {
	switch (mediaType(contentType)) {
		case "text/event-stream": return isJsonText(body) ? "whole" : "events";
		case "application/x-ndjson":
		case "application/ndjson":
		case "application/jsonl":
		case "application/stream+json": return "lines";
		case "application/vnd.amazon.eventstream": return "messages";
		default: return "whole";
	}
}
function isJsonText(body) {
	const first = body.find((byte) => byte > 32);
	return first === 123 || first === 91;
}
function findFrameEnds(body, framing) {
	const endOfFrame = selectEndOfFrame(body, framing);
	const ends = [];
	for (let end = 0; end < body.length;) {
		end = endOfFrame(body, end);
		ends.push(end);
	}
	return ends;
}
function selectEndOfFrame(body, framing) {
	if (framing === "lines") return endOfLine;
	if (framing === "messages") return endOfMessage;
	if (framing === "whole") return endOfBody;
	const endOfEventLine = body.includes(CR) ? endOfAnyLine : endOfLine;
	return (_body, start) => endOfEvent(body, start, endOfEventLine);
}
function endOfEvent(body, start, endOfEventLine) {
	let firstField = start;
	for (let line = start; line < body.length;) {
		const next = endOfEventLine(body, line);
		const isBlank = body[line] === LF || body[line] === CR;
		if (isBlank && line > firstField) return skipTrailingBlankLines(body, next);
		if (isBlank) firstField = next;
		line = next;
	}
	return body.length;
}
function endOfAnyLine(body, start) {
	for (let at = start; at < body.length; at++) {
		if (body[at] === LF) return at + 1;
		if (body[at] === CR) return at + (body[at + 1] === LF ? 2 : 1);
	}
	return body.length;
}
function skipTrailingBlankLines(body, at) {
	for (let rest = at; rest < body.length; rest++) if (body[rest] !== LF && body[rest] !== CR) return at;
	return body.length;
}
function endOfLine(body, start) {
	const end = body.indexOf(LF, start);
	return end === -1 ? body.length : end + 1;
}
function endOfMessage(body, start) {
	if (start + 16 > body.length) return body.length;
	const length = new DataView(body.buffer, body.byteOffset + start).getUint32(0);
	return length < 16 || start + length > body.length ? body.length : start + length;
}
function endOfBody(body) {
	return body.length;
}
// src/stream/timing.ts
function firstByteDelay({ duration = 0 }, timing) {
	if (timing === "instant") return 0;
	if (timing === "recorded") return duration;
	return "speed" in timing ? duration / timing.speed : timing.firstByte ?? 0;
}
function timeBody(bytes, contentType, { chunks }, timing) {
	const speed = timing === "recorded" ? 1 : typeof timing === "object" && "speed" in timing ? timing.speed : void 0;
	if (speed !== void 0 && chunks && chunksFitBody(chunks, bytes.length)) return timeChunks(bytes, chunks, speed);
	const ends = findCachedFrameEnds(bytes, contentType);
	if (typeof timing !== "object" || "speed" in timing) return {
		bytes,
		ends,
		delay: () => 0
	};
	return {
		bytes,
		ends,
		delay: paceFrames(ends, timing)
	};
}
const frameEnds = /* @__PURE__ */ new WeakMap();
function findCachedFrameEnds(bytes, contentType) {
	const ends = frameEnds.get(bytes) ?? findFrameEnds(bytes, framingOf(contentType, bytes));
	frameEnds.set(bytes, ends);
	return ends;
}
function timeChunks(bytes, chunks, speed) {
	let end = 0;
	const ends = chunks.map(({ size }) => {
		end += size;
		return end;
	});
	const timeOf = (index) => chunks[index]?.time ?? 0;
	return {
		bytes,
		ends,
		delay: (index) => Math.max(0, timeOf(index) - timeOf(index - 1)) / speed
	};
}
function paceFrames(ends, rates) {
	const perEvent = 1e3 / (rates.eventsPerSecond ?? Number.POSITIVE_INFINITY);
	const perByte = 1e3 / (rates.bytesPerSecond ?? Number.POSITIVE_INFINITY);
	const sizeOf = (index) => (ends[index] ?? 0) - (ends[index - 1] ?? 0);
	return (index) => index === 0 ? 0 : Math.max(perEvent, sizeOf(index) * perByte);
}
const aPositiveNumber = satisfying((value) => typeof value === "number" && value > 0, "a positive number");
const checkRates = objectOf({
	firstByte: satisfying((value) => typeof value === "number" && value >= 0, "a positive number"),
	bytesPerSecond: aPositiveNumber,
	eventsPerSecond: aPositiveNumber,
	speed: aPositiveNumber
});
const checkTiming = (timing, option) => {
	if (typeof timing !== "object" || timing === null) return oneOf(["instant", "recorded"])(timing, option);
	checkRates(timing, option);
	if ("speed" in timing && Object.keys(timing).length > 1) refuseOption(`${option}.speed`, timing, "alone");
};
// src/session/text-name.ts
const TEXT$1 = "<text>";
const numbers = /* @__PURE__ */ new WeakMap();
let last = 0;
function nameOf(cassette) {
	const { path = TEXT$1 } = cassette;
	if (path !== TEXT$1) return path;
	const number = numbers.get(cassette) ?? ++last;
	numbers.set(cassette, number);
	return number === 1 ? TEXT$1 : `<text ${number}>`;
}
// src/session/expiry.ts
const AGE = /^(\d+(?:\.\d+)?)([dhm])$/;
const checkExpires = satisfying((value) => isDate(value) ? !Number.isNaN(value.getTime()) : typeof value === "string" && AGE.test(value), "a Date, or an age such as '30d', '12h' or '15m'");
const MS_PER_UNIT = {
	d: 864e5,
	h: 36e5,
	m: 6e4
};
function applyExpiry(cassette, mode, { expires, onExpired = "warn" }) {
	const oldest = expires === void 0 ? void 0 : findOldest(cassette.interactions, toLimit(expires));
	if (!oldest || mode === "record" || mode === "passthrough") return mode;
	if (onExpired === "record" && mode !== "replay" && !isCi()) return "record";
	const message = describe$2(cassette, oldest, expires);
	if (onExpired !== "warn") throw new CassetteExpiredError(nameOf(cassette), oldest, message);
	console.warn(`[msw-cassette] ${message}`);
	return mode;
}
function toLimit(expires) {
	if (isDate(expires)) return expires;
	const [, amount, unit = ""] = AGE.exec(expires) ?? [];
	return new Date(currentTime() - Number(amount) * (MS_PER_UNIT[unit] ?? 0));
}
function findOldest(interactions, limit) {
	const times = interactions.flatMap(({ recordedAt }) => recordedAt && recordedAt < limit ? [recordedAt.getTime()] : []);
	return times.length === 0 ? void 0 : new Date(Math.min(...times));
}
function describe$2(cassette, oldest, expires) {
	const limit = isDate(expires) ? `from before ${expires.toISOString()}` : `older than ${expires}`;
	return `The cassette ${nameOf(cassette)} has expired: it holds a recording of ${oldest.toISOString()}, which is ${limit}. To record it again, run the tests with ${modeSetting("record")} where the network is available.`;
}
// src/session/cassette-options.ts
const optionChecks = {
	mode: checkMode,
	match: checkMatchOptions,
	repeat: oneOf([
		"none",
		"last",
		"all"
	]),
	timing: checkTiming,
	onMismatch: oneOf([
		"respond",
		"network-error",
		"passthrough"
	]),
	onUnplayed: oneOf([
		"ignore",
		"warn",
		"error"
	]),
	hosts: checkHosts,
	passthrough: aFunction,
	telemetry: checkTelemetry,
	hooks: checkHooks,
	redact: checkRedactOptions,
	recordHeaders: stringsOf("a list of names"),
	allowSecrets: listOf(isRegExp, "a list of regular expressions"),
	expires: checkExpires,
	onExpired: oneOf([
		"warn",
		"error",
		"record"
	])
};
function checkOptions(options) {
	objectOf(optionChecks)(options, "");
}
// src/storage/no-file-system.ts
function noFileSystem(path) {
	return new CassetteUnreadableError(String(path), `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`);
}
// src/session/cassette-source.ts
function isCassetteText(source) {
	return typeof source === "string" && (source.includes("\n") || /^\s*[{[]/.test(source));
}
function isCassette(source) {
	return typeof source === "object" && source !== null && "interactions" in source && Array.isArray(source.interactions);
}
function toLoadedCassette(cassette) {
	return {
		cassette,
		presence: "found"
	};
}
// src/runner/opened-cassettes.ts
const slot$5 = globalSlot("opened/1");
function registerOpenedCassette(file) {
	slot$5.getOrCreate(() => /* @__PURE__ */ new Set()).add(file);
}
// src/runner/recorded-files.ts
const { createHash } = nodeBuiltin("crypto");
const { existsSync, mkdirSync, writeFileSync } = nodeBuiltin("fs");
const { tmpdir } = nodeBuiltin("os");
const { join } = nodeBuiltin("path");
const RUN_FOLDER = "MSW_CASSETTE_RUN_FOLDER";
const MARKER = ".recorded";
const slot$4 = globalSlot("recorded-files/1");
function markRecorded(file) {
	const folder = runFolder();
	if (folder === void 0) {
		slot$4.getOrCreate(() => /* @__PURE__ */ new Set()).add(file);
		return;
	}
	mkdirSync(folder, { recursive: true });
	writeFileSync(markerOf(folder, file), "");
}
function wasRecordedInThisRun(file) {
	const folder = runFolder();
	return folder === void 0 ? slot$4.get()?.has(file) === true : existsSync(markerOf(folder, file));
}
function runFolder() {
	const { [RUN_FOLDER]: folder, NODE_TEST_CONTEXT, TEST_WORKER_INDEX } = environment();
	if (folder) return folder;
	return NODE_TEST_CONTEXT?.startsWith("child") || TEST_WORKER_INDEX !== void 0 ? join(tmpdir(), `msw-cassette-run-${process.ppid}`) : void 0;
}
function markerOf(folder, file) {
	return join(folder, createHash("sha256").update(file).digest("hex") + MARKER);
}
// src/options/merge-fields.ts
function mergeFields(merges, { outer, inner }) {
	const merged = { ...outer };
	for (const name of Object.keys(inner)) mergeField(merged, inner, name, merges[name]);
	return merged;
}
function mostSpecific({ inner }) {
	return inner;
}
function concatenate({ outer, inner }) {
	return [.../* @__PURE__ */ new Set([...outer, ...inner])];
}
function mergeField(merged, inner, name, merge) {
	const value = inner[name];
	if (value === void 0 || value === null) return;
	const outer = merged[name];
	merged[name] = outer === void 0 || outer === null || !merge ? value : merge({
		outer,
		inner: value
	});
}
// src/session/merge-options.ts
function mergeOptions(...layers) {
	for (const layer of layers) checkOptions(layer);
	return layers.reduce((outer, inner) => mergeFields(sessionMerges, {
		outer,
		inner
	}), {});
}
const matchMerges = {
	headers: concatenate,
	body: mostSpecific,
	url: ({ outer, inner }) => (url) => inner(aliasUrl(url, outer)),
	ignoreQuery: ({ outer, inner }) => outer === "all" || inner === "all" ? "all" : concatenate({
		outer,
		inner
	}),
	mask: concatenate,
	normalize: ({ outer, inner }) => [outer, inner].flat(),
	ignoreBody: concatenate,
	matchers: mostSpecific
};
const redactMerges = {
	headers: concatenate,
	query: concatenate,
	json: concatenate,
	patterns: concatenate,
	transform: ({ outer, inner }) => ({ interaction }) => {
		const transformed = outer({ interaction }) ?? interaction;
		return inner({ interaction: assertInteraction(transformed, "redact.transform") }) ?? transformed;
	}
};
const hookMerges = {
	afterCapture: ({ outer, inner }) => chain("afterCapture", outer, inner),
	beforeSave: ({ outer, inner }) => chain("beforeSave", outer, inner),
	beforeReplay: ({ outer, inner }) => chain("beforeReplay", outer, inner),
	onClose: ({ outer, inner }) => (input) => {
		const ends = [];
		try {
			ends.push(outer(input));
		} finally {
			ends.push(inner(input));
		}
		return Promise.all(ends);
	}
};
const telemetryMerges = {
	except: concatenate,
	urls: concatenate
};
const sessionMerges = {
	mode: mostSpecific,
	match: (input) => mergeFields(matchMerges, input),
	repeat: mostSpecific,
	timing: mostSpecific,
	onMismatch: mostSpecific,
	onUnplayed: mostSpecific,
	hosts: concatenate,
	passthrough: ({ outer, inner }) => (request) => {
		const answer = outer(request);
		return answer === false ? inner(request) : answer;
	},
	hooks: (input) => mergeFields(hookMerges, input),
	redact: (input) => mergeFields(redactMerges, input),
	telemetry: (input) => mergeFields(telemetryMerges, input),
	recordHeaders: concatenate,
	allowSecrets: concatenate,
	expires: mostSpecific,
	onExpired: mostSpecific
};
function chain(name, outer, inner) {
	return ({ interaction }) => {
		const first = runHook({ [name]: outer }, name, interaction);
		return (first && runHook({ [name]: inner }, name, first)) ?? null;
	};
}
// src/session/cassette-defaults.ts
const slot$3 = globalSlot("defaults/1");
function cassetteDefaults(options) {
	checkOptions(options);
	const defaults = new Map(slot$3.get());
	const call = `${(/* @__PURE__ */ new Error()).stack}\n${describe$1(options)}`;
	defaults.delete(call);
	slot$3.set(defaults.set(call, options));
}
function currentDefaults() {
	return mergeOptions(...slot$3.get()?.values() ?? []);
}
function describe$1(options) {
	return JSON.stringify(options, (name, value) => {
		if (name === "matchers") return void 0;
		return typeof value === "function" || isRegExp(value) ? String(value) : value;
	});
}
// src/open/prepare-session.ts
function prepareSession({ source, options: own, builtInDefaults = {}, saving, ifMissing = "throw" }, modules) {
	const options = mergeOptions(builtInDefaults, currentDefaults(), own);
	const requested = resolveMode(options.mode);
	const first = modules.loadCassette(source, requested, ifMissing);
	const isShared = addsToRun({
		source,
		options: own,
		saving
	}, requested, first.file);
	const loaded = isShared ? modules.loadCassette(source, "new-episodes", ifMissing) : first;
	const mode = applyExpiry(loaded.cassette, requested, options);
	const policy = toPolicy(isShared ? "new-episodes" : mode, loaded.presence);
	if (saving === "immediate" && loaded.file !== void 0) registerOpenedCassette(loaded.file);
	if (ifMissing !== "empty" && mayRecord(policy)) modules.prepareRecording(source, loaded);
	return {
		loaded,
		mode,
		policy,
		options,
		saving,
		modules
	};
}
function addsToRun({ options, saving }, mode, file) {
	return (saving === "deferred" || mode === "record" && options.mode === void 0) && (mode === "once" || mode === "record") && file !== void 0 && wasRecordedInThisRun(file);
}
// src/http/connection.ts
const TLS_OPTIONS = [...[
	"ca",
	"cert",
	"checkServerIdentity",
	"ciphers",
	"crl",
	"ecdhCurve",
	"key",
	"maxVersion",
	"minVersion",
	"passphrase"
], ...[
	"pfx",
	"rejectUnauthorized",
	"secureContext",
	"secureOptions",
	"secureProtocol",
	"servername",
	"sigalgs"
]];
function toDispatcher(agent) {
	if (typeof agent !== "object" || agent === null) refuseAgent(`a ${typeof agent}`);
	const { options } = agent;
	if (isProxy(agent)) refuseAgent(`a ${agent.constructor.name}`);
	const given = Object.entries(options ?? {}).filter(([name, value]) => TLS_OPTIONS.includes(name) && value != null);
	if (given.length === 0) return void 0;
	const connect = Object.fromEntries(given);
	return createDispatcher$1({ connect }) ?? refuseAgent(`an agent with ${Object.keys(connect).join(", ")}`);
}
function createDefaultDispatcher() {
	const current = globalDispatcher();
	const key = Object.getOwnPropertySymbols(current ?? {}).find(({ description }) => description === "options");
	const options = key && current?.[key] || { unknown: true };
	return Object.values(options).every((value) => value === void 0 || value === Number.POSITIVE_INFINITY) ? createDispatcher$1({}) : void 0;
}
function isProxy(agent) {
	return [
		"connect",
		"proxy",
		"proxyOptions"
	].some((name) => agent[name] != null);
}
function refuseAgent(found) {
	throw new CassetteOptionError("agent", `The option "agent" of session.fetch is ${found}. The real request is sent with the platform's fetch, which can't use it. Pass the option "dispatcher" instead, in Node: a ProxyAgent, or an Agent with { connect: { ca } }, of the package undici.`);
}
function createDispatcher$1(options) {
	const Agent = globalDispatcher()?.constructor;
	return Agent?.name === "Agent" ? new Agent(options) : void 0;
}
function globalDispatcher() {
	return globalThis[Symbol.for("undici.globalDispatcher.1")];
}
// src/http/platform-fetch.ts
const platform = globalSlot("platform-fetch/1").getOrCreate(() => ({
	fetch: globalThis.fetch,
	interceptor: activeInterceptor()
}));
const runOutside = builtin("async_hooks")?.AsyncLocalStorage.snapshot?.() ?? ((send) => send());
function platformFetch(input, init) {
	const { fetch = globalThis.fetch } = platform;
	return runOutside(() => runAsOwnRequest(() => fetch(input, init)));
}
function isIntercepted() {
	if (isInPage()) return true;
	return platform.interceptor !== void 0 && platform.interceptor === activeInterceptor();
}
function isInPage() {
	return Boolean(globalThis.navigator?.serviceWorker?.controller);
}
function activeInterceptor() {
	const { major, source } = activeInterceptors();
	return major === 3 && ("Bun" in globalThis || "Deno" in globalThis) ? void 0 : source;
}
// src/http/fetch-upstream.ts
const CONNECTION_HEADERS = [
	"accept-encoding",
	"connection",
	"content-length",
	"expect",
	"host",
	"keep-alive",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
];
const PASSTHROUGH_MARK = "msw/passthrough";
const OWN_FRAGMENT = "#msw-cassette";
async function fetchUpstream(request, signal) {
	const { method, url, body, init } = request;
	const intercepted = isIntercepted();
	const own = createDispatcher(init);
	const hasBody = body.length > 0 && method !== "GET" && method !== "HEAD";
	const options = {
		...init,
		method,
		headers: toSentHeaders(request, intercepted),
		redirect: "manual",
		signal
	};
	try {
		return await platformFetch(isInPage() ? `${url.replace(/#.*/, "")}${OWN_FRAGMENT}` : url, {
			...options,
			body: hasBody ? body : null,
			...own && { dispatcher: own }
		});
	} catch (error) {
		throw explainCertificate(error);
	} finally {
		own?.close().catch(() => {});
	}
}
function createDispatcher(init) {
	if (init?.dispatcher) return void 0;
	const dispatcher = (init?.agent ? toDispatcher(init.agent) : void 0) ?? createDefaultDispatcher();
	if (!dispatcher && activeInterceptors().major === 3) releasePooledSockets();
	return dispatcher;
}
function toSentHeaders({ headers }, intercepted) {
	const sent = new Headers(headers);
	for (const name of CONNECTION_HEADERS) sent.delete(name);
	if (isNode()) sent.set("connection", "close");
	if (!sent.has("accept")) sent.set("accept", "*/*");
	if (intercepted) sent.append("accept", PASSTHROUGH_MARK);
	return sent;
}
function isNode() {
	return builtin("http") !== void 0 && !("Bun" in globalThis || "Deno" in globalThis);
}
function explainCertificate(error) {
	const cause = isError(error) ? error.cause : void 0;
	if (!isError(cause) || !("code" in cause) || !/CERT|UNABLE_TO_VERIFY/.test(String(cause.code))) return error;
	cause.message += ". The request is sent with the platform's fetch, which does not use the client's agent and its `ca`. Name the certificate's authority in NODE_EXTRA_CA_CERTS, or set a global dispatcher: setGlobalDispatcher(new Agent({ connect: { ca } })) of undici.";
	return error;
}
// src/http/reason-phrase.ts
function encodeReasonPhrase(text) {
	if (/^[\t\x20-\x7e]*$/.test(text)) return text;
	return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("").replace(CONTROLS, "");
}
function decodeReasonPhrase(encoded) {
	if (/^[\t\x20-\x7e]*$/.test(encoded)) return encoded;
	return new TextDecoder().decode(Uint8Array.from(encoded, (character) => character.charCodeAt(0)));
}
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f]/g;
// src/fetch/follow-redirects.ts
const REDIRECTS = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
const MAX_HOPS = 20;
const BODY_HEADERS = [
	"content-encoding",
	"content-language",
	"content-length",
	"content-location",
	"content-type"
];
const ORIGIN_HEADERS = [
	"authorization",
	"cookie",
	"host",
	"proxy-authorization"
];
async function followRedirects(request, redirect, fetchHop) {
	let current = request;
	for (let hops = 0;; hops++) {
		const response = await fetchHop(current);
		const location = REDIRECTS.has(response.status) ? response.headers.get("location") : null;
		const { url } = current.head;
		if (location === null || redirect === "manual") return withUrl(response, url, hops > 0);
		await response.body?.cancel();
		if (redirect === "error") fail(/* @__PURE__ */ new Error("unexpected redirect"));
		if (hops === MAX_HOPS) fail(/* @__PURE__ */ new Error("redirect count exceeded"));
		const next = toNextRequest(await current.read(), response.status, toTarget(location, url));
		current = {
			head: next,
			read: async () => next
		};
	}
}
function fail(cause) {
	throw new TypeError("fetch failed", { cause });
}
function withUrl(response, url, redirected) {
	return Object.defineProperties(response, {
		url: {
			value: url.replace(/#.*/, ""),
			configurable: true
		},
		redirected: {
			value: redirected,
			configurable: true
		}
	});
}
function toTarget(location, base) {
	const target = resolveLocation(location, base);
	return /^https?:$/.test(target.protocol) ? target : fail(/* @__PURE__ */ new Error(`the redirect leads to ${location}`));
}
function resolveLocation(location, base) {
	try {
		return new URL(location, base);
	} catch (error) {
		return fail(error);
	}
}
function toNextRequest(request, status, target) {
	const headers = new Headers(request.headers);
	const isOtherOrigin = new URL(request.url).origin !== target.origin;
	for (const name of isOtherOrigin ? ORIGIN_HEADERS : []) headers.delete(name);
	const { method } = request;
	if (!(status === 303 ? method !== "GET" && method !== "HEAD" : status < 303 && method === "POST")) return {
		...request,
		headers,
		url: target.href
	};
	for (const name of BODY_HEADERS) headers.delete(name);
	return {
		...request,
		headers,
		url: target.href,
		method: "GET",
		body: /* @__PURE__ */ new Uint8Array()
	};
}
// src/fetch/to-fetch-arguments.ts
function toFetchArguments(input, init) {
	const plain = input instanceof Request ? void 0 : toPlainRequest(String(input), init ?? {});
	if (plain) return {
		request: {
			head: plain,
			read: async () => plain
		},
		redirect: init?.redirect ?? "follow"
	};
	const head = new Request(input, init);
	const complete = readRequest(head).then((request) => ({
		...request,
		signal: init?.signal ?? (input instanceof Request ? input.signal : request.signal),
		...init && { init }
	}));
	return {
		request: {
			head,
			read: () => complete
		},
		redirect: head.redirect
	};
}
function toPlainRequest(input, init) {
	const { body, method = "GET", headers, signal } = init;
	const isText = typeof body === "string";
	if (!(isText ? /^(?:POST|PUT|PATCH)$/.test(method) : !body && /^(?:GET|HEAD|POST|DELETE)$/.test(method)) || !URL.canParse(input)) return void 0;
	const { href, username, password } = new URL(input);
	if (username || password) return void 0;
	const sent = new Headers(headers);
	if (isText && !sent.has("content-type")) sent.set("content-type", "text/plain;charset=UTF-8");
	return {
		method,
		url: href,
		headers: sent,
		body: new TextEncoder().encode(isText ? body : ""),
		signal: signal ?? new AbortController().signal,
		init
	};
}
// src/fetch/session-fetch.ts
function createFetch(session) {
	return async (input, init) => {
		if (isLocal(input)) return platformFetch(input, init);
		session.closing.throwIfAborted();
		const { request, redirect } = toFetchArguments(input, init);
		return followRedirects(request, redirect, (hop) => fetchHop(hop, session));
	};
}
function isLocal(input) {
	return /^\s*(?:about|blob|data|file):/i.test(input instanceof Request ? input.url : String(input));
}
async function fetchHop(request, session) {
	const answer = await answerFrom(session, request);
	if (answer.kind === "network-error") throw toFetchError(answer.error);
	if (answer.kind === "response") return toResponse(answer);
	const complete = await request.read();
	return fetchUpstream(complete, complete.signal);
}
async function answerFrom(session, { head, read }) {
	try {
		if (passesThrough(head, session.options)) return { kind: "passthrough" };
		return await answerRequest({
			sessions: [session],
			read,
			transport: "direct"
		});
	} catch (error) {
		return errorAnswer(error, head, [session]);
	}
}
function toResponse({ body, init }) {
	const response = new Response(body, init);
	const statusText = decodeReasonPhrase(init.statusText);
	if (statusText === init.statusText) return response;
	return Object.defineProperty(response, "statusText", {
		value: statusText,
		configurable: true
	});
}
function toFetchError(error) {
	return error instanceof CassetteMismatchError ? new TypeError("fetch failed", { cause: error }) : error;
}
// src/matcher/ignore-exchange-credentials.ts
function ignoreExchangeCredentials(raw, body) {
	if (!isJsonObject(body) || !("grant_type" in body) || !isTokenExchange(raw)) return body;
	return Object.fromEntries(Object.entries(body).filter(([name]) => !exchangeCredentials.includes(name)));
}
// src/json/json-rpc.ts
function messagesOf(value) {
	const messages = Array.isArray(value) ? value : [value];
	return messages.every(isMessage$1) ? messages : [];
}
function isMessage$1(value) {
	return isJsonObject(value) && value.jsonrpc === "2.0";
}
function isCall(message) {
	return typeof message.method === "string";
}
function progressTokenOf({ params }) {
	const meta = isJsonObject(params) ? params._meta : void 0;
	return isJsonObject(meta) ? meta.progressToken : void 0;
}
// src/matcher/ignore-message-ids.ts
function ignoreMessageIds(body) {
	if (messagesOf(body).length === 0) return body;
	return Array.isArray(body) ? body.map(ignoreIds) : ignoreIds(body);
}
function ignoreIds(message) {
	if (!isCall(message)) return message;
	const { id = null, params } = message;
	const named = id === null ? message : {
		...message,
		id: "(id)"
	};
	if (!isJsonObject(params)) return named;
	if (message.method === "notifications/cancelled") return {
		...named,
		params: {
			...params,
			requestId: "(id)"
		}
	};
	if (progressTokenOf(message) === void 0) return named;
	return {
		...named,
		params: {
			...params,
			_meta: {
				...params._meta,
				progressToken: "(token)"
			}
		}
	};
}
// src/matcher/request-matcher.ts
function createRequestMatcher(options = {}, redaction) {
	const matchers = options.matchers ?? toMatchers(options);
	const toComparable = createNormalization(options, redaction);
	let last;
	const toReceived = (raw) => {
		if (last?.raw !== raw) last = {
			raw,
			request: toComparable(raw)
		};
		return last.request;
	};
	return {
		toComparable,
		hasEqualBytes: keepsEqualBytesEqual(options) ? areSameBytes : () => false,
		origin(text) {
			const url = parseUrl(text);
			return url && toOrigin(options.url ? aliasUrl(url, options.url) : url);
		},
		key(raw) {
			const request = toComparable(raw);
			return request && matchers.map((matcher) => matcher.key({ request })).join("\n");
		},
		isEqualWith(more, recorded, received) {
			const { key } = createRequestMatcher(ignoreMore(options, more), redaction);
			const wanted = key(recorded);
			return wanted !== void 0 && key(received) === wanted;
		},
		compare(rawRecorded, rawReceived) {
			const recorded = toComparable(rawRecorded);
			const received = toReceived(rawReceived);
			if (!recorded || !received) return [];
			return matchers.map((matcher) => ({
				matcher: matcher.name,
				differences: differ(matcher, recorded, received)
			}));
		}
	};
}
function ignoreMore(options, { mask, ignoreBody, ignoreQuery }) {
	const { mask: masks = [], ignoreBody: paths = [], ignoreQuery: names = [] } = options;
	return {
		...options,
		mask: [...masks, ...mask],
		ignoreBody: [...paths, ...ignoreBody],
		ignoreQuery: names === "all" ? names : [...names, ...ignoreQuery]
	};
}
function toMatchers({ headers = [], body }) {
	return [
		matchMethod,
		matchUrl,
		...headers.length > 0 ? [matchHeaders(headers)] : [],
		...body === "ignore" ? [] : [matchBody(typeof body === "function" ? body : void 0)]
	];
}
function createNormalization(options, redaction) {
	const steps = toSteps(options);
	const body = typeof options.body === "string" ? options.body : "json";
	return (unredacted) => {
		const raw = redaction?.request(unredacted) ?? unredacted;
		const url = parseUrl(raw.url);
		if (!url) return void 0;
		let request = createNormalizedRequest(raw, url, body, redaction);
		for (const step of steps) request = step({ request }) ?? request;
		return request;
	};
}
function createNormalizedRequest(raw, url, body, redaction) {
	return {
		method: raw.method.toUpperCase(),
		url,
		get headers() {
			const headers = headersOf(raw);
			return redaction?.headers(headers) ?? headers;
		},
		body: body === "ignore" ? null : readBody(raw, body)
	};
}
function readBody(raw, comparison) {
	const { value } = toComparableBody(raw.body, contentTypeOf(raw), comparison);
	return comparison === "json" ? ignoreExchangeCredentials(raw, ignoreMessageIds(value)) : value;
}
function parseUrl(text) {
	if (URL.parse) return URL.parse(text) ?? void 0;
	return URL.canParse(text) ? new URL(text) : void 0;
}
function toOrigin({ protocol, host }) {
	return `${protocol}//${host}`;
}
function areSameBytes(recorded, received) {
	return recorded.url === received.url && recorded.method === received.method && contentTypeOf(recorded) === contentTypeOf(received) && hasEqualBytes(recorded.body, received.body);
}
function differ(matcher, recorded, received) {
	const keys = {
		recorded: matcher.key({ request: recorded }),
		received: matcher.key({ request: received })
	};
	if (keys.recorded === keys.received) return [];
	return matcher.differences?.({
		recorded,
		received
	}) ?? [{
		path: matcher.name,
		...keys
	}];
}
// src/platform/on-demand.ts
var OnDemand = class {
	#load;
	#loaded;
	#loading;
	constructor(load) {
		this.#load = load;
	}
	load() {
		if (this.#loaded) return void 0;
		if (this.#loading) return this.#loading;
		const part = this.#load();
		if (part instanceof Promise) {
			this.#loading = part.then((value) => this.#keep(value));
			return this.#loading;
		}
		this.#keep(part);
	}
	get isLoading() {
		return this.#loading !== void 0 && !this.#loaded;
	}
	get value() {
		this.load();
		if (!this.#loaded) throw new Error("msw-cassette: a part was used before it was loaded. Please report this.");
		return this.#loaded.value;
	}
	#keep(value) {
		this.#loaded = { value };
	}
};
// src/platform/unlimited-controller.ts
function createUnlimitedController() {
	const controller = new AbortController();
	try {
		builtin("events")?.setMaxListeners(0, controller.signal);
	} catch {}
	return controller;
}
// src/replay/find-interaction.ts
function findInteraction(request, { player, matcher, hooks }) {
	const key = matcher.key(request);
	return {
		claimUnplayed: () => key === void 0 ? void 0 : firstKept(() => player.claimNext(key), hooks),
		claimRepeat() {
			const claim = key === void 0 ? void 0 : player.claimRepeat(key);
			return claim && beforeReplay(claim, hooks);
		}
	};
}
function claimInOrder(request, { player, matcher, hooks }) {
	const isRequested = (interaction) => matcher.hasEqualBytes(interaction.request, request);
	return firstKept(() => player.claimFirst(isRequested), hooks);
}
function firstKept(claimNext, hooks) {
	for (let claim = claimNext(); claim; claim = claimNext()) {
		const kept = beforeReplay(claim, hooks);
		if (kept) return kept;
	}
}
function beforeReplay(claim, hooks) {
	if (!hooks?.beforeReplay) return claim;
	try {
		const interaction = runHook(hooks, "beforeReplay", claim.interaction);
		return interaction && {
			...claim,
			interaction
		};
	} catch (error) {
		claim.release();
		throw error;
	}
}
// src/body/decompress.ts
async function decompress(response) {
	const { body, headers } = response;
	const encoding = findHeader(headers, "content-encoding");
	try {
		if (isGzip(body)) return encoding === void 0 && isArchive(headers) ? body : await gunzip(body);
		return encoding !== void 0 && isCompressed(response) ? inflate(body, encoding) : body;
	} catch {
		return body;
	}
}
function isArchive(headers) {
	return /gzip|octet-stream|zip|tar|^(?:image|video|audio)\//.test(mediaType(findHeader(headers, "content-type")));
}
function gunzip(body) {
	if (builtin("zlib")) return inflate(body, "gzip");
	const result = pageResults.get(body) ?? gunzipStream(body);
	pageResults.set(body, result);
	return result;
}
const pageResults = /* @__PURE__ */ new WeakMap();
async function gunzipStream(body) {
	const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream("gzip"));
	const chunks = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > 268435456) throw new RangeError("the body is too large");
		chunks.push(chunk);
	}
	return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
// src/platform/tick.ts
const immediate = builtin("timers")?.setImmediate;
const setImmediate = immediate && isReal(immediate) ? immediate : void 0;
let channel;
const waiting = [];
function tick() {
	return new Promise((resolve) => {
		if (setImmediate) setImmediate(resolve);
		else postMessage(resolve);
	});
}
function postMessage(resolve) {
	channel ??= openChannel();
	waiting.push(resolve);
	keepAlive(channel.port1, "ref");
	channel.port2.postMessage(0);
}
function openChannel() {
	const opened = new MessageChannel();
	opened.port1.onmessage = () => {
		if (waiting.length === 1) keepAlive(opened.port1, "unref");
		waiting.shift()?.();
	};
	return opened;
}
function keepAlive(port, change) {
	port[change]?.();
}
// src/stream/detach-tee.ts
function detachTee(stream) {
	Object.defineProperty(stream, "tee", {
		configurable: true,
		value() {
			const [first, second] = ReadableStream.prototype.tee.call(this);
			const unread = relay(second);
			return [relay(first, (reason) => unread.cancel(reason)).stream, unread.stream];
		}
	});
	return stream;
}
function relay(source, onCancel) {
	const reader = source.getReader();
	const cancel = (reason) => void reader.cancel(reason).catch(() => {});
	return {
		stream: new ReadableStream({
			async pull(controller) {
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			cancel(reason) {
				cancel(reason);
				onCancel?.(reason);
			}
		}, { highWaterMark: 0 }),
		cancel
	};
}
// src/stream/piece-reader.ts
const COPIED_BYTES = 65536;
var PieceReader = class {
	#bytes;
	#ends;
	#copy = /* @__PURE__ */ new Uint8Array();
	#copyStart = 0;
	next = 0;
	#start = 0;
	constructor({ bytes, ends }, memory) {
		this.#bytes = bytes;
		this.#ends = ends;
		if (memory === "shared") this.#copy = bytes;
	}
	get isEnd() {
		return this.next === this.#ends.length;
	}
	read() {
		const start = this.#start;
		const end = this.#ends[this.next] ?? start;
		if (end > this.#copyStart + this.#copy.length) this.#copyFrom(start, end);
		this.next++;
		this.#start = end;
		return this.#copy.subarray(start - this.#copyStart, end - this.#copyStart);
	}
	#copyFrom(start, end) {
		this.#copy = this.#bytes.slice(start, Math.max(end, start + COPIED_BYTES));
		this.#copyStart = start;
	}
};
// src/stream/sleep.ts
const MAX_DELAY_MS = 2 ** 31 - 1;
function sleep(ms, signals) {
	if (ms <= 0 || signals.some((signal) => signal.aborted)) return Promise.resolve();
	return new Promise((resolve) => {
		const { clearTimeout } = globalThis;
		const wake = () => {
			clearTimeout(timer);
			for (const signal of signals) signal.removeEventListener("abort", wake);
			resolve();
		};
		const timer = setTimeout(wake, Math.min(ms, MAX_DELAY_MS));
		for (const signal of signals) signal.addEventListener("abort", wake);
	});
}
// src/stream/replay-stream.ts
function replayStream(body, signals, transport = "msw2", openEnd) {
	const pieces = new PieceReader(body, transport === "socket" ? "shared" : "copied");
	let state = "open";
	let wait;
	let abort = (_event) => {};
	return detachTee(new ReadableStream({
		start(controller) {
			if (transport === "socket" && pieces.isEnd) controller.enqueue(/* @__PURE__ */ new Uint8Array());
			abort = ({ target }) => end(() => controller.error(target.reason));
			const aborted = signals.find((signal) => signal.aborted);
			if (aborted) end(() => controller.error(aborted.reason));
			else for (const signal of signals) signal.addEventListener("abort", abort);
		},
		pull(controller) {
			if (pieces.isEnd) return openEnd ? stayOpen(controller, openEnd) : end(() => controller.close());
			return waitFor(body.delay(pieces.next)).then(() => push(controller));
		},
		cancel() {
			end();
		}
	}, { highWaterMark: 0 }));
	function waitFor(delay) {
		if (delay === 0) return tick();
		wait ??= new AbortController();
		return sleep(delay, [wait.signal]);
	}
	function push(controller) {
		if (state === "ended") return;
		controller.enqueue(pieces.read());
		if (pieces.isEnd && !openEnd) end(() => controller.close());
	}
	async function stayOpen(controller, { patience, fail }) {
		if (patience === Number.POSITIVE_INFINITY) return new Promise(() => {});
		await waitFor(patience);
		if (state === "open") end(() => controller.error(fail()));
	}
	function end(settle) {
		if (state === "ended") return;
		state = "ended";
		wait?.abort();
		for (const signal of signals) signal.removeEventListener("abort", abort);
		settle?.();
	}
}
// src/replay/open-end.ts
function openEndOf({ status, headers, body, openEnd }, request) {
	if (openEnd || !isMcpStream(request)) return openEnd;
	return status === 200 && body.length === 0 && mediaType(findHeader(headers, "content-type")) === "text/event-stream" ? { after: 0 } : void 0;
}
function stayOpen({ interaction, openEnd, request, file, onFailure }) {
	const patience = isMcpStream(request) ? Number.POSITIVE_INFINITY : patienceFor(openEnd);
	return {
		patience,
		fail() {
			const error = new CassetteOpenEndError(file, interaction.line, describe(interaction, openEnd, file, patience));
			console.error(`[msw-cassette] ${error.message}`);
			onFailure(error);
			return error;
		}
	};
}
function patienceFor({ after }) {
	return Math.max(1e3, 1.5 * after);
}
function describe({ request, response, line }, { after }, file, patience) {
	const place = line === void 0 ? "" : ` on line ${line}`;
	return `The recording of ${request.method} ${shorten(maskUrl(request.url))}${place} of ${file} ends here, after ${response.body.length} bytes: its client left the stream ${toSeconds(after)} after the response began, so the rest was never received. This client has read on for ${toSeconds(patience)}. If it needs the rest, record again: use the mode 'record', or delete the recording. Otherwise let it leave the stream where the recorded client did.`;
}
function toSeconds(milliseconds) {
	return `${Math.round(milliseconds / 100) / 10} s`;
}
// src/replay/restore-message-ids.ts
function restoreMessageIds(body, recorded, received) {
	if (body.length === 0 || hasEqualBytes(recorded, received)) return body;
	const ids = pairIds(readMessages(recorded), readMessages(received));
	const text = ids && decodeUtf8(body);
	if (!ids || text === void 0) return body;
	const restored = restoreIn(text, ids) ?? restoreInEvents(text, ids);
	return restored === text ? body : new TextEncoder().encode(restored);
}
function readMessages(body) {
	const text = body[0] === 123 || body[0] === 91 ? decodeUtf8(body) : void 0;
	return text?.includes("\"jsonrpc\"") ? messagesOf(parseJson(text)) : [];
}
function pairIds(recorded, received) {
	if (recorded.length === 0 || recorded.length !== received.length) return void 0;
	const pairs = recorded.flatMap((message, index) => {
		const other = received[index];
		return other && isCall(message) ? [[message, other]] : [];
	});
	return {
		ids: new Map(pairs.map(([a, b]) => [writeJson(a.id), b.id])),
		tokens: new Map(pairs.map(([a, b]) => [writeJson(progressTokenOf(a)), progressTokenOf(b)]))
	};
}
function restoreIn(text, ids) {
	const value = parseJson(text);
	const messages = messagesOf(value);
	if (messages.length === 0) return void 0;
	const restored = messages.map((message) => restoreMessage(message, ids));
	if (restored.every((message, index) => message === messages[index])) return text;
	return writeJson(Array.isArray(value) ? restored : restored[0]);
}
function restoreInEvents(text, ids) {
	return text.replace(/(?<=^|[\r\n])(data: ?)([^\r\n]+)/g, (line, prefix, data) => {
		const restored = restoreIn(data, ids);
		return restored === void 0 ? line : prefix + restored;
	});
}
function restoreMessage(message, { ids, tokens }) {
	if (!isCall(message)) return replaceMember(message, "id", ids);
	if (message.method !== "notifications/progress" || !isJsonObject(message.params)) return message;
	const params = replaceMember(message.params, "progressToken", tokens);
	return params === message.params ? message : {
		...message,
		params
	};
}
function replaceMember(object, name, values) {
	const key = writeJson(object[name]);
	const value = values.get(key);
	return value === void 0 || writeJson(value) === key ? object : {
		...object,
		[name]: value
	};
}
// src/replay/play-interaction.ts
async function playInteraction({ claim, request, timing, closing, transport, ...rest }) {
	const { interaction } = claim;
	const { response } = interaction;
	const signals = [request.signal, closing];
	await sleep(firstByteDelay(response, timing), signals);
	const aborted = signals.find((signal) => signal.aborted);
	if (aborted) {
		claim.release();
		return {
			kind: "network-error",
			error: aborted.reason
		};
	}
	if (response.status < 200) return {
		kind: "network-error",
		error: noResponse(interaction)
	};
	const body = restoreMessageIds(await decompress(response), interaction.request.body, request.body);
	const headers = toHeaders(response, body, timing);
	const init = {
		status: response.status,
		statusText: encodeReasonPhrase(response.statusText),
		headers
	};
	const bodyless = isBodyless(response, request);
	const openEnd = bodyless ? void 0 : openEndOf(response, request);
	if (bodyless ? response.status === 205 : !openEnd) headers.set("content-length", String(bodyless ? 0 : body.length));
	if (bodyless) return {
		kind: "response",
		body: null,
		init
	};
	const end = openEnd && stayOpen({
		interaction,
		openEnd,
		request,
		...rest
	});
	return {
		kind: "response",
		body: replayStream(timeBody(body, headers.get("content-type") ?? "", response, timing), signals, transport, end),
		init
	};
}
function toHeaders({ headers: recorded }, body, timing) {
	const headers = toReplayHeaders(recorded, timing === "instant" ? "immediate" : "recorded");
	const sniffed = headers.get("content-type")?.includes("/") ? void 0 : sniffContentType(body);
	if (sniffed) headers.set("content-type", sniffed);
	return headers;
}
function noResponse({ request, response, line }) {
	const place = line === void 0 ? "" : ` on line ${line}`;
	const why = `The recording of ${request.method} ${request.url}${place} has no response: its status is ${response.status}.`;
	return new TypeError("fetch failed", { cause: new Error(why) });
}
function isBodyless({ status }, { method }) {
	return status === 204 || status === 205 || status === 304 || method === "HEAD";
}
// src/replay/player.ts
var Player = class {
	#interactions;
	#keyOf;
	#queues = /* @__PURE__ */ new Map();
	#repeat;
	#isRepeatable;
	#plays;
	#unclaimed;
	#first = 0;
	#queued = 0;
	#round = 0;
	constructor(interactions, keyOf, repeat, isRepeatable = () => false) {
		this.#interactions = interactions;
		this.#keyOf = keyOf;
		this.#repeat = repeat;
		this.#isRepeatable = isRepeatable;
		this.#plays = interactions.map(() => 0);
		this.#unclaimed = interactions.map(() => true);
	}
	claimFirst(isRequested) {
		while (this.#unclaimed[this.#first] === false) this.#first++;
		const interaction = this.#interactions[this.#first];
		return interaction && isRequested(interaction) ? this.#claim(this.#first) : void 0;
	}
	claimNext(key) {
		const index = this.#queues.get(key)?.indexes.find((each) => this.#unclaimed[each]) ?? this.#queueUntil(key);
		return index === void 0 ? void 0 : this.#claim(index);
	}
	claimRepeat(key) {
		const queue = this.#queueOf(key);
		const index = queue && this.#repeatIndex(queue);
		return index === void 0 ? void 0 : this.#claim(index);
	}
	countEqual(index) {
		this.#queueAll();
		return [...this.#queues.values()].find(({ indexes }) => indexes.includes(index))?.indexes.length ?? 0;
	}
	get plays() {
		return this.#plays;
	}
	get played() {
		return this.#interactions.filter((_, index) => this.#plays[index]);
	}
	get unplayed() {
		return this.#interactions.filter((_, index) => !this.#plays[index]);
	}
	rewind() {
		this.#round++;
		this.#plays.fill(0);
		this.#unclaimed.fill(true);
		this.#first = 0;
		for (const queue of this.#queues.values()) queue.repeats = 0;
	}
	#queueOf(key) {
		this.#queueAll();
		return this.#queues.get(key);
	}
	#queueAll() {
		while (this.#queued < this.#interactions.length) this.#queueNext();
	}
	#queueUntil(key) {
		while (this.#queued < this.#interactions.length) {
			const index = this.#queued;
			if (this.#queueNext() === key && this.#unclaimed[index]) return index;
		}
	}
	#queueNext() {
		const index = this.#queued++;
		const key = this.#keyOf(this.#interactions[index]);
		if (key === void 0) return void 0;
		const queue = this.#queues.get(key);
		if (queue) queue.indexes.push(index);
		else this.#queues.set(key, {
			indexes: [index],
			repeats: 0
		});
		return key;
	}
	#claim(index) {
		const round = this.#round;
		const wasUnclaimed = this.#unclaimed[index] === true;
		let held = true;
		this.#unclaimed[index] = false;
		this.#plays[index] = (this.#plays[index] ?? 0) + 1;
		return {
			interaction: this.#interactions[index],
			release: () => {
				if (!held || round !== this.#round) return;
				held = false;
				this.#plays[index] = (this.#plays[index] ?? 1) - 1;
				if (!wasUnclaimed) return;
				this.#unclaimed[index] = true;
				this.#first = Math.min(this.#first, index);
			}
		};
	}
	#repeatIndex(queue) {
		const { indexes } = queue;
		const last = indexes.at(-1);
		if (this.#repeat === "last") return last;
		if (this.#repeat === "all") return indexes[queue.repeats++ % indexes.length];
		const interaction = last === void 0 ? void 0 : this.#interactions[last];
		return interaction && (isRetryable(interaction.response.status) || this.#isRepeatable(interaction)) ? last : void 0;
	}
};
function isRetryable(status = 200) {
	return status < 200 || status === 408 || status === 409 || status === 429 || status >= 500;
}
// src/session/coverage.ts
var Coverage = class {
	localHosts = /* @__PURE__ */ new Set();
	#covering;
	constructor(covering) {
		this.#covering = covering;
	}
	handlesUrl(url) {
		const { closing, hostFilter } = this.#covering;
		if (closing.aborted) return false;
		try {
			return hostFilter(url);
		} catch {
			return true;
		}
	}
	excludesUrl(url) {
		const { closing, options } = this.#covering;
		return options.hosts !== void 0 && !closing.aborted && !this.handlesUrl(url);
	}
	isTelemetry(request) {
		const { closing, mode, options } = this.#covering;
		return mode !== "passthrough" && !closing.aborted && isTelemetry(request, options.telemetry);
	}
	noteUnanswered(url) {
		const parsed = URL.canParse(url) ? new URL(url) : void 0;
		if (parsed && !isRemote(parsed)) this.localHosts.add(parsed.host);
	}
};
// src/stream/trailing-body-timeout.ts
const TRAILING_BODY_TIMEOUT_MS = 1e3;
// src/record/recorder.ts
var Recorder = class {
	#send;
	#onComplete;
	#open = /* @__PURE__ */ new Set();
	#onIdle = /* @__PURE__ */ new Set();
	#places = [];
	constructor({ send, onComplete }) {
		this.#send = send;
		this.#onComplete = onComplete;
	}
	reserve() {
		const place = {
			state: "reserved",
			abortController: new AbortController()
		};
		this.#places.push(place);
		this.#open.add(place);
		return {
			record: (request, transport) => this.#record(request, place, transport),
			release: () => {
				if (place.state === "reserved") this.#settle(place, void 0);
			}
		};
	}
	take() {
		const end = this.#places.findIndex((place) => this.#open.has(place));
		return this.#places.splice(0, end === -1 ? this.#places.length : end).flatMap(({ capture }) => capture ?? []);
	}
	get answered() {
		return this.#places.flatMap((place) => {
			if (!this.#open.has(place)) return place.capture ?? [];
			return place.exchange?.soFar() ?? [];
		});
	}
	async settle(pending) {
		if (this.#open.size === 0) return;
		await new Promise((resolve) => {
			const cancel = startTimer(resolve, TRAILING_BODY_TIMEOUT_MS);
			this.#onIdle.add(() => {
				cancel();
				resolve();
			});
		});
		if (pending === "keep") return;
		await Promise.all([...this.#open].map((place) => this.#abort(place)));
	}
	async #abort(place) {
		place.abortController.abort(new CassetteSessionError("The session was closed before this exchange had ended."));
		this.#settle(place, await place.exchange?.captured);
	}
	async #record(request, place, transport) {
		place.state = "started";
		try {
			const exchange = await this.#send(request, place.abortController, transport);
			place.exchange = exchange;
			exchange.captured.then((capture) => this.#settle(place, capture));
			return exchange.response;
		} catch (error) {
			this.#settle(place, void 0);
			throw error;
		}
	}
	#settle(place, capture) {
		if (!this.#open.delete(place)) return;
		if (this.#open.size === 0) {
			for (const resolve of this.#onIdle) resolve();
			this.#onIdle.clear();
		}
		if (capture) place.capture = capture;
		this.#onComplete();
	}
};
// src/record/report-error.ts
function reportError({ message }) {
	try {
		console.error(`[msw-cassette] ${message}`);
	} catch {}
}
function describeCause(cause) {
	try {
		return isError(cause) ? cause.message : String(cause);
	} catch {
		return "a value was thrown that is not an error";
	}
}
// src/record/recording-log.ts
var RecordingLog = class {
	list = [];
	#recorder;
	#options;
	#saver;
	#conversionError;
	constructor(options) {
		this.#options = options;
		this.#recorder = new Recorder({
			send: options.send,
			onComplete: () => this.#collect()
		});
	}
	get answered() {
		return [...this.list, ...this.#recorder.answered.flatMap((capture) => this.#preview(capture) ?? [])];
	}
	reserve() {
		return this.#recorder.reserve();
	}
	async save(pending) {
		await this.#recorder.settle(pending);
		await this.#saver?.save();
		if (this.error) throw this.error;
	}
	flush() {
		this.#saver?.flush();
	}
	close() {
		this.#saver?.close();
	}
	get error() {
		return this.#saver?.error ?? this.#conversionError;
	}
	#preview(capture) {
		try {
			return this.#options.toPreview(capture);
		} catch {
			return;
		}
	}
	#collect() {
		for (const capture of this.#recorder.take()) this.#add(capture);
		if (this.list.length > 0) this.#saver ??= this.#options.createSaver(this.list);
		if (this.#options.saving === "immediate") this.#saver?.request();
	}
	#add(capture) {
		try {
			const recording = this.#options.toRecording(capture);
			if (recording) this.list.push(recording);
		} catch (cause) {
			const { method, url } = capture.interaction.request;
			const message = `Failed to record ${method} ${maskUrl(url)}: ${describeCause(cause)}`;
			this.#conversionError ??= new CassetteSaveError(this.#options.file ?? "<text>", message, { cause });
			reportError(this.#conversionError);
		}
	}
};
// src/session/create-recording-log.ts
function createRecordingLog({ loaded, options, saving, redactor, modules }) {
	const steps = new OnDemand(() => modules.loadRecordingSteps());
	const { allowSecrets = [], hooks, match, recordHeaders = [] } = options;
	const kept = {
		recordHeaders,
		matchedHeaders: match?.headers ?? []
	};
	return new RecordingLog({
		file: loaded.file,
		saving,
		async send(request, abortController, transport) {
			const loading = [steps.load(), redactor.load()].filter((part) => part !== void 0);
			if (loading.length > 0) await Promise.all(loading);
			return steps.value.captureExchange(request, abortController, transport);
		},
		toRecording: (capture) => steps.value.toRecording(capture, {
			redactor: redactor.value,
			hooks,
			...kept
		}),
		toPreview: (capture) => steps.value.toRecording(capture, {
			redactor: redactor.value,
			hooks: void 0,
			...kept
		}),
		createSaver(list) {
			const { file, text: replaces } = loaded;
			return file === void 0 ? void 0 : steps.value.createSaver?.(list, {
				file,
				replaces,
				allowSecrets
			});
		}
	});
}
// src/session/verify-session.ts
const MAX_LISTED = 20;
function verifySession(session, { saveError, unplayed = "test", requestedBy = "call" }) {
	const { mismatches, path } = session;
	const [first, ...others] = mismatches;
	if (first && others.length > 0) {
		const error = new AggregateError(mismatches, `${mismatches.length} requests matched nothing in ${path}.`);
		startStackAtUser(error, verifySession);
		throw error;
	}
	if (first) throw first;
	verifyEscapes(session);
	if (saveError) throw saveError;
	if (requestedBy !== "group") verifyUsed(session, requestedBy);
	if (unplayed === "test") verifyUnplayed(session);
}
function verifyUsed(session, by) {
	const { path, mode, options, policy, fileBefore, requests, coverage } = session;
	if (requests.length > 0 || policy.unmatched === "passthrough" || options.passthrough) return;
	if (fileBefore === "found" && mode !== "record") return;
	const hosts = [...coverage.localHosts];
	if (mayRecord(policy) && hosts.length > 0) {
		const list = hosts.map((host) => `'${host}'`).join(", ");
		throw new CassetteUnusedError(path, hosts, `Nothing was recorded into ${path}: the requests went to this machine (${hosts.join(", ")}), which is recorded only if the option "hosts" names it. Record it: { hosts: [${list}] }.`);
	}
	if (by === "call") return;
	throw new CassetteUnusedError(path, hosts, `Nothing was played from or recorded into ${path}: the test requests a cassette, but sent no request that it could answer. Remove the cassette from this test, or check that the code under test runs in this process and sends a request.`);
}
function verifyEscapes({ escapes, path }) {
	const [first, ...others] = escapes;
	if (first && others.length > 0) throw new AggregateError(escapes, `${escapes.length} requests to hosts of ${path} did not go through MSW.\n\n${first.message}`);
	if (first) throw first;
}
function verifyUnplayed({ unplayed, cassette, path, options, unobserved }) {
	const { onUnplayed = "error" } = options;
	if (onUnplayed === "ignore" || unplayed.length === 0) return;
	const list = unplayed.slice(0, MAX_LISTED).map(({ request, line }) => `  ${line === void 0 ? "" : `line ${line}: `}${request.method} ${shorten(maskUrl(request.url))}`);
	if (unplayed.length > MAX_LISTED) list.push(`  … and ${unplayed.length - MAX_LISTED} more`);
	const message = `${unplayed.length} of ${cassette.interactions.length} interactions of ${path} were never requested:\n${escapeControlCharacters(list.join("\n"))}\n${describeUnobserved(unobserved)}Remove them (in Vitest and Jest, run the tests with -u), or allow them: { onUnplayed: 'ignore' }.`;
	if (onUnplayed === "error") throw new CassetteUnplayedError(path, unplayed.length, message);
	console.warn(`[msw-cassette] ${message}`);
}
function describeUnobserved(unobserved) {
	if (unobserved.size === 0) return "";
	return `The test started ${[...unobserved].join(" and ")}, whose requests can't be intercepted: see docs/escapes.md for workarounds. If it did not send these requests:
`;
}
// src/session/session.ts
var Session = class {
	cassette;
	mode;
	path;
	options;
	policy;
	matcher;
	coverage;
	mismatches = [];
	diagnosis;
	escapes = [];
	unobserved = /* @__PURE__ */ new Set();
	requests = [];
	fileBefore;
	#redactor;
	#player;
	#recordings;
	#end = createUnlimitedController();
	#verified = 0;
	#rewound = 0;
	#failure;
	#requestLog = "on";
	constructor({ loaded, mode, policy, options, saving, modules }) {
		const { cassette, presence, text } = loaded;
		this.cassette = cassette;
		this.mode = mode;
		this.path = nameOf(cassette);
		this.options = options;
		this.policy = policy;
		this.fileBefore = text === void 0 ? presence : "found";
		const redactor = new OnDemand(() => modules.createRedactor(options.redact));
		this.#redactor = redactor;
		this.diagnosis = new OnDemand(modules.loadDiagnosis);
		this.matcher = createRequestMatcher(options.match, {
			request: (request) => redactor.value.request(request),
			headers: (headers) => redactor.value.headers(headers)
		});
		this.#player = new Player(cassette.interactions, ({ request }) => this.matcher.key(request), options.repeat ?? "none", ({ request }) => isTokenExchange(request));
		this.#recordings = createRecordingLog({
			loaded,
			options,
			saving,
			redactor,
			modules
		});
		const reach = mayRecord(this.policy) || mode === "passthrough" ? "all-hosts" : "recorded-hosts";
		const hostFilter = createHostFilter(cassette, this.matcher, options.hosts, reach);
		this.coverage = new Coverage({
			mode,
			options,
			hostFilter,
			closing: this.closing
		});
	}
	get played() {
		return [...this.replayed, ...this.recorded.slice(this.#rewound)];
	}
	get replayed() {
		return this.#player.played;
	}
	get unplayed() {
		return this.#player.unplayed.filter(({ request }) => !this.#isOptional(request));
	}
	get plays() {
		return this.#player.plays;
	}
	get recorded() {
		return this.#recordings.answered;
	}
	get closing() {
		return this.#end.signal;
	}
	claimInOrder(request) {
		if (this.policy.matched !== "replay" || this.#redactor.isLoading) return void 0;
		return claimInOrder(request, this.#searched);
	}
	loadKeys() {
		return this.#redactor.load();
	}
	claimsFor(request) {
		return this.policy.matched === "replay" ? findInteraction(request, this.#searched) : void 0;
	}
	play(claim, request, transport) {
		this.logRequest(request);
		const { timing = "instant" } = this.options;
		const onFailure = (error) => this.setFailure(error);
		return playInteraction({
			claim,
			request,
			timing,
			closing: this.closing,
			transport,
			file: this.path,
			onFailure
		});
	}
	reserve() {
		return this.#recordings.reserve();
	}
	logRequest({ method, url, body }) {
		if (this.#requestLog === "on") this.requests.push({
			method,
			url,
			body
		});
	}
	disableRequestLog() {
		this.#requestLog = "off";
		return this;
	}
	setFailure(error) {
		this.#failure ??= { error };
	}
	countEqual(index) {
		return this.#player.countEqual(index);
	}
	verify(verification = {}) {
		this.#verified = this.mismatches.length;
		this.#recordings.flush();
		if (this.#failure) throw this.#failure.error;
		verifySession(this, {
			...verification,
			saveError: this.#recordings.error
		});
	}
	rewind() {
		this.#player.rewind();
		this.#rewound = this.recorded.length;
		this.mismatches.length = 0;
		this.escapes.length = 0;
		this.unobserved.clear();
		this.requests.length = 0;
		this.coverage.localHosts.clear();
		this.#verified = 0;
		this.#failure = void 0;
	}
	async save() {
		await this.#recordings.save("keep");
	}
	end() {
		this.#end.abort(new CassetteSessionError(`The session of ${this.path} was closed.`));
	}
	async close() {
		if (this.#end.signal.aborted) return;
		this.end();
		try {
			await this.#recordings.save("abort");
		} finally {
			this.#recordings.close();
		}
		await this.options.hooks?.onClose?.({
			played: this.played,
			recorded: this.recorded
		});
	}
	async [Symbol.asyncDispose]() {
		await this.close().catch(() => {});
		for (const { message } of this.mismatches.slice(this.#verified)) console.error(`[msw-cassette] A session ended with a mismatch that nothing verified; call session.verify().\n\n${message}`);
	}
	#isOptional(request) {
		return isTokenExchange(request) || isMcpStream(request) || isTelemetry(request, this.options.telemetry);
	}
	get #searched() {
		return {
			player: this.#player,
			matcher: this.matcher,
			hooks: this.options.hooks
		};
	}
};
// src/open/fetch-session.ts
var SessionWithFetch = class extends Session {
	fetch = createFetch(this);
};
// src/diagnostics/shows-mismatch.ts
function showsMismatch(errors, mismatch) {
	const json = JSON.stringify(mismatch.message).slice(1, -1);
	return errors.some((error) => {
		const text = isMessage(error) ? error.message : "";
		return text.includes(mismatch.message) || text.includes(json);
	});
}
function isMessage(error) {
	return typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";
}
// src/runner/calling-file.ts
function rememberCaller(callee) {
	const error = {};
	Error.captureStackTrace?.(error, callee);
	return { get file() {
		return toPath(/^ {4}at (?:.*\()?(.+?):\d+(?::\d+)?\)?$/m.exec(error.stack ?? "")?.[1]);
	} };
}
function toPath(file) {
	if (file?.startsWith("file:")) return builtin("url")?.fileURLToPath(file);
	return file !== void 0 && /^(?:[/\\]|[A-Za-z]:)/.test(file) ? file : void 0;
}
// src/runner/cassette-usage.ts
function toCassetteUsage(session, file, recordings) {
	const { plays } = session;
	const { interactions } = session.cassette;
	return {
		file: relativePath(file),
		played: plays.flatMap((count, index) => count > 0 ? [index] : []),
		calls: plays.reduce((sum, count) => sum + count, 0),
		before: session.fileBefore,
		total: interactions.length,
		recorded: recordings === "saved" ? session.recorded.length : 0,
		onUnplayed: session.options.onUnplayed ?? "error",
		tokens: interactions.reduce((sum, interaction, index) => sum + countPlayedTokens(interaction, plays[index]), 0)
	};
}
function relativePath(file) {
	const folder = globalThis.process?.cwd?.();
	return (folder !== void 0 && file.startsWith(folder) && /^[\\/]/.test(file.slice(folder.length)) ? file.slice(folder.length + 1) : file).replaceAll("\\", "/");
}
function countPlayedTokens(interaction, count = 0) {
	return count === 0 ? 0 : count * countTokens(interaction);
}
function countTokens({ response }) {
	const text = new TextDecoder().decode(response.body);
	const total = lastNumber(text, /"(?:total_tokens|totalTokenCount|totalTokens)":\s*(\d+)/g);
	if (total > 0) return total;
	return lastNumber(text, /"input_tokens":\s*(\d+)/g) + lastNumber(text, /"output_tokens":\s*(\d+)/g);
}
function lastNumber(text, pattern) {
	return Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
}
// src/runner/judge-at-exit.ts
const slot$2 = globalSlot("judged-at-exit/1");
function judgeAtExit(session) {
	if ((session.options.onUnplayed ?? "error") !== "error") return;
	const uses = slot$2.getOrCreate(listenForExit);
	const { interactions } = session.cassette;
	const use = uses.get(session.path) ?? {
		unplayed: new Set(interactions.keys()),
		lines: /* @__PURE__ */ new Map(),
		recorded: 0
	};
	use.recorded += session.recorded.length;
	for (const [index, count] of session.plays.entries()) if (count > 0) use.unplayed.delete(index);
	for (const [index, { line }] of interactions.entries()) use.lines.set(index, line);
	uses.set(session.path, use);
}
function listenForExit() {
	const uses = /* @__PURE__ */ new Map();
	process.once("exit", () => {
		for (const [path, use] of uses) judge(path, use);
	});
	return uses;
}
function judge(path, { unplayed, lines, recorded }) {
	if (recorded > 0 || unplayed.size === 0) return;
	const list = [...unplayed].map((index) => `  #${index}${lines.get(index) ? ` on line ${lines.get(index)}` : ""}`);
	console.error(`[msw-cassette] ${unplayed.size} of ${lines.size} interactions of ${relativePath(path)} were never requested by the tests of this process:\n${list.join("\n")}\nRemove them, or allow them: { onUnplayed: 'ignore' }.`);
	process.exitCode = 1;
}
// src/runner/report-diagnostic.ts
function reportDiagnostic(args, { path, replayed, unplayed, recorded }, outcome) {
	const [context] = args;
	if (!hasDiagnostic(context)) return;
	const counts = [`${replayed.length} of ${replayed.length + unplayed.length} played`];
	if (recorded.length > 0) counts.push(`${recorded.length} recorded${outcome === "failed" ? " and not saved" : ""}`);
	context.diagnostic(`cassette ${path}: ${counts.join(", ")}`);
}
function hasDiagnostic(context) {
	return typeof context === "object" && context !== null && "diagnostic" in context && "fullName" in context;
}
// src/runner/running-test.ts
const slot$1 = globalSlot("running-test/1");
function runningTest() {
	return slot$1.get()?.get();
}
// src/runner/current-test.ts
function currentTest(contexts, definedIn) {
	for (const context of contexts) {
		const test = fromVitest(context) ?? fromNodeTest(context) ?? fromPlaywright(context) ?? fromMocha(context);
		if (test) return test;
	}
	const running = runningTest() ?? fromExpect();
	if (running) return running;
	for (const context of contexts) {
		const test = fromTitle(context, definedIn);
		if (test) return test;
	}
}
function fromVitest(context) {
	const task = read(context, "task");
	return toTest(read(read(task, "file"), "filepath"), read(task, "fullTestName") ?? read(task, "name"));
}
function fromNodeTest(context) {
	const file = read(context, "filePath") ?? mainScript(context);
	return toTest(typeof file === "string" ? file.replace(/\.[cm]?[jt]s$/, "") : file, read(context, "fullName"));
}
function mainScript(context) {
	return typeof read(context, "diagnostic") === "function" ? globalThis.process?.argv[1] : void 0;
}
function fromPlaywright(info) {
	const titles = read(info, "titlePath");
	return Array.isArray(titles) ? toTest(read(info, "file"), titles.slice(1).join(" > ")) : void 0;
}
function fromMocha(context) {
	const runnable = read(context, "test");
	const test = read(runnable, "type") === "hook" ? read(context, "currentTest") : runnable;
	const titlePath = read(test, "titlePath");
	if (typeof titlePath !== "function") return void 0;
	const titles = titlePath.call(test);
	return Array.isArray(titles) ? toTest(read(test, "file"), titles.join(" > ")) : void 0;
}
function fromTitle(context, definedIn) {
	if (!["plan", "step"].some((method) => typeof read(context, method) === "function")) return void 0;
	const origin = read(context, "origin");
	return toTest(typeof origin === "string" ? toPath(origin) : definedIn?.file, read(context, "title") ?? read(context, "fullname") ?? namesOf(context).join(" > "));
}
function namesOf(context) {
	const parent = read(context, "parent");
	return [...parent ? namesOf(parent) : [], read(context, "name")];
}
function fromExpect() {
	const getState = read(read(globalThis, "expect"), "getState");
	const state = typeof getState === "function" ? getState() : void 0;
	const concurrent = read(state, "currentConcurrentTestName");
	const name = typeof concurrent === "function" ? concurrent() : void 0;
	return toTest(read(state, "testPath"), name ?? read(state, "currentTestName"));
}
function toTest(file, name) {
	return typeof file === "string" && typeof name === "string" ? {
		file,
		name
	} : void 0;
}
function read(value, key) {
	return typeof value === "object" && value !== null || typeof value === "function" ? Reflect.get(value, key) : void 0;
}
// src/runner/report-usage.ts
const slot = globalSlot("usage/1");
function reportUsage(session, args, outcome) {
	const usage = toCassetteUsage(session, session.path, outcome === "passed" ? "saved" : "discarded");
	const running = runningTest();
	if (running) running.report(usage);
	const listener = slot.get();
	const test = running || !listener ? void 0 : currentTest(args);
	if (test) listener?.(usage, test.file, outcome);
}
// src/runner/cassette-path.ts
const CASSETTE_FOLDER = "__cassettes__";
const MAX_NAME_BYTES = 120;
function cassettePath({ file, name: testName }, name = testName) {
	const end = Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\"));
	const separator = file[end] ?? "/";
	return [
		file.slice(0, Math.max(end, 0)),
		CASSETTE_FOLDER,
		file.slice(end + 1),
		`${slug(name)}.yaml`
	].join(separator);
}
function isCassetteName(source) {
	if (source === void 0) return true;
	return typeof source === "string" && source !== "" && !PATH.test(source) && !TEXT.test(source);
}
const PATH = /[/\\]|\.(?:ya?ml|json|har)(?:\.gz)?$/i;
const TEXT = /\n|^\s*[{[](?:\s*["{[]|.*[}\]]\s*$)/;
const WORDS = "[\\p{L}\\p{N}\\p{M}]+";
function slug(name) {
	const text = likeVitest4(name).normalize("NFKC").replace(/\\?['"`’]|\\(?=\\)/g, "").replace(/\\[nrt]/g, " ").toLowerCase().match(new RegExp(WORDS, "gu"))?.join("-") ?? "";
	if (text === "" || RESERVED.test(text)) return `test-${text || hash(name)}`;
	return bytes(text) <= MAX_NAME_BYTES ? text : `${cut(text)}-${hash(name)}`;
}
function likeVitest4(name) {
	return name.replace(/([^…]{39})…(?!['(])/g, (_, value) => {
		const escaped = value.match(/['\\\n\r\t]/g)?.length ?? 0;
		return `${value.slice(0, 37 - escaped)}…`;
	});
}
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
function cut(text) {
	let end = MAX_NAME_BYTES;
	while (bytes(text.slice(0, end)) > MAX_NAME_BYTES) end--;
	return text.slice(0, end).replace(/[\ud800-\udbff]$|-$/, "");
}
function bytes(text) {
	return new TextEncoder().encode(text).length;
}
function hash(text) {
	let value = 2166136261;
	for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
	return (value >>> 0).toString(16).padStart(8, "0");
}
// src/runner/test-source.ts
function testSource(source, contexts, definedIn) {
	if (!isCassetteName(source)) return source;
	const test = currentTest(contexts, definedIn);
	if (test) return cassettePath(test, source);
	throw new CassetteSessionError("withCassette can't detect which test is running: this runner, or test.each, does not pass it on. Give it a path, such as withCassette('fixtures/greeting.yaml', …).");
}
// src/runner/unplayed-verdict.ts
function unplayedVerdict(naming, update = jestUpdateMode()) {
	return environment()["MSW_CASSETTE_RUN_FOLDER"] !== void 0 && (naming === "by-name" || update === "all") ? "report" : "test";
}
function updateModeOf(expectState) {
	const state = Reflect.get(expectState, "snapshotState");
	if (typeof state !== "object" || state === null) return void 0;
	return Reflect.get(state, "snapshotUpdateState") ?? Reflect.get(state, "_updateSnapshot");
}
function jestUpdateMode() {
	const expect = Reflect.get(globalThis, "expect");
	const getState = typeof expect === "function" ? Reflect.get(expect, "getState") : void 0;
	const state = typeof getState === "function" ? getState() : void 0;
	return typeof state === "object" && state !== null ? updateModeOf(state) : void 0;
}
// src/open/test-decorator.ts
const testSessions = globalSlot("test-sessions/1");
function findTestSession(hasEntryPoint) {
	return activeSessions().filter((session) => testSessions.get()?.has(session)).find(hasEntryPoint);
}
function createWithCassette(entry) {
	function wrap(source, options, fn) {
		const definedIn = rememberCaller(withCassette);
		async function wrapped(...args) {
			const session = entry.createSession({
				source: testSource(source, [...args, this], definedIn),
				options,
				saving: "deferred"
			});
			testSessions.getOrCreate(() => /* @__PURE__ */ new WeakSet()).add(session);
			await entry.assertReachable(session);
			let outcome = "failed";
			try {
				const isShared = source !== void 0 && session.path !== "<text>" && hasDiagnostic(args[0]);
				const result = await runTest(session, isShared ? "report" : unplayedVerdict(source === void 0 ? "by-test" : "by-name", runningTest()?.update), () => fn.apply(this, args));
				if (isShared) judgeAtExit(session);
				outcome = "passed";
				return result;
			} finally {
				reportDiagnostic(args, session, outcome);
				reportUsage(session, args, outcome);
			}
		}
		Object.defineProperty(wrapped, "name", { value: fn.name });
		Object.defineProperty(wrapped, "toString", { value: () => fn.toString() });
		return wrapped;
	}
	function decorate(source, options) {
		return (target, context, descriptor) => {
			if (typeof descriptor?.value === "function") return {
				...descriptor,
				value: wrap(source, options, descriptor.value)
			};
			if (isMethod(context)) return wrap(source, options, target);
			throw new CassetteOptionError("fn", "withCassette without a function is a decorator for a method. Give it the test: withCassette(source, options, fn).");
		};
	}
	function withCassette(source, optionsOrFn = {}, fn) {
		if (typeof source === "function") return wrap(void 0, {}, source);
		if (isOptions(source)) return typeof optionsOrFn === "function" ? wrap(void 0, source, optionsOrFn) : decorate(void 0, source);
		if (typeof optionsOrFn === "function") return wrap(source, {}, optionsOrFn);
		return fn ? wrap(source, optionsOrFn, fn) : decorate(source, optionsOrFn);
	}
	return withCassette;
}
function isOptions(source) {
	return typeof source === "object" && source !== null && !Array.isArray(source) && !ArrayBuffer.isView(source) && !isCassette(source) && !("href" in source);
}
function isMethod(context) {
	return typeof context === "object" && context !== null && "kind" in context && context.kind === "method";
}
async function runTest(session, unplayed, test) {
	try {
		const result = await runInScope(session, async () => test());
		session.verify({
			unplayed,
			requestedBy: "test"
		});
		await session.close();
		return result;
	} catch (error) {
		session.end();
		addCause(error, session);
		throw error;
	}
}
function addCause(error, { mismatches }) {
	const chain = chainOf(error);
	const last = chain.at(-1);
	const mismatch = mismatches.find((each) => !showsMismatch(chain, each));
	if (!mismatch || !last || last === mismatch || isAggregate(last, mismatch)) return;
	try {
		last.cause = mismatch;
	} catch {}
}
function chainOf(error) {
	const chain = [];
	for (let each = error; isError(each) && chain.length < 20; each = each.cause) chain.push(each);
	return chain;
}
function isAggregate(error, mismatch) {
	return "errors" in error && Array.isArray(error.errors) && error.errors.includes(mismatch);
}
// src/session/load-text.ts
function loadText(source) {
	if (isCassette(source)) return toLoadedCassette(source);
	if (isCassetteText(source)) return toLoadedCassette(readText(source));
	if (typeof source === "string" || source instanceof URL) throw noFileSystem(source);
	return refuseOption("source", source, "the text of a cassette, or what parseCassette returned");
}
function readText(text) {
	const cassette = readGoVcr2Fast(new TextEncoder().encode(text), "<text>");
	if (cassette) return cassette;
	throw new CassetteFormatError({
		file: "<text>",
		line: 1,
		column: 1
	}, void 0, "Failed to read the cassette <text>: it is not a complete go-vcr version 2 file in the style of its writers. To keep pages small, openCassette reads nothing else here. Parse the text first: openCassette(parseCassette(text)).");
}
// src/open/page-modules.ts
const sessionModules = {
	loadCassette: loadText,
	prepareRecording() {},
	createRedactor: async (options) => (await import("./record.js").then((n) => n.a)).createRedactor(options),
	loadDiagnosis: async () => (await import("./record.js").then((n) => n.c)).diagnose,
	loadRecordingSteps: () => import("./record.js").then((n) => n.t)
};
// src/open/open-fetch-session.ts
function openCassette(source, options = {}) {
	return createFetchSession({
		source,
		options,
		saving: "immediate"
	});
}
const withCassette = /* @__PURE__ */ createWithCassette({
	createSession: createFetchSession,
	assertReachable: async () => {}
});
function currentSession() {
	return findTestSession((session) => "fetch" in session);
}
function createFetchSession(opening) {
	return new SessionWithFetch(prepareSession(opening, sessionModules));
}
export { isSecretHeader as $, CassetteSecretError as $t, selectAtPath as A, isFinalStatus as At, passesThrough as B, decodeUtf8 as Bt, modeSetting as C, toComparableBody as Ct, maskNames as D, endOfString as Dt, runHook as E, parseJson as Et, answerRequest as F, writeJson as Ft, isOwnRequest as G, CassetteExpiredError as Gt, enterScope as H, CassetteMismatchError as Ht, errorAnswer as I, fromBinaryString as It, releasePooledSockets as J, CassetteNotFoundError as Jt, globalSlot as K, CassetteFileError as Kt, excerptOf as L, toBinaryString as Lt, elapsedTime as M, parseStatus as Mt, startTimer as N, parseGoDuration as Nt, toTextMask as O, chunksFitBody as Ot, readRequest as P, writeGoDuration as Pt, secretPatterns as Q, CassetteSaveError as Qt, shorten as R, builtin as Rt, framingOf as S, parseUrlEncoded as St, assertInteraction as T, mediaType as Tt, exitScope as U, CassetteError as Ut, activeSessions as V, isJsonObject as Vt, isInScope as W, CassetteEscapedError as Wt, maskUrl as X, CassetteOptionError as Xt, isError as Y, CassetteOpenEndError as Yt, maskValue$1 as Z, CassetteParseError as Zt, isCassetteText as _, MAX_INFLATED_BYTES as _t, findTestSession as a, isCi as at, checkOptions as b, fromBase64 as bt, reportError as c, matchMethod as ct, encodeReasonPhrase as d, listOf as dt, CassetteSessionError as en, isSecretIfValueLooksSecret as et, fetchUpstream as f, objectOf as ft, isCassette as g, isCompressed as gt, markRecorded as h, readGoVcr2Fast as ht, createWithCassette as i, escapeControlCharacters as in, hasEnvironment as it, currentTime as j, parseChunks as jt, parseJsonPath as k, findHeader as kt, TRAILING_BODY_TIMEOUT_MS as l, matchHeaders as lt, cassetteDefaults as m, refuseOption as mt, openCassette as n, CassetteUnreadableError as nn, isSecretParameter as nt, SessionWithFetch as o, isPage as ot, prepareSession as p, oneOf as pt, activeInterceptors as q, CassetteFormatError as qt, withCassette as r, CassetteUnusedError as rn, environment as rt, describeCause as s, matchUrl as st, currentSession as t, CassetteUnplayedError as tn, isSecretMember as tt, detachTee as u, matchBody as ut, toLoadedCassette as v, inflate as vt, modes as w, escapeRegExp as wt, findFrameEnds as x, toBase64 as xt, noFileSystem as y, isGzip as yt, contentTypeOf as z, nodeBuiltin as zt };
