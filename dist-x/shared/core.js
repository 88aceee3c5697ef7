import { createRequire } from "node:module";
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
// src/format/document/map-reader.ts
var MapReader = class MapReader {
	document;
	path;
	#map;
	constructor(document, value, path) {
		if (!isJsonObject(value)) document.fail(path, `must be a map, and is ${describe$3(value)}`);
		this.document = document;
		this.path = path;
		this.#map = value;
	}
	value(key) {
		return this.#map[key] ?? void 0;
	}
	has(key) {
		return Object.hasOwn(this.#map, key);
	}
	keys() {
		return Object.keys(this.#map).slice(0, 5).map((key) => key.slice(0, 40));
	}
	map(key) {
		return new MapReader(this.document, this.value(key) ?? {}, [...this.path, key]);
	}
	maps(key) {
		const list = this.value(key) ?? [];
		if (!Array.isArray(list)) this.fail(key, `must be a list, and is ${describe$3(list)}`);
		return list.map((item, index) => new MapReader(this.document, item, [
			...this.path,
			key,
			index
		]));
	}
	text(key) {
		const value = this.value(key);
		if (value === void 0 || typeof value === "string") return value;
		if (value instanceof Uint8Array) return decodeUtf8(value) ?? this.fail(key, "must be text, and is bytes that are not UTF-8");
		this.fail(key, `must be text, and is ${describe$3(value)}`);
	}
	requiredText(key) {
		return this.text(key) || this.fail(key, "is missing");
	}
	integer(key) {
		const value = this.value(key);
		if (value === void 0 || typeof value === "number" && Number.isInteger(value)) return value;
		this.fail(key, `must be a whole number, and is ${describe$3(value)}`);
	}
	bytes(key) {
		const value = this.value(key);
		if (value === void 0) return /* @__PURE__ */ new Uint8Array();
		if (typeof value === "string") return new TextEncoder().encode(value);
		if (value instanceof Uint8Array) return new Uint8Array(value);
		this.fail(key, `must be text or !!binary, and is ${describe$3(value)}`);
	}
	headers(key) {
		const map = this.value(key) ?? {};
		if (!isJsonObject(map)) this.fail(key, `must be a map of headers, and is ${describe$3(map)}`);
		return Object.entries(map).flatMap(([name, values]) => this.#header(key, name, values ?? []));
	}
	#header(key, name, values) {
		if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) this.document.fail([
			...this.path,
			key,
			name
		], `is no header: ${JSON.stringify(name)} has characters that no header name has`);
		return (Array.isArray(values) ? values : [values]).map((value, index) => {
			const path = [
				...this.path,
				key,
				name,
				...Array.isArray(values) ? [index] : []
			];
			const text = (value instanceof Uint8Array ? toBinaryString(value) : String(value ?? "")).trim();
			if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) this.document.fail(path, `must be text, and is ${describe$3(value)}`);
			if (/[\r\n\0]/.test(text)) this.document.fail(path, "has a line break, which no header value has");
			return [name, text];
		});
	}
	fail(key, problem) {
		this.document.fail([...this.path, key], problem);
	}
};
function describe$3(value) {
	if (value === void 0 || value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (value instanceof Uint8Array) return "!!binary";
	if (isJsonObject(value)) return "a map";
	return typeof value === "string" ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value);
}
// src/json/write-json.ts
function writeJson(value) {
	if (typeof value === "bigint") return String(value);
	if (Array.isArray(value)) return `[${value.map((item) => writeJson(item ?? null)).join(",")}]`;
	if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
	return `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${writeJson(member ?? null)}`).join(",")}}`;
}
// src/format/document/read-lenient.ts
function readLenientHeaders(reader, key) {
	const value = reader.value(key);
	if (value === void 0) return [];
	const pairs = isJsonObject(value) ? Object.entries(value) : Array.isArray(value) ? listPairs(value) : void 0;
	if (!pairs) reader.fail(key, "must be headers: a map, or a list of pairs");
	return pairs.flatMap(([name, values]) => readHeader(reader, key, String(name), values));
}
function listPairs(list) {
	if (list.every(Array.isArray)) return list.map((pair) => [pair[0], pair[1]]);
	if (list.every(isJsonObject)) return list.map(({ name, value }) => [name, value]);
	if (list.length % 2 !== 0 || typeof list[0] === "object") return void 0;
	return list.flatMap((name, index) => index % 2 === 0 ? [[name, list[index + 1]]] : []);
}
function readHeader(reader, key, name, values) {
	if (name.startsWith(":")) return [];
	if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) reader.fail(key, `has ${JSON.stringify(name)}, with characters that no header name has`);
	return (Array.isArray(values) ? values : [values]).flatMap((value) => {
		const text = value instanceof Uint8Array ? toBinaryString(value) : String(value ?? "");
		if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) reader.fail(key, `has a value of ${name} that is not text`);
		return text.trim().split("\n").map((part) => {
			if (/[\r\0]/.test(part.trim())) reader.fail(key, `has a value of ${name} with a control character, which no header value has`);
			return [name, part.trim()];
		});
	});
}
function readLenientBody(value) {
	if (value === void 0 || value === null) return /* @__PURE__ */ new Uint8Array();
	if (value instanceof Uint8Array) return new Uint8Array(value);
	return new TextEncoder().encode(typeof value === "string" ? value : writeJson(value));
}
function readLenientReason(value) {
	if (value instanceof Uint8Array) return toBinaryString(value).trim();
	return typeof value === "string" ? value.trim() : "";
}
function readLenientMethod(reader, key = "method") {
	return reader.requiredText(key).replace(/^:/, "").toUpperCase();
}
function readLenientStatus(reader, key) {
	const value = reader.value(key) ?? reader.fail(key, "is missing, as in a file that was cut: every recorded response has a status. Restore the file, or add the status");
	const status = typeof value === "string" && /^\d{3}\b/.test(value) ? Number(value.slice(0, 3)) : value;
	if (typeof status !== "number" || !Number.isInteger(status) || status < 200 || status > 599) reader.fail(key, `is ${writeJson(value)}, and a response that can be replayed has a status from 200 to 599`);
	return status;
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
const PART$1 = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;
function parseGoDuration(text) {
	const sign = text.startsWith("-") ? -1 : 1;
	const unsigned = text.replace(/^[-+]/, "");
	if (unsigned === "0") return 0;
	let milliseconds = 0;
	PART$1.lastIndex = 0;
	for (let at = 0; at < unsigned.length; at = PART$1.lastIndex) {
		const part = PART$1.exec(unsigned);
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
// src/format/go-vcr-1.ts
const goVcr1 = {
	name: "go-vcr-1",
	title: "go-vcr version 1",
	detect: (value) => isJsonObject(value) && "interactions" in value && value.version === 1 && hasGoShape(value.interactions),
	parse(document) {
		return new MapReader(document, document.value, []).maps("interactions").map(toInteraction$6);
	}
};
function hasGoShape(interactions) {
	if (interactions === null || Array.isArray(interactions) && interactions.length === 0) return true;
	const first = Array.isArray(interactions) ? interactions[0] : void 0;
	return isJsonObject(first) && isJsonObject(first.request) && "url" in first.request && isJsonObject(first.response);
}
function toInteraction$6(interaction) {
	const line = interaction.document.lineOf(interaction.path);
	const request = interaction.map("request");
	const response = interaction.map("response");
	const status = response.value("status");
	const duration = toDuration$2(response);
	return {
		request: {
			method: readLenientMethod(request),
			url: request.requiredText("url"),
			headers: readLenientHeaders(request, "headers"),
			body: request.bytes("body")
		},
		response: {
			status: readLenientStatus(response, response.value("code") === void 0 ? "status" : "code"),
			statusText: typeof status === "string" ? parseStatus(status).statusText : "",
			headers: readLenientHeaders(response, "headers"),
			body: response.bytes("body"),
			...duration === void 0 ? {} : { duration }
		},
		...line === void 0 ? {} : { line }
	};
}
function toDuration$2(response) {
	const text = response.value("duration");
	return typeof text === "string" ? parseGoDuration(text) : void 0;
}
// src/cassette.ts
function findHeader(headers, name) {
	const lowerName = name.toLowerCase();
	return headers.find(([candidate]) => candidate.toLowerCase() === lowerName)?.[1];
}
function chunksFitBody(chunks, bodyLength) {
	return chunks.reduce((sum, { size }) => sum + size, 0) === bodyLength;
}
// src/format/go-vcr-2/read.ts
function parseGoVcr2(document) {
	const root = new MapReader(document, document.value, []);
	const interactions = root.maps("interactions");
	refuseCut$1(root, interactions.at(-1), document.ending);
	return interactions.map(toInteraction$5);
}
function refuseCut$1(root, last, ending) {
	if (root.value("interactions") === void 0) root.fail("interactions", "is empty: the file was cut. Restore it, or write \"interactions: []\" if there are none");
	if (!last || ending === "line-break" && !isFromWriter(last)) return;
	const response = last.map("response");
	if ([
		"status",
		"code",
		"duration"
	].every((key) => response.value(key) === void 0)) response.fail("code", cutAfter(ending));
}
function isFromWriter(interaction) {
	return ["request", "response"].some((side) => {
		const message = interaction.map(side);
		return [
			"proto",
			"content_length",
			"form"
		].some((key) => message.value(key) !== void 0);
	});
}
function cutAfter(ending) {
	return ending === "open" ? "is missing, and the file ends without a line break: it was cut. Restore it, or add the line break if it is whole" : "is missing, and so are status and duration, which every writer puts last: the file was cut. Restore it, or add them if it is whole";
}
function toInteraction$5(interaction) {
	const line = interaction.document.lineOf(interaction.path);
	const recordedAt = toDate(interaction);
	return {
		request: toRequest$2(interaction.map("request")),
		response: toResponse$4(interaction.map("response")),
		...line === void 0 ? {} : { line },
		...recordedAt === void 0 ? {} : { recordedAt }
	};
}
function toDate(interaction) {
	const text = interaction.text("recorded_at");
	if (!text) return void 0;
	const date = new Date(text);
	if (Number.isNaN(date.getTime())) interaction.fail("recorded_at", `is ${JSON.stringify(text)}, and must be a date such as 2026-11-23T02:11:43Z`);
	return date;
}
function toRequest$2(request) {
	return {
		method: request.requiredText("method").toUpperCase(),
		url: request.requiredText("url"),
		headers: request.headers("headers"),
		body: request.bytes("body")
	};
}
function toResponse$4(response) {
	const body = response.bytes("body");
	const duration = toDuration$1(response, "duration");
	const openAfter = toDuration$1(response, "open_end");
	const chunks = toChunks$1(response, body.length);
	return {
		...toStatus$2(response),
		headers: response.headers("headers"),
		body,
		...duration === void 0 ? {} : { duration },
		...response.value("uncompressed") === true ? { uncompressed: true } : {},
		...chunks === void 0 ? {} : { chunks },
		...openAfter === void 0 ? {} : { openEnd: { after: openAfter } }
	};
}
function toStatus$2(response) {
	const text = response.value("status");
	const code = response.integer("code");
	const parsed = parseStatus(typeof text === "number" ? String(text) : response.text("status"), code);
	if (code === void 0 && parsed.status === 0) {
		if (/^\d/.test(parsed.statusText)) response.fail("status", `is ${parsed.statusText}, and must begin with a code such as 200`);
		return {
			...parsed,
			status: 200
		};
	}
	if (!isFinalStatus(parsed.status)) response.fail("code", `is ${parsed.status}, and a response that can be replayed has a status from 200 to 599`);
	return parsed;
}
function toDuration$1(response, key) {
	const text = response.text(key);
	if (!text) return void 0;
	return parseGoDuration(text) ?? response.fail(key, `is ${JSON.stringify(text)}, and must be a Go duration such as 816.05ms or 1m2.3s`);
}
function toChunks$1(response, bodyLength) {
	const text = response.text("chunks");
	if (!text) return void 0;
	const chunks = parseChunks(text) ?? response.fail("chunks", `is ${JSON.stringify(text)}, and must be a list such as 31@0 45@12.5`);
	return chunksFitBody(chunks, bodyLength) ? chunks : void 0;
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
		const integer = toInteger$2(number);
		return integer === void 0 || Number.isSafeInteger(Number(integer)) ? number : JSON.stringify(BIGINT_PREFIX + integer);
	});
}
function toInteger$2(number) {
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
// src/format/yaml-writer/yaml-text.ts
const MAX_BINARY_LINE = 76;
const MAX_SIMPLE_KEY = 128;
function writeText(text, indent) {
	if (isPlain$1(text)) return text;
	if (UNSAFE.test(text)) return writeEscaped(text);
	if (!text.includes("\n")) return `'${text.replaceAll("'", "''")}'`;
	return isBlock(text) ? writeBlock(text, indent) : writeEscaped(text);
}
function writeKey(text) {
	const key = text.includes("\n") ? writeEscaped(text) : writeText(text, "");
	return key.length > MAX_SIMPLE_KEY ? [`? ${key}`, ":"] : [`${key}:`];
}
function writeBytes(bytes, text, indent) {
	if (text !== void 0) return writeText(text, indent);
	return `!!binary |\n${(toBase64(bytes).match(new RegExp(`.{1,${MAX_BINARY_LINE}}`, "g")) ?? []).map((line) => `${indent}  ${line}`).join("\n")}`;
}
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/;
const MAX_PLAIN$1 = 4096;
function isPlain$1(text) {
	if (text.length > MAX_PLAIN$1) return false;
	if (/^\d{3} [A-Za-z ]*[A-Za-z]$/.test(text)) return true;
	if (!/^[A-Za-z/][\w/.,;=+*?&%@~(): -]*$/.test(text) || /: | -|[: ]$/.test(text)) return false;
	return !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text);
}
function isBlock(text) {
	return /^\S/.test(text) && !/^ +$/m.test(text);
}
function writeBlock(text, indent) {
	const end = countLastLineBreaks(text);
	return `|${end === 0 ? "-" : end === 1 ? "" : "+"}\n${(end === 0 ? text : text.slice(0, -1)).split("\n").map((line) => line === "" ? "" : `${indent}  ${line}`).join("\n")}`;
}
function countLastLineBreaks(text) {
	let at = text.length;
	while (text[at - 1] === "\n") at--;
	return text.length - at;
}
function writeEscaped(text) {
	return JSON.stringify(text).replace(new RegExp(UNSAFE, "g"), toEscape);
}
function toEscape(char) {
	return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
// src/format/yaml-writer/yaml-lists.ts
function groupByName(headers) {
	const groups = /* @__PURE__ */ new Map();
	for (const [name, value] of headers) groups.set(name, [...groups.get(name) ?? [], value]);
	return [...groups].sort(([a], [b]) => a < b ? -1 : 1);
}
function writeLists(key, lists, indent) {
	if (lists.length === 0) return [`${key}: {}`];
	const nested = `${indent}  `;
	return [`${key}:`, ...lists.flatMap(([name, values]) => [...writeKey(name).map((line) => `  ${line}`), ...values.map((value) => `  - ${writeText(value, nested)}`)])];
}
// src/format/go-vcr-2/write.ts
const HEAD = "---\nversion: 2\ninteractions:\n";
const PROTO = [
	"proto: HTTP/1.1",
	"proto_major: 1",
	"proto_minor: 1"
];
function writeGoVcr2(interactions) {
	if (interactions.length === 0) return "---\nversion: 2\ninteractions: []\n";
	return HEAD + interactions.map((interaction, id) => writeInteraction$1(interaction, id)).join("");
}
function writeInteraction$1({ request, response, recordedAt }, id) {
	return [
		`- id: ${id}\n`,
		...recordedAt ? [`  recorded_at: '${recordedAt.toISOString()}'\n`] : [],
		"  request:\n",
		...indent$1(toRequestLines$1(request)),
		"  response:\n",
		...indent$1(toResponseLines$1(response))
	].join("");
}
function toRequestLines$1({ method, url, headers, body }) {
	const parsed = URL.canParse(url) ? new URL(url) : void 0;
	const isForm = mediaType(findHeader(headers, "content-type")) === "application/x-www-form-urlencoded";
	const text = decodeUtf8(body);
	const form = {
		...parsed && parseUrlEncoded(parsed.search),
		...isForm && text ? parseUrlEncoded(text) : {}
	};
	return [
		...PROTO,
		`content_length: ${body.length}`,
		`host: ${writeText(parsed?.host ?? "", INDENT$1)}`,
		...body.length > 0 ? [`body: ${writeBytes(body, text, INDENT$1)}`] : [],
		...Object.keys(form).length > 0 ? writeLists("form", Object.entries(form), INDENT$1) : [],
		...writeLists("headers", groupByName(headers), INDENT$1),
		`url: ${writeText(url, INDENT$1)}`,
		`method: ${writeText(method, INDENT$1)}`
	];
}
function toResponseLines$1({ status, statusText, headers, body, duration, uncompressed, chunks, openEnd }) {
	return [
		...PROTO,
		`content_length: ${chunks || openEnd ? -1 : body.length}`,
		...uncompressed ? ["uncompressed: true"] : [],
		...chunks ? [`chunks: ${writeText(chunks.map(({ size, time }) => `${size}@${round(time)}`).join(" "), INDENT$1)}`] : [],
		...openEnd ? [`open_end: ${writeGoDuration(round(openEnd.after))}`] : [],
		`body: ${writeBytes(body, decodeUtf8(body), INDENT$1)}`,
		...writeLists("headers", groupByName(headers), INDENT$1),
		`status: ${writeText(`${status} ${statusText}`.trim(), INDENT$1)}`,
		`code: ${status}`,
		...duration === void 0 ? [] : [`duration: ${writeGoDuration(duration)}`]
	];
}
const INDENT$1 = "    ";
function indent$1(lines) {
	return lines.map((line) => `${INDENT$1}${line}\n`);
}
function round(milliseconds) {
	return Math.round(milliseconds * 1e3) / 1e3;
}
// src/format/go-vcr-2/go-vcr-2.ts
const goVcr2 = {
	name: "go-vcr-2",
	title: "go-vcr version 2",
	extension: ".yaml",
	withoutResponse: "drop",
	detect: (value) => isJsonObject(value) && value.version === 2 && "interactions" in value,
	parse: parseGoVcr2,
	write: writeGoVcr2
};
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
// src/bytes/hex.ts
function fromHex(text) {
	if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) return void 0;
	return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
}
// src/bytes/concat-bytes.ts
function concatBytes(pieces) {
	const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		bytes.set(piece, at);
		at += piece.length;
	}
	return bytes;
}
// src/format/document/decode-chunks.ts
function decodeChunks(chunks, decode) {
	const pieces = chunks.map((chunk) => typeof chunk === "string" ? decode(chunk) : void 0);
	return pieces.every((piece) => piece !== void 0) ? concatBytes(pieces) : void 0;
}
// src/format/har/read.ts
function parseHar(document) {
	return new MapReader(document, document.value, []).map("log").maps("entries").map(toInteraction$4);
}
const MAX_WAIT = 864e7;
function toInteraction$4(entry) {
	const line = entry.document.lineOf(entry.path);
	const started = entry.value("startedDateTime");
	const recordedAt = new Date(typeof started === "string" ? started : "");
	return {
		request: toRequest$1(entry.map("request")),
		response: toResponse$3(entry),
		...line === void 0 ? {} : { line },
		...recordedAt.getTime() > 0 ? { recordedAt } : {}
	};
}
function toRequest$1(request) {
	const data = request.value("postData");
	const { text, textJSON, params, encoding } = isJsonObject(data) ? data : {};
	const decoded = encoding === "base64" && typeof text === "string" ? fromBase64(text) : void 0;
	return {
		method: readLenientMethod(request),
		url: request.requiredText("url"),
		headers: readLenientHeaders(request, "headers"),
		body: decoded ?? readLenientBody(text || (textJSON ?? toForm(params)))
	};
}
function toForm(params) {
	if (!Array.isArray(params) || params.length === 0) return void 0;
	return new URLSearchParams(params.flatMap((param) => isJsonObject(param) ? [[String(param.name), String(param.value ?? "")]] : [])).toString();
}
function toResponse$3(entry) {
	const response = entry.map("response");
	const status = toStatus$1(response);
	const headers = readLenientHeaders(response, "headers");
	const wait = isJsonObject(entry.value("timings")) ? entry.map("timings").value("wait") : void 0;
	return {
		status,
		statusText: readLenientReason(response.value("statusText")),
		headers,
		body: toBody$3(response.map("content"), headers),
		...typeof wait === "number" && wait >= 0 && wait < MAX_WAIT ? { duration: Math.round(wait * 1e6) / 1e6 } : {}
	};
}
function toStatus$1(response) {
	const isNull = response.has("status") && response.document.ending !== "open";
	const status = response.integer("status") ?? (isNull ? 0 : response.fail("status", "is missing, as in a file that was cut: every recorded response has a status. Restore the file, or add the status"));
	if (status !== 0 && (status < 100 || status > 599)) response.fail("status", `is ${status}, and must be 0 or from 100 to 599`);
	return status;
}
function toBody$3(content, headers) {
	const text = content.value("text");
	if (typeof text !== "string") return readLenientBody(text);
	if (content.value("encoding") === "base64") return decodeChunks(parseList(text) ?? [text], fromBase64) ?? content.fail("text", "must be base64, as \"encoding\" says, and is not");
	if (content.value("_isBinary") === true) return decodeChunks(parseList(text) ?? [text], fromHex) ?? readLenientBody(text);
	const encoding = findHeader(headers, "content-encoding");
	return encoding && joinCompressed(parseList(text) ?? [], encoding) || readLenientBody(text);
}
function joinCompressed(chunks, encoding) {
	return [decodeChunks(chunks, fromHex), decodeChunks(chunks, fromBase64)].find((body) => body && canInflate(body, encoding));
}
function canInflate(body, encoding) {
	if (isGzip(body)) return true;
	try {
		return inflate(body, encoding).length > 0;
	} catch {
		return false;
	}
}
function parseList(text) {
	if (!text.startsWith("[")) return void 0;
	try {
		const value = JSON.parse(text);
		return Array.isArray(value) ? value : void 0;
	} catch {
		return;
	}
}
// src/body/is-compressed.ts
function isCompressed({ body, headers }) {
	const encoding = findHeader(headers, "content-encoding")?.trim().toLowerCase();
	if (!encoding || encoding === "identity") return false;
	if (/^(?:x-)?gzip$/.test(encoding)) return isGzip(body);
	return decodeUtf8(body) === void 0;
}
// src/version.ts
const version = "0.1.0";
// src/format/wire-headers.ts
function toWireHeaders({ request, response }) {
	const { body, headers } = response;
	const compressed = isCompressed(response);
	return headers.filter(([name, value]) => {
		switch (name.toLowerCase()) {
			case "content-encoding": return compressed;
			case "content-length": return request.method === "HEAD" || Number(value) === body.length;
			default: return true;
		}
	});
}
// src/format/har/write.ts
const UNKNOWN_DATE = /* @__PURE__ */ new Date(0);
function writeHar(interactions) {
	const log = {
		version: "1.2",
		creator: {
			name: "msw-cassette",
			version
		},
		entries: interactions.map(toEntry)
	};
	return `${JSON.stringify({ log }, void 0, 2)}\n`;
}
function toEntry(interaction) {
	const { request, response, recordedAt = UNKNOWN_DATE } = interaction;
	const { duration: wait = 0, chunks } = response;
	const receive = chunks?.at(-1)?.time ?? 0;
	return {
		startedDateTime: recordedAt.toISOString(),
		time: wait + receive,
		request: toRequest(request),
		response: toResponse$2(response, toWireHeaders(interaction)),
		cache: {},
		timings: {
			send: 0,
			wait,
			receive
		}
	};
}
function toRequest({ method, url, headers, body }) {
	const query = URL.canParse(url) ? [...new URL(url).searchParams] : [];
	const mimeType = findHeader(headers, "content-type") ?? "";
	return {
		method,
		url,
		httpVersion: "HTTP/1.1",
		cookies: [],
		headers: headers.map(toNameAndValue),
		queryString: query.map(toNameAndValue),
		...body.length > 0 ? { postData: {
			mimeType,
			params: [],
			...toText$2(body)
		} } : {},
		headersSize: -1,
		bodySize: body.length
	};
}
function toResponse$2(response, headers) {
	const { status, statusText, body } = response;
	const mimeType = findHeader(headers, "content-type") ?? "";
	const text = isCompressed(response) ? toChunkList(body) : toText$2(body);
	return {
		status,
		statusText,
		httpVersion: "HTTP/1.1",
		cookies: [],
		headers: headers.map(toNameAndValue),
		content: {
			size: body.length,
			mimeType,
			...body.length > 0 ? text : {}
		},
		redirectURL: findHeader(headers, "location") ?? "",
		headersSize: -1,
		bodySize: body.length
	};
}
function toNameAndValue([name, value]) {
	return {
		name,
		value
	};
}
function toText$2(body) {
	const text = decodeUtf8(body);
	return text === void 0 ? {
		text: toBase64(body),
		encoding: "base64"
	} : { text };
}
function toChunkList(body) {
	return {
		text: JSON.stringify([toBase64(body)]),
		encoding: "base64"
	};
}
// src/format/har/har.ts
const har = {
	name: "har",
	title: "HAR",
	extension: ".har",
	withoutResponse: "keep",
	detect: (value) => isJsonObject(value) && isJsonObject(value.log) && "entries" in value.log,
	parse: parseHar,
	write: writeHar
};
// src/format/nock.ts
const nock = {
	name: "nock",
	title: "nock",
	detect: (value) => Array.isArray(value) && value.every((item) => isJsonObject(item) && "scope" in item && "path" in item),
	parse(document) {
		return (Array.isArray(document.value) ? document.value : []).map((item, index) => toInteraction$3(new MapReader(document, item, [index])));
	}
};
function toInteraction$3(item) {
	const line = item.document.lineOf(item.path);
	const headers = readLenientHeaders(item, item.value("rawHeaders") === void 0 ? "headers" : "rawHeaders");
	return {
		request: {
			method: readLenientMethod(item),
			url: `${item.requiredText("scope")}${item.requiredText("path")}`,
			headers: readLenientHeaders(item, "reqheaders"),
			body: readLenientBody(item.value("body"))
		},
		response: {
			status: toStatus(item),
			statusText: "",
			headers,
			body: toBody$2(item, headers)
		},
		...line === void 0 ? {} : { line }
	};
}
function toStatus(item) {
	const key = ["status", "reply"].find((name) => item.value(name) !== void 0);
	return key === void 0 ? 200 : readLenientStatus(item, key);
}
function toBody$2(item, headers) {
	const response = item.value("response");
	const chunks = Array.isArray(response) ? response : [response];
	if (item.value("responseIsBinary") === true && response !== void 0) return decodeChunks(chunks, fromHex) ?? item.fail("response", "must be hexadecimal digits, as \"responseIsBinary\" says, and is not");
	if (findHeader(headers, "content-encoding") === void 0) return readLenientBody(response);
	const body = decodeChunks(chunks, fromHex);
	return body && (Array.isArray(response) || isGzip(body)) ? body : readLenientBody(response);
}
// src/format/ruby-vcr.ts
const rubyVcr = {
	name: "ruby-vcr",
	title: "Ruby VCR",
	detect: (value) => isJsonObject(value) ? "http_interactions" in value : Array.isArray(value) && value.length > 0 && value.every(isOfVersion1),
	parse(document) {
		const isVersion1 = Array.isArray(document.value);
		const root = new MapReader(document, isVersion1 ? { http_interactions: document.value } : document.value, []);
		const interactions = root.maps("http_interactions");
		if (!isVersion1) refuseCut(root, interactions.at(-1));
		return interactions.map((interaction, index) => toInteraction$2(interaction, isVersion1 ? [index] : interaction.path));
	}
};
function refuseCut(root, last) {
	if (!last || last.has("recorded_at") || root.has("recorded_with")) return;
	last.fail("recorded_at", "is missing, and so is recorded_with: the file was cut. Restore it, or add one of them if it is whole");
}
function isOfVersion1(item) {
	return isJsonObject(item) && isJsonObject(item.request) && "uri" in item.request && isJsonObject(item.response);
}
function toInteraction$2(interaction, path) {
	const line = interaction.document.lineOf(path);
	const request = interaction.map("request");
	const response = interaction.map("response");
	const status = response.map("status");
	const message = status.value("message");
	const recordedAt = new Date(interaction.text("recorded_at") ?? "");
	return {
		request: {
			method: readLenientMethod(request),
			url: request.requiredText("uri"),
			headers: readLenientHeaders(request, "headers"),
			body: toBody$1(request)
		},
		response: {
			status: readLenientStatus(status, "code"),
			statusText: readLenientReason(message),
			headers: readLenientHeaders(response, "headers"),
			body: toBody$1(response)
		},
		...line === void 0 ? {} : { line },
		...Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }
	};
}
function toBody$1(message) {
	const body = message.value("body");
	if (!isJsonObject(body)) return readLenientBody(body);
	if (body.base64_string === void 0 || body.base64_string === null) return readLenientBody(body.string);
	return fromBase64(String(body.base64_string)) ?? message.map("body").fail("base64_string", "must be base64, and is not");
}
// src/format/single-exchange.ts
const singleExchange = {
	name: "single-exchange",
	title: "Datadog test agent or msw-snapshot",
	detect: (value) => isJsonObject(value) && isJsonObject(value.request) && "url" in value.request && isJsonObject(value.response),
	parse(document) {
		return [toInteraction$1(new MapReader(document, document.value, []))];
	}
};
function toInteraction$1(exchange) {
	const request = exchange.map("request");
	const response = exchange.map("response");
	const status = isJsonObject(response.value("status")) ? response.map("status") : void 0;
	const message = status ? status.value("message") : response.value("statusText");
	return {
		request: {
			method: readLenientMethod(request),
			url: request.requiredText("url"),
			headers: readLenientHeaders(request, "headers"),
			body: toBody(request)
		},
		response: {
			status: status ? readLenientStatus(status, "code") : readLenientStatus(response, "status"),
			statusText: readLenientReason(message),
			headers: readLenientHeaders(response, "headers"),
			body: toBody(response)
		}
	};
}
function toBody(message) {
	const body = message.value("body");
	const encoded = typeof body === "string" && body.startsWith("base64:") ? body.slice(7) : void 0;
	return (encoded === void 0 ? void 0 : fromBase64(encoded)) ?? readLenientBody(body);
}
// src/format/undici.ts
const undici = {
	name: "undici",
	title: "undici SnapshotAgent",
	detect: (value) => Array.isArray(value) && value.length > 0 && value.every((item) => isJsonObject(item) && isJsonObject(item.snapshot)),
	parse(document) {
		return (Array.isArray(document.value) ? document.value : []).flatMap((item, index) => toInteractions(new MapReader(document, item, [index]).map("snapshot")));
	}
};
function toInteractions(snapshot) {
	const request = snapshot.map("request");
	const line = snapshot.document.lineOf(snapshot.path);
	const recordedAt = new Date(snapshot.text("timestamp") ?? "");
	return (snapshot.value("responses") === void 0 ? [snapshot.map("response")] : snapshot.maps("responses")).map((response) => ({
		request: {
			method: readLenientMethod(request),
			url: request.requiredText("url"),
			headers: readLenientHeaders(request, "headers"),
			body: readLenientBody(request.value("body"))
		},
		response: {
			status: readLenientStatus(response, "statusCode"),
			statusText: "",
			headers: readLenientHeaders(response, "headers"),
			body: fromBase64(response.text("body") ?? "") ?? response.fail("body", "must be base64, and is not")
		},
		...line === void 0 ? {} : { line },
		...Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }
	}));
}
// src/format/vcrpy/read.ts
function isVcrpy(value) {
	return isJsonObject(value) && (hasUris(value.interactions) || isParallel(value));
}
function parseVcrpy(document) {
	const root = new MapReader(document, document.value, []);
	return (isJsonObject(document.value) && isParallel(document.value) ? pairLists(root) : pairInteractions(root)).map(toInteraction);
}
function hasUris(interactions) {
	const first = Array.isArray(interactions) ? interactions[0] : void 0;
	return isJsonObject(first) && isJsonObject(first.request) && "uri" in first.request && isJsonObject(first.response);
}
function isParallel(value) {
	return Array.isArray(value.requests) && Array.isArray(value.responses);
}
function pairInteractions(root) {
	return root.maps("interactions").map((interaction) => {
		if (interaction.value("request") === void 0) interaction.fail("request", `is missing: this is no HTTP exchange, and has ${interaction.keys().join(", ")}`);
		return {
			owner: interaction,
			request: interaction.map("request"),
			response: interaction.map("response")
		};
	});
}
function pairLists(root) {
	const requests = root.maps("requests");
	const responses = root.maps("responses");
	if (requests.length !== responses.length) root.fail("responses", `has ${responses.length} items, and requests has ${requests.length}`);
	return requests.flatMap((request, index) => {
		const response = responses[index];
		return response ? [{
			owner: request,
			request,
			response
		}] : [];
	});
}
function toInteraction({ owner, request, response }) {
	const line = owner.document.lineOf(owner.path);
	return {
		request: {
			method: readLenientMethod(request),
			url: request.requiredText("uri"),
			headers: readLenientHeaders(request, "headers"),
			body: parsedBody(request) ?? readLenientBody(request.value("body"))
		},
		response: toResponse$1(response),
		...line === void 0 ? {} : { line }
	};
}
function toResponse$1(response) {
	const statusFields = isJsonObject(response.value("status")) ? response.map("status") : void 0;
	const message = statusFields?.value("message") ?? response.value("reason");
	return {
		status: statusFields ? readLenientStatus(statusFields, "code") : readLenientStatus(response, response.value("status_code") === void 0 ? "status" : "status_code"),
		statusText: readLenientReason(message),
		headers: readLenientHeaders(response, "headers"),
		body: parsedBody(response) ?? readLenientBody(responseBody(response))
	};
}
function parsedBody(message) {
	const parsed = message.value("parsed_body");
	return parsed === void 0 ? void 0 : readLenientBody(typeof parsed === "string" ? writeJson(parsed) : parsed);
}
function responseBody(response) {
	const body = response.value("body");
	if (!isJsonObject(body)) return body ?? response.value("content");
	return "string" in body || "base64_string" in body || Object.keys(body).length === 0 ? body.string : body;
}
// src/format/vcrpy/write.ts
function writeVcrpy(interactions) {
	if (interactions.length === 0) return "interactions: []\nversion: 1\n";
	return `interactions:\n${interactions.map(writeInteraction).join("")}version: 1\n`;
}
const INDENT = "    ";
function writeInteraction(interaction) {
	return [
		"- request:\n",
		...indent(toRequestLines(interaction.request)),
		"  response:\n",
		...indent(toResponseLines(interaction))
	].join("");
}
function toRequestLines({ method, url, headers, body }) {
	return [
		`body: ${body.length > 0 ? writeBytes(body, decodeUtf8(body), INDENT) : "null"}`,
		...writeLists("headers", groupByName(headers), INDENT),
		`method: ${writeText(method, INDENT)}`,
		`uri: ${writeText(url, INDENT)}`
	];
}
function toResponseLines(interaction) {
	const { status, statusText, body } = interaction.response;
	return [
		"body:",
		`  string: ${writeBytes(body, decodeUtf8(body), `${INDENT}  `)}`,
		...writeLists("headers", groupByName(toWireHeaders(interaction)), INDENT),
		"status:",
		`  code: ${status}`,
		`  message: ${writeText(statusText, `${INDENT}  `)}`
	];
}
function indent(lines) {
	return lines.map((line) => `${INDENT}${line}\n`);
}
// src/format/formats.ts
const formats = [
	goVcr2,
	{
		name: "vcrpy",
		title: "VCR.py",
		extension: ".yaml",
		withoutResponse: "drop",
		detect: isVcrpy,
		parse: parseVcrpy,
		write: writeVcrpy
	},
	goVcr1,
	rubyVcr,
	har,
	nock,
	undici,
	singleExchange
];
const writableFormats = new Map(formats.filter((format) => "write" in format).map((format) => [format.name, format]));
// src/format/cassette-formats.ts
const cassetteFormats = formats.map((format) => ({
	name: format.name,
	title: format.title,
	access: "write" in format ? "read-write" : "read-only"
}));
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
function skipBlock$1(lines) {
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
	return first === PIPE || first === BANG ? skipBlock$1(lines) : readLineScalar(lines);
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
function readText(lines) {
	return scalarText(lines.view, readScalar(lines));
}
function readInteger(lines) {
	const { line } = lines;
	line.integer ??= toInteger$1(lines);
	lines.next();
	return line.integer;
}
function toInteger$1({ bytes, value, end }) {
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
				method = readText(lines);
				return;
			case "url":
				url = readText(lines);
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
				status = readText(lines);
				return;
			case "code":
				code = readInteger(lines);
				return;
			case "duration":
				duration = toDuration(readText(lines));
				return;
			case "uncompressed":
				uncompressed = readFlag(lines);
				return;
			case "chunks":
				chunks = toChunks(readText(lines));
				return;
			case "open_end":
				openAfter = toDuration(readText(lines));
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
	const date = new Date(readText(lines) || bail());
	return Number.isNaN(date.getTime()) ? bail() : date;
}
const LINE_BREAK = 10;
const CARRIAGE_RETURN = 13;
const NUL = 0;
// src/format/document/locate-offset.ts
function locateOffset(text, offset) {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", start)) {
		line++;
		start = end + 1;
	}
	return {
		line,
		column: offset - start + 1
	};
}
// src/format/document/decode-text.ts
function decodeText(bytes, file) {
	const foreign = detectForeignEncoding(bytes);
	if (foreign) throw new CassetteParseError({
		file,
		line: 1,
		column: 1
	}, `Failed to read the cassette ${file}: it is ${foreign}. Cassettes are UTF-8 text.`);
	const text = decodeUtf8(bytes, "remove") ?? refuseBytes(bytes, file);
	const nul = text.indexOf("\0");
	if (nul !== -1) {
		const { line, column } = locateOffset(text, nul);
		throw new CassetteParseError({
			file,
			line,
			column
		}, `Failed to read the cassette ${file}:${line}:${column}: there is a NUL character. This is a binary file, or one cut and filled up with zeros.`);
	}
	return text;
}
function detectForeignEncoding(bytes) {
	const [a, b] = bytes;
	if (a === 255 && b === 254 || a === 254 && b === 255) return "UTF-16";
}
function refuseBytes(bytes, file) {
	const lossy = new TextDecoder().decode(bytes);
	const bom = bytes[0] === 239 && bytes[1] === 187 ? 3 : 0;
	const reencoded = new TextEncoder().encode(lossy);
	let offset = 0;
	while (reencoded[offset] === bytes[offset + bom]) offset++;
	const { line, column } = locateOffset(lossy, new TextDecoder().decode(reencoded.subarray(0, offset)).length);
	const byte = (bytes[offset + bom] ?? 0).toString(16).padStart(2, "0");
	throw new CassetteParseError({
		file,
		line,
		column
	}, `Failed to read the cassette ${file}:${line}:${column}: the byte 0x${byte} is not UTF-8. Cassettes are UTF-8 text; binary bodies are !!binary.`);
}
// src/platform/yaml-node.ts
let yaml;
function loadYaml() {
	yaml ??= createRequire(import.meta.url)("yaml");
	return yaml;
}
// src/json/json-offset.ts
function jsonOffset(text, path) {
	let offset = skipSpace(text, 0);
	for (const step of path) {
		const next = findMember(text, offset, step);
		if (next === void 0) break;
		offset = next;
	}
	return offset;
}
function findMember(text, offset, step) {
	const isObject = text[offset] === "{";
	if (!isObject && text[offset] !== "[") return void 0;
	let at = skipSpace(text, offset + 1);
	for (let index = 0; at < text.length && text[at] !== "}" && text[at] !== "]"; index++) {
		const end = isObject ? endOfString(text, at) : at;
		const value = isObject ? skipSpace(text, skipSpace(text, end) + 1) : at;
		if (isObject ? JSON.parse(text.slice(at, end)) === step : index === step) return value;
		at = skipSpace(text, skipValue(text, value));
		if (text[at] === ",") at = skipSpace(text, at + 1);
	}
}
function skipValue(text, offset) {
	const first = text[offset];
	if (first === "\"") return endOfString(text, offset);
	if (first === "{" || first === "[") return skipContainer(text, offset);
	let at = offset;
	while (at < text.length && text[at] !== "," && text[at] !== "}" && text[at] !== "]") at++;
	return at;
}
function skipContainer(text, offset) {
	let depth = 0;
	for (let at = offset; at < text.length; at++) {
		const char = text[at];
		if (char === "\"") at = endOfString(text, at) - 1;
		else if (char === "{" || char === "[") depth++;
		else if (char === "}" || char === "]") depth--;
		if (depth === 0) return at + 1;
	}
	return text.length;
}
function skipSpace(text, offset) {
	let at = offset;
	while (/^[ \t\r\n]$/.test(text[at] ?? "")) at++;
	return at;
}
// src/format/document/caret-frame.ts
const WIDTH$1 = 80;
function caretFrame(text, place) {
	const source = lineAt(text, place.line);
	const start = Math.max(0, Math.min(place.column - 1 - WIDTH$1 / 2, source.length - WIDTH$1));
	return `  ${source.slice(start, start + WIDTH$1).replace(UNPRINTABLE, "·")}\n  ${" ".repeat(Math.max(0, place.column - 1 - start))}^`;
}
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f]/g;
function lineAt(text, line) {
	let start = 0;
	for (let n = 1; n < line; n++) {
		const end = text.indexOf("\n", start);
		if (end === -1) return "";
		start = end + 1;
	}
	const end = text.indexOf("\n", start);
	return text.slice(start, end === -1 ? text.length : end);
}
// src/format/document/cassette-tags.ts
function cassetteTags(tags) {
	return [
		...tags.map(narrow),
		binary("tag:yaml.org,2002:binary"),
		binary("!binary"),
		pythonText
	];
}
function narrow(tag) {
	if (typeof tag !== "object" || "collection" in tag) return tag;
	switch (`${tag.tag} ${tag.format ?? ""}`) {
		case "tag:yaml.org,2002:int ": return {
			...tag,
			test: /^[-+]?(?:0|[1-9]\d*)$/,
			resolve: toInteger
		};
		case "tag:yaml.org,2002:int OCT": return {
			...tag,
			test: /^(?!)/
		};
		case "tag:yaml.org,2002:float EXP": return {
			...tag,
			test: /^[-+]?(?:\.\d+[eE][-+]?|\d+\.\d*[eE][-+]?|\d+[eE][-+])\d+$/
		};
		default: return tag;
	}
}
function toInteger(text) {
	const number = Number(text);
	return Number.isSafeInteger(number) ? number : BigInt(text.replace(/^\+/, ""));
}
function binary(tag) {
	return {
		tag,
		resolve(text, onError) {
			const base64 = text.replace(/\s/g, "");
			const bytes = base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? fromBase64(base64) : void 0;
			if (bytes) return bytes;
			onError(`${tag.startsWith("!") ? tag : "!!binary"} must be base64`);
			return text;
		}
	};
}
const pythonText = {
	tag: "tag:yaml.org,2002:python/unicode",
	resolve: (text) => text
};
// src/format/document/key-counter.ts
const MARKS = {
	document: "",
	scalar: ""
};
var KeyCounter = class {
	#blocks = /* @__PURE__ */ new Map();
	#flows = [];
	#column = 0;
	#first;
	add(token) {
		if (token === MARKS.document || token === MARKS.scalar) return 0;
		const column = this.#column;
		this.#column = token.endsWith("\n") ? 0 : column + token.length;
		if (token.endsWith("\n")) this.#first = void 0;
		else if (!/^(?:\s+|-)$/.test(token)) this.#first ??= column;
		switch (token) {
			case "{":
			case "[":
				this.#flows.push(token === "{" ? 0 : Number.NEGATIVE_INFINITY);
				return 0;
			case "-":
				this.#close(column);
				return 0;
			case "}":
			case "]":
				this.#flows.pop();
				return 0;
			case ",": return this.#countFlow();
			case ":": return this.#flows.length > 0 ? 0 : this.#countBlock(this.#first ?? column);
			default: return 0;
		}
	}
	#countFlow() {
		const count = (this.#flows.pop() ?? 0) + 1;
		this.#flows.push(count);
		return count;
	}
	#close(column) {
		for (const deeper of this.#blocks.keys()) if (deeper > column) this.#blocks.delete(deeper);
	}
	#countBlock(column) {
		this.#close(column);
		const count = (this.#blocks.get(column) ?? 0) + 1;
		this.#blocks.set(column, count);
		return count;
	}
};
// src/format/document/limits.ts
const MAX_VALUES = 8e6;
const MAX_LENGTH = 33554432;
const MAX_TOKENS = 1e6;
const MAX_KEYS = 1e4;
const MAX_ALIASES = 1e3;
const MIN_COUNTED_LENGTH = 25e4;
function findYamlLimitViolation(text) {
	if (text.length > MAX_LENGTH) return `it has ${text.length} characters, and a YAML file in this style can have at most ${MAX_LENGTH}`;
	if (text.length < MIN_COUNTED_LENGTH && !hasManyStars(text)) return void 0;
	let tokens = 0;
	let aliases = 0;
	const keys = new KeyCounter();
	for (const token of new (loadYaml()).Lexer().lex(text)) {
		if (++tokens > MAX_TOKENS) return `it has more than ${MAX_TOKENS} parts, which is more than any cassette has`;
		if (keys.add(token) > MAX_KEYS) return `it has a map of more than ${MAX_KEYS} keys, which no cassette has`;
		if (token.startsWith("*") && ++aliases > MAX_ALIASES) return `it has more than ${MAX_ALIASES} aliases, and cassettes have none`;
	}
}
function findJsonLimitViolation(text) {
	if (text.length < MAX_VALUES) return void 0;
	let values = 0;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === "\"") at = endOfString(text, at) - 1;
		else if ((char === "," || char === "[" || char === "{") && ++values > MAX_VALUES) return `it has more than ${MAX_VALUES} values, which is more than any cassette has`;
	}
}
function hasManyStars(text) {
	let stars = 0;
	for (const _ of text.matchAll(/(?:^|[\s,[{?:-])\*/g)) if (++stars > MAX_ALIASES) return true;
	return false;
}
// src/format/document/repair-quoted-indent.ts
function repairQuotedIndent(text) {
	const lines = text.split("\n");
	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? "";
		const [, before = "", quote] = /^( *(?:- +)*(?:(?:[\w.-]+|'[^']*'|"[^"]*") *: +)?(?:!\S* +)?)(['"|>])/.exec(line) ?? [];
		const indent = before.search(/[^ -]/) === -1 ? before.length : before.search(/[^ -]/);
		if (quote === "|" || quote === ">") index = skipBlock(lines, index, indent);
		else if (quote === "'" || quote === "\"") index = indentUntil(lines, index, before.length + 1, quote, indent);
	}
	return lines.join("\n");
}
function skipBlock(lines, start, indent) {
	let index = start;
	while (index + 1 < lines.length && /^\s*$|^ /.test(lines[index + 1] ?? "") && isDeeper(lines[index + 1] ?? "", indent)) index++;
	return index;
}
function isDeeper(line, indent) {
	const own = line.search(/\S/);
	return own === -1 || own > indent;
}
function indentUntil(lines, start, from, quote, indent) {
	let at = from;
	for (let end = start; end < lines.length; end++, at = 0) {
		if (!closes(lines[end] ?? "", at, quote)) continue;
		for (let index = start + 1; index <= end; index++) {
			const line = lines[index] ?? "";
			if (line !== "" && !isDeeper(line, indent)) lines[index] = " ".repeat(indent + 1) + line;
		}
		return end;
	}
	return start;
}
function closes(line, from, quote) {
	for (let at = from; at < line.length; at++) if (quote === "\"" && line[at] === "\\") at++;
	else if (line[at] !== quote) continue;
	else if (quote === "'" && line[at + 1] === "'") at++;
	else return true;
	return false;
}
// src/format/document/repeated-keys.ts
function findRepeatedKeys(document) {
	const { isScalar, visit } = loadYaml();
	const offsets = [];
	visit(document, { Map(_key, { items }) {
		const seen = /* @__PURE__ */ new Set();
		for (const { key } of items) {
			if (!isScalar(key)) continue;
			if (seen.has(key.value) && key.range) offsets.push(key.range[0]);
			seen.add(key.value);
		}
	} });
	return offsets.sort((a, b) => a - b);
}
// src/format/document/stringify-keys.ts
function stringifyKeys(document) {
	const yaml = loadYaml();
	yaml.visit(document, { Pair(_index, pair) {
		const name = toName(pair.key);
		if (name === void 0) return;
		const key = new yaml.Scalar(name);
		const { range, anchor } = pair.key;
		if (range) key.range = range;
		if (anchor) key.anchor = anchor;
		pair.key = key;
	} });
}
function toName(key) {
	const { isMap, isScalar, isSeq } = loadYaml();
	if (isScalar(key)) return key.value instanceof Uint8Array ? toBinaryString(key.value) : void 0;
	if (isMap(key)) return toName(key.get("args", true));
	const argument = isSeq(key) && key.items.length === 1 ? key.items[0] : void 0;
	return isScalar(argument) ? toName(argument) ?? String(argument.value) : void 0;
}
// src/format/document/source-document.ts
const MAX_LINE_LENGTH = 33554432;
const MAX_FLOW_LENGTH = 16384;
function parseSource(text, file) {
	refuseShapeless(text, file);
	if (/^\s*[{[]/.test(text)) {
		const excess = findJsonLimitViolation(text);
		if (excess) refuse$1(text, file, 0, excess);
		const json = parseJson(text);
		if (json !== void 0) return createDocument(text, file, json, void 0);
		if (text.length > MAX_FLOW_LENGTH) refuse$1(text, file, 1, "this begins as JSON, but is not valid JSON or is nested too deeply");
	}
	const excess = findYamlLimitViolation(text);
	if (excess) refuse$1(text, file, 0, excess);
	const yaml = parseYaml(text, file);
	if (/!binary|!!python\/object/.test(text)) stringifyKeys(yaml.document);
	refuseCutScalar(text, file, yaml.document);
	return createDocument(text, file, toValue(text, file, yaml.document), yaml);
}
function refuseShapeless(text, file) {
	if (!/[^\s]/.test(text)) throw new CassetteParseError({
		file,
		line: 1,
		column: 1
	}, `Failed to read the cassette ${file}: the file is empty. A cassette without interactions has "version: 2" and "interactions: []".`);
	for (let start = 0; start < text.length;) {
		const end = text.indexOf("\n", start);
		const length = (end === -1 ? text.length : end) - start;
		if (length > MAX_LINE_LENGTH) refuse$1(text, file, start, `this line has ${length} characters, and no cassette has a line over ${MAX_LINE_LENGTH}`);
		if (end === -1) break;
		start = end + 1;
	}
	if (!/^(?:[-{[ ]|[\w"'.?!][^\n]*:)/m.test(text.slice(0, 65536))) refuse$1(text, file, 0, "this is neither a YAML map nor JSON");
}
function parseYaml(text, file) {
	const { LineCounter, parseDocument } = loadYaml();
	const lines = new LineCounter();
	const options = {
		logLevel: "error",
		prettyErrors: false,
		uniqueKeys: false,
		customTags: cassetteTags
	};
	let document;
	try {
		document = parseDocument(text, {
			...options,
			lineCounter: lines
		});
		if (document.errors.some(({ code }) => code === "MISSING_CHAR")) {
			if (parseDocument(repairQuotedIndent(text), options).errors.length === 0) return parseYaml(repairQuotedIndent(text), file);
		}
	} catch (cause) {
		refuse$1(text, file, 0, cause instanceof RangeError ? "it is nested too deeply" : String(cause), cause);
	}
	const [error] = document.errors;
	if (error) refuse$1(text, file, error.pos[0], describeError(error), error);
	const repeated = findRepeatedKeys(document).find((offset) => !isRepeatedVersion(text, offset));
	if (repeated !== void 0) refuse$1(text, file, repeated, "this key occurs twice in its map");
	return {
		document,
		lines
	};
}
function describeError({ code, message }) {
	if (code === "MULTIPLE_DOCS") return "it holds several YAML documents, and a cassette is one";
	return message.startsWith("Maximum call stack") ? "it is nested too deeply" : message.replace(/\.$/, "");
}
function isRepeatedVersion(text, offset) {
	return /^version: 1\r?$/m.test(text.slice(offset, offset + 20).split("\n", 1)[0] ?? "");
}
function refuseCutScalar(text, file, document) {
	if (text.endsWith("\n")) return;
	const { isNode } = loadYaml();
	let last = document.contents;
	while (isNode(last) && "items" in last) {
		const item = last.items.at(-1);
		last = item !== null && typeof item === "object" && "value" in item && !isNode(item) ? item.value : item;
	}
	if (isNode(last) && "type" in last && String(last.type).startsWith("BLOCK_")) refuse$1(text, file, text.length, "the file ends inside a block of text, without a line break: it was cut. Restore it, or add the line break if it is whole");
}
function toValue(text, file, document) {
	try {
		return document.toJS();
	} catch (cause) {
		if (String(cause).includes("Unresolved alias")) refuseUnresolved(text, file, document);
		refuse$1(text, file, 0, cause instanceof ReferenceError ? "its aliases expand to more than any cassette holds" : String(cause), cause);
	}
}
function refuseUnresolved(text, file, document) {
	loadYaml().visit(document, { Alias: (_key, alias) => {
		if (alias.resolve(document)) return;
		refuse$1(text, file, alias.range?.[0] ?? 0, `nothing before the alias *${alias.source} has the anchor &${alias.source}`);
	} });
}
function createDocument(text, file, value, yaml) {
	return {
		file,
		value,
		ending: text.endsWith("\n") || !yaml ? "line-break" : "open",
		lineOf: (path) => yaml?.lines.linePos(offsetOf(yaml.document, path)).line,
		fail: (path, problem) => {
			refuse$1(text, file, yaml ? offsetOf(yaml.document, path) : jsonOffset(text, path), `${describePath(path)}${problem}`);
		}
	};
}
function offsetOf(document, path) {
	const { isNode } = loadYaml();
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return document.contents?.range?.[0] ?? 0;
}
function refuse$1(text, file, offset, problem, cause) {
	const place = locateOffset(text, offset);
	throw new CassetteParseError({
		file,
		...place
	}, `Failed to read the cassette ${file}:${place.line}:${place.column}: ${problem}.\n\n${caretFrame(text, place)}`, { cause });
}
function describePath(path) {
	if (path.length === 0) return "";
	return `${path.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("").replace(/^\./, "")} `;
}
// src/format/unsupported-format.ts
function nameUnsupportedFormat(value) {
	if (!isJsonObject(value)) return void 0;
	if ("recordings" in value && "feature" in value) return "a scenario of Datadog's API tests, with paths instead of URLs";
	if ("interactions" in value) return nameInteractions(value);
}
function nameInteractions({ version, interactions }) {
	const [first, ...others] = Array.isArray(interactions) ? interactions.filter(isJsonObject) : [];
	if (!first) return nameVersion(version);
	const keys = Object.keys(first).slice(0, 5).join(", ");
	if ([first, ...others].some((one) => "direction" in one)) return `a log of a WebSocket, not of HTTP exchanges (its interactions have: ${keys})`;
	if (/request_(?:stream|sample|json|proto)|_proto|_method\b/.test(JSON.stringify(Object.keys(first)) + subkeys(first))) return `a log of gRPC, not of HTTP exchanges (its interactions have: ${keys})`;
	if ("request" in first) return nameVersion(version);
	return `a cassette whose interactions are no HTTP exchanges (they have: ${keys})`;
}
function nameVersion(version) {
	if (version === void 0) return "a cassette without a version";
	return `a cassette of version ${writeJson(version)}`;
}
function subkeys(first) {
	return Object.values(first).flatMap((value) => isJsonObject(value) ? Object.keys(value) : []).join(" ");
}
// src/format/parse-document.ts
function parseDocument(source, file) {
	const document = parseSource(typeof source === "string" ? source : decodeText(source, file), file);
	const format = formats.find((candidate) => candidate.detect(document.value));
	if (!format) refuseFormat(document.value, file);
	return {
		format: format.name,
		path: file,
		interactions: format.parse(document)
	};
}
function refuseFormat(value, file) {
	const found = nameUnsupportedFormat(value);
	const known = formats.map(({ title }) => title).join(", ");
	throw new CassetteFormatError({
		file,
		line: 1,
		column: 1
	}, found, `Failed to read the cassette ${file}: it is ${found ?? `no cassette that this library knows: ${describeShape(value)}`}. Known: ${known}.`);
}
function describeShape(value) {
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list of something else";
	return isJsonObject(value) ? `a map of ${Object.keys(value).slice(0, 8).map((key) => key.slice(0, 40)).join(", ")}` : "no map and no list";
}
// src/format/parse-cassette.ts
function parseCassette(source, options = {}) {
	return parseOwnBytes(typeof source === "string" ? new TextEncoder().encode(source) : new Uint8Array(source), options.path ?? "<text>");
}
function parseOwnBytes(bytes, file) {
	if (bytes.length > 268435456) refuseSize(bytes.length, file);
	const plain = isGzip(bytes) ? gunzip$1(bytes, file) : bytes;
	return readGoVcr2Fast(plain, file) ?? parseDocument(plain, file);
}
function refuseSize(size, file) {
	throw new CassetteParseError({
		file,
		line: 1,
		column: 1
	}, `Failed to read the cassette ${file}: it has ${size} bytes, and can have at most ${MAX_INFLATED_BYTES}. Split it.`);
}
function gunzip$1(bytes, file) {
	try {
		return inflate(bytes, "gzip");
	} catch (cause) {
		const why = cause instanceof Error ? cause.message : String(cause);
		throw new CassetteParseError({
			file,
			line: 1,
			column: 1
		}, `Failed to read the cassette ${file}: it is compressed with gzip, and can't be decompressed: ${why}.`, { cause });
	}
}
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
// src/format/stringify-cassette.ts
function stringifyCassette({ interactions }, options = {}) {
	objectOf({ format: oneOf([...writableFormats.keys()]) })(options, "");
	const format = writableFormats.get(options.format ?? goVcr2.name) ?? goVcr2;
	return format.write(format.withoutResponse === "keep" ? interactions : interactions.filter(hasResponse));
}
function hasResponse({ response }) {
	return response.status >= 200;
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
// src/matcher/number-call-ids.ts
const CALL_ID = /^(?:tool_?call_?id|tool_?use_?id|call_?id|function_?call_?id)$/i;
const CALL = /^(?:function_?call|function_?response|tool_?calls?|tool_?use)$/i;
const CALL_TYPE = /^(?:\w+[-_])?(?:tool[-_]?use|tool[-_]?call)$|^function_call$/;
function numberCallIds(body) {
	const numbers = /* @__PURE__ */ new Map();
	const toNumber = (id) => {
		const number = numbers.get(id) ?? `call ${numbers.size + 1}`;
		numbers.set(id, number);
		return number;
	};
	return replaceIds(body, "", toNumber);
}
function replaceIds(value, name, toNumber) {
	if (Array.isArray(value)) return value.map((item) => replaceIds(item, name, toNumber));
	if (!isJsonObject(value)) return value;
	const members = Object.keys(value).sort().map((key) => {
		const member = value[key];
		return [key, typeof member === "string" && member !== "" && isCallId(key, value, name) ? toNumber(member) : replaceIds(member, key, toNumber)];
	});
	return Object.fromEntries(members);
}
function isCallId(key, object, name) {
	if (key !== "id") return CALL_ID.test(key);
	return CALL.test(name) || typeof object.type === "string" && CALL_TYPE.test(object.type);
}
// src/matcher/llm-defaults.ts
const rules = {
	"empty-members": { member: dropEmpty },
	"false-defaults": { member: dropFalseDefault },
	"nested-json": { member: readNestedJson },
	"developer-role": { member: renameDeveloper },
	"single-text": { member: unwrapSingleText },
	"max-tokens": { object: renameMaxTokens },
	"sdk-members": { object: dropSdkMembers },
	"call-ids": { body: numberCallIds },
	"api-version": { url: dropApiVersion }
};
function llmDefaults(options = {}) {
	checkLlmOptions(options, "llmDefaults");
	const { except = [] } = options;
	const chosen = Object.entries(rules).flatMap(([name, rule]) => except.some((each) => each === name) ? [] : rule);
	return ({ request }) => {
		for (const { url } of chosen) url?.(request.url);
		request.body = normalizeValue(chosen.reduce((value, rule) => rule.body?.(value) ?? value, request.body), chosen, "");
	};
}
const checkLlmOptions = objectOf({ except: (value, option) => {
	listOf(() => true, "a list of rules")(value, option);
	for (const rule of value ?? []) oneOf(Object.keys(rules))(rule, option);
} });
function normalizeValue(value, chosen, name) {
	if (Array.isArray(value)) return value.map((item) => normalizeValue(item, chosen, name));
	if (!isJsonObject(value)) return value;
	const object = { ...value };
	for (const rule of chosen) rule.object?.(object, name);
	const members = Object.entries(object).map(([key, member]) => {
		const normalized = normalizeValue(member, chosen, key);
		return [key, chosen.reduce((result, rule) => rule.member ? rule.member(result, key) : result, normalized)];
	});
	return Object.fromEntries(members.filter(([, member]) => member !== void 0));
}
function dropEmpty(value) {
	if (value === null || value === "") return void 0;
	if (typeof value !== "object" || value instanceof Uint8Array) return value;
	return Object.keys(value).length === 0 ? void 0 : value;
}
function dropFalseDefault(value, name) {
	return [
		"stream",
		"strict",
		"disable_parallel_tool_use",
		"prefix"
	].includes(name) && value === false ? void 0 : value;
}
function readNestedJson(value, name) {
	return name === "arguments" && typeof value === "string" ? parseJson(value) ?? value : value;
}
function renameDeveloper(value, name) {
	return name === "role" && value === "developer" ? "system" : value;
}
function unwrapSingleText(value, name) {
	if (!["content", "system"].includes(name) || !Array.isArray(value) || value.length !== 1) return value;
	const [part] = value;
	if (!isJsonObject(part) || Object.keys(part).some((key) => key !== "type" && key !== "text")) return value;
	return part.type === "text" || part.type === "input_text" || part.type === "output_text" ? part.text : value;
}
function renameMaxTokens(object) {
	if (!("max_completion_tokens" in object) || "max_tokens" in object) return;
	object.max_tokens = object.max_completion_tokens;
	delete object.max_completion_tokens;
}
function dropSdkMembers(object, name) {
	const dropped = [
		...name === "" ? [
			"include",
			"stream_options",
			"usage",
			"anthropic_version"
		] : [],
		...name === "tools" ? ["eager_input_streaming"] : [],
		...name === "tool_calls" ? ["index"] : [],
		...name === "systemInstruction" ? ["role"] : [],
		...object.role === "tool" ? ["name"] : []
	];
	for (const key of dropped) delete object[key];
}
function dropApiVersion(url) {
	url.pathname = url.pathname.replace(/^\/v1beta\/models\b/, "/v1/models");
	url.searchParams.delete("api-version");
	url.searchParams.delete("beta");
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
	return (name) => ANY_SECRET_WORD.test(name) && test(toWords$1(name));
}
const ANY_SECRET_WORD = /key|token|secret|auth|pass|cookie|sig|cred|assertion|verifier/i;
function toWords$1(name) {
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
		const text = decode$1(segment);
		const masked = mask(text);
		return masked === text ? segment : encodeURIComponent(masked);
	}).join("/"));
	if (masked !== url.pathname) url.pathname = masked;
}
function decode$1(segment) {
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
// src/diagnostics/find-volatile-option.ts
const NOTHING = {
	mask: [],
	ignoreBody: [],
	ignoreQuery: []
};
function findVolatileOption(request, nearest) {
	const differences = nearest.results.flatMap((result) => result.differences);
	if (differences.length === 0 || differences.some(isChosen)) return void 0;
	const { matcher } = nearest.from;
	const matches = (option) => matcher.isEqualWith(option, nearest.interaction.request, request);
	const masks = relevantMasks(differences);
	const option = [masks.filter((name) => !VAGUE.includes(name)), masks].flatMap(toCandidates).find(matches);
	return option && write(reduce(option, matches));
	function toCandidates(names) {
		return [NOTHING, forEach(differences, names)].map((each) => ({
			...each,
			mask: [...names, ...each.mask]
		}));
	}
}
const VAGUE = ["hex", "random-id"];
function isChosen({ path, recorded, received }) {
	return path === "url.path" && /\/(?:models?|deployments|engines)\//.test(`${recorded}${received}`) || /^(?:method|url\.origin)$|(?:^|[._])(?:model|role)$/i.test(path);
}
function relevantMasks(differences) {
	const texts = differences.flatMap(({ path, recorded, received }) => [
		path,
		toText$1(recorded),
		toText$1(received)
	]);
	return maskNames.filter((name) => {
		const mask = toTextMask([name]);
		return texts.some((text) => mask(text) !== text);
	});
}
function toText$1(value) {
	return typeof value === "string" ? value : writeJson(value ?? null);
}
function forEach(differences, masks) {
	const mask = toTextMask(masks);
	return differences.filter((difference) => !isMasked(difference, mask)).reduce(ignoreDifference, NOTHING);
}
function isMasked({ recorded, received }, mask) {
	return isText(recorded) && isText(received) && mask(String(recorded)) === mask(String(received));
}
function isText(value) {
	return typeof value === "string" || typeof value === "number" || typeof value === "bigint";
}
function ignoreDifference(option, { path, recorded, received }) {
	if (!isText(recorded) || !isText(received)) return option;
	const query = /^url\.query(?:\.|\[")([^[\].'"]+)/.exec(path)?.[1];
	if (VOLATILE_NAME.test(toWords(query ?? path))) {
		if (query !== void 0) return {
			...option,
			ignoreQuery: unique([...option.ignoreQuery, query])
		};
		if (/^\$./.test(path)) return {
			...option,
			ignoreBody: unique([...option.ignoreBody, generalize(path)])
		};
	}
	const pattern = toPattern(String(recorded), String(received));
	return pattern ? {
		...option,
		mask: [...option.mask, pattern]
	} : option;
}
const VOLATILE_NAME = /(?:^|_)(?:id|ids|uuid|guid|nonce|seed|salt|etag|timestamp|ts|time|date|now|at|created|updated|modified|expires|run|session|trace|span|fingerprint)$/;
function toWords(path) {
	return (/([\w-]+)(?:"?\])?(?:\[\d+\])*$/.exec(path)?.[1] ?? "").replace(/(?<=[a-z\d])(?=[A-Z])/g, "_").replaceAll("-", "_").toLowerCase();
}
function generalize(path) {
	return path.replace(/\[\d+\]/g, "[*]");
}
function toPattern(recorded, received) {
	const start = wordStart(recorded, commonLength(recorded, received));
	const [was, is] = [wordAt(recorded, start), wordAt(received, start)];
	if (recorded.slice(start + was.length) !== received.slice(start + is.length)) return void 0;
	if (!looksRandom(was) || !looksRandom(is)) return void 0;
	const [before = ""] = /[^\s\w-]?[\w-]*[^\w\n-]{0,2}$/.exec(recorded.slice(0, start)) ?? [];
	if (!/[a-z]/i.test(before) || maskValue$1(before) !== before) return void 0;
	return new RegExp(`${escapeRegExp(before)}[\\w-]+`);
}
function commonLength(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}
function wordStart(text, index) {
	return index - (/[\w-]*$/.exec(text.slice(Math.max(0, index - 100), index))?.[0].length ?? 0);
}
function wordAt(text, index) {
	return /^[\w-]*/.exec(text.slice(index, index + 200))?.[0] ?? "";
}
function looksRandom(word) {
	const changes = word.replace(/[-_]/g, "").match(/[a-z](?=\d)|\d(?=[a-z])/gi)?.length ?? 0;
	return word.length >= 5 && (changes >= 2 || word.replace(/\D/g, "").length >= 5);
}
function reduce(option, matches) {
	let least = option;
	for (const key of [
		"ignoreBody",
		"ignoreQuery",
		"mask"
	]) for (const item of [...option[key]].reverse()) {
		const smaller = {
			...least,
			[key]: least[key].filter((each) => each !== item)
		};
		if (matches(smaller)) least = smaller;
	}
	return least;
}
function write(option) {
	return `{ match: { ${[
		"mask",
		"ignoreBody",
		"ignoreQuery"
	].flatMap((name) => option[name].length === 0 ? [] : `${name}: [${option[name].map(quote$1).join(", ")}]`).join(", ")} } }`;
}
function quote$1(item) {
	return typeof item === "string" ? `'${item.replace(/['\\]/g, "\\$&")}'` : String(item);
}
function unique(items) {
	return [...new Set(items)];
}
// src/diagnostics/advice.ts
function adviseOn(request, reason, nearest, rest = "unplayed") {
	if (isPreflight(request)) return ["This is a CORS preflight of the test environment, and no recording contains one. In happy-dom, switch it off: { environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } } }."];
	if (reason === "already-played") return ["If the code is supposed to send this request more often, repeat the recording: { repeat: 'last' } or { repeat: 'all' }.", "Otherwise, the code under test sends one request too many."];
	if (!nearest || nearest.results.length === 0) return [`Record the request into this cassette with ${modeSetting("new-episodes")}, or correct the path of the cassette.`];
	const addition = rest === "played" ? `, ${modeSetting("new-episodes")} adds to it` : "";
	const record = `If the request changed on purpose, record it: ${modeSetting("record")} replaces the cassette${addition}.`;
	const option = findVolatileOption(request, nearest);
	if (option) return [`If the difference is a text that changes on every run, this makes the request match: ${option}.`, record];
	return [record, ...adviseOnResults(nearest.results)];
}
function adviseOnResults(results) {
	const differs = (name) => results.some(({ matcher, differences }) => matcher === name && differences.length > 0);
	if (differs("method")) return [];
	return results.flatMap((result) => adviseOnResult(result, differs("url") ? "another-url" : "same-url"));
}
function isPreflight({ method }) {
	return method === "OPTIONS" && typeof document !== "undefined";
}
function adviseOnResult({ matcher, differences }, url) {
	if (differences.length === 0) return [];
	if (matcher === "body") return adviseOnBody(differences, url);
	if (matcher === "url") return adviseOnUrl(differences);
	if (matcher === "headers") return ["If the headers are irrelevant, remove them from match.headers."];
	return [];
}
function adviseOnBody(differences, url) {
	if (differences.some(({ path }) => path === "$")) {
		if (url === "another-url") return [];
		return ["If the body is irrelevant, ignore it: { match: { body: 'ignore' } }."];
	}
	if (differences.length > 3) return ["If an SDK or a framework changed the shape of its requests, see llmDefaults."];
	const paths = new Set(differences.filter(mightBeVolatile).map(({ path }) => path.replace(/\[\d+\]/g, "[*]")));
	if (paths.size === 0) return [];
	return [`If a value changes on every run, ignore it: { match: { ignoreBody: [${quote([...paths])}] } }.`];
}
function mightBeVolatile({ path, recorded, received }) {
	const isValue = (value) => value !== void 0 && typeof value !== "object";
	return isValue(recorded) && isValue(received) && !/(?:content|text|input|prompt|model|role)$/.test(path);
}
function adviseOnUrl(differences) {
	const names = differences.map(({ path }) => /^url\.query(?:\.|\[")([^[\].'"]+)/.exec(path)?.[1]);
	if (names.every((name) => name !== void 0)) return [`If the query is irrelevant, ignore it: { match: { ignoreQuery: [${quote([...new Set(names)])}] } }.`];
	return ["If the two addresses mean the same, give them one name: { match: { url: (url) => … } }."];
}
function quote(names) {
	return names.map((name) => `'${name.replaceAll("'", "\\'")}'`).join(", ");
}
// src/diagnostics/find-nearest.ts
const DEPTH = 200;
function findNearest(request, cassettes) {
	const likely = cassettes.flatMap((from) => from.cassette.interactions.map((interaction, index) => ({
		from,
		interaction,
		index
	}))).map((candidate) => ({
		candidate,
		rank: rankByBytes(request, candidate.interaction.request)
	})).sort((a, b) => a.rank - b.rank).slice(0, DEPTH);
	let best;
	for (const { candidate } of likely) {
		const results = candidate.from.matcher.compare(candidate.interaction.request, request);
		const score = toScore(results);
		if (!best || score < best.score) best = {
			nearest: {
				...candidate,
				results
			},
			score
		};
	}
	return best?.nearest;
}
function rankByBytes(request, recorded) {
	const [path, query] = request.url.split("?", 2);
	const [recordedPath, recordedQuery] = recorded.url.split("?", 2);
	return (request.method === recorded.method ? 0 : 4) + (path === recordedPath ? 0 : 2) + (query === recordedQuery ? 0 : 1) - similarity(request.body, recorded.body);
}
function similarity(a, b) {
	const shorter = Math.min(a.length, b.length);
	let prefix = 0;
	while (prefix < shorter && a[prefix] === b[prefix]) prefix++;
	let suffix = 0;
	while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++;
	return (prefix + suffix) / Math.max(a.length, b.length, 1);
}
function toScore(results) {
	if (results.length === 0) return Number.POSITIVE_INFINITY;
	return sum(results.map(({ matcher, differences }) => matcher === "body" ? sum(differences.map(toDistance)) : differences.length * 1e4));
}
function toDistance({ recorded, received }) {
	if (recorded === void 0 || received === void 0) return 3;
	if (typeof recorded !== "string" || typeof received !== "string") return 1;
	return 1 - commonPrefix(recorded, received) / Math.max(recorded.length, received.length);
}
function commonPrefix(a, b) {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}
// src/diagnostics/write-mismatch.ts
const MAX_DIFFERENCES = 8;
const MAX_CASSETTES = 10;
function writeMismatch(mismatch) {
	const { cassettes, nearest, reason, advice } = mismatch;
	return escapeControlCharacters([
		headline(mismatch),
		"",
		...cassettes.slice(0, MAX_CASSETTES).map(writeCassette),
		...cassettes.length > MAX_CASSETTES ? [`  … and ${cassettes.length - MAX_CASSETTES} more`] : [],
		...nearest ? writeNearest(nearest, reason) : [],
		"",
		...advice.map((sentence) => `  - ${sentence}`)
	].join("\n"));
}
function headline({ reason, request, nearest, cassettes }) {
	const requested = `${request.method} ${shorten(request.url)}`;
	if (reason === "already-played") {
		const { recorded = 1 } = nearest ?? {};
		return `Already played (${recorded} of ${recorded}), and requested again: ${requested}`;
	}
	if (!nearest) return `No recorded interaction matches ${requested}: nothing is recorded`;
	return `No recorded interaction matches ${requested}${cassettes.length > 1 ? ` in any of ${cassettes.length} cassettes` : ""}`;
}
function writeCassette({ path, mode, interactions, played }) {
	return `  cassette  ${path} (mode: ${mode}, ${played} of ${interactions} played)`;
}
function writeNearest(nearest, reason) {
	const place = nearest.line === void 0 ? nearest.path : `${nearest.path}:${nearest.line}`;
	const title = `  ${(reason === "already-played" ? "recorded" : "nearest").padEnd(8)}  #${nearest.index} at ${place}`;
	if (nearest.results.length === 0) return [title, `    ${nearest.method} ${shorten(nearest.url)} (not a URL: nothing can match it)`];
	return [title, ...nearest.results.flatMap(({ matcher, differences }) => [
		`    ${matcher.padEnd(8)}${differences.length === 0 ? "equal" : count(differences.length, "difference")}`,
		...differences.slice(0, MAX_DIFFERENCES).flatMap(writeDifference),
		...differences.length > MAX_DIFFERENCES ? [`      … and ${differences.length - MAX_DIFFERENCES} more`] : []
	])];
}
function writeDifference({ path, recorded, received }) {
	const [was, is] = excerptOf(recorded, received);
	return [
		`      ${shorten(path)}`,
		`        recorded  ${was}`,
		`        received  ${is}`
	];
}
function count(n, noun) {
	return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
// src/diagnostics/diagnose.ts
function diagnose(request, searched) {
	const nearest = findNearest(request, searched);
	const results = (nearest?.results ?? []).map(({ matcher, differences }) => ({
		matcher,
		differences: differences.map(maskDifference)
	}));
	const differences = results.flatMap((result) => result.differences);
	const reason = results.length > 0 && differences.length === 0 ? "already-played" : "never-recorded";
	const mismatch = {
		reason,
		request: {
			method: request.method,
			url: maskUrl(request.url)
		},
		cassettes: searched.map(toSearchedCassette),
		nearest: nearest && {
			path: nearest.from.path,
			index: nearest.index,
			line: nearest.interaction.line,
			method: nearest.interaction.request.method,
			url: maskUrl(nearest.interaction.request.url),
			results,
			recorded: nearest.from.countEqual(nearest.index)
		},
		differences,
		advice: [...adviseOnHosts(request, searched), ...adviseOn(request, reason, nearest, restOf(searched))],
		comparison: nearest && reason === "never-recorded" ? compare(nearest, request) : void 0
	};
	return new CassetteMismatchError(mismatch, writeMismatch(mismatch));
}
function restOf(searched) {
	return searched.every(({ cassette, replayed }) => new Set(replayed).size === cassette.interactions.length) ? "played" : "unplayed";
}
function adviseOnHosts({ url }, searched) {
	const excluding = searched.filter(({ coverage }) => coverage.excludesUrl(url));
	if (excluding.length === 0 || !URL.canParse(url)) return [];
	return [`The option "hosts" of ${excluding.map(({ path }) => path).join(", ")} does not name this host. To replay and record it, add '${new URL(url).host}'.`];
}
function toSearchedCassette({ path, mode, cassette, replayed }) {
	return {
		path,
		mode,
		interactions: cassette.interactions.length,
		played: replayed.length
	};
}
function maskDifference({ path, recorded, received }) {
	const name = /([\w-]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
	const isSecret = path.startsWith("$") ? isSecretMember(name) : isSecretParameter(name);
	const mask = (value) => isSecret && value !== void 0 ? "[secret]" : maskValue$1(value);
	const masked = {
		path,
		recorded: mask(recorded),
		received: mask(received)
	};
	return masked.recorded === masked.received && typeof masked.received === "string" ? {
		...masked,
		received: `${masked.received} (another)`
	} : masked;
}
function compare(nearest, received) {
	return {
		recorded: toComparison(nearest, nearest.interaction.request),
		received: toComparison(nearest, received)
	};
}
function toComparison({ from }, raw) {
	const body = from.matcher.toComparable(raw)?.body ?? toComparableBody(raw.body, contentTypeOf(raw), "json").value;
	return {
		method: raw.method,
		url: maskUrl(raw.url),
		body: maskValue$1(body)
	};
}
// src/secret/header-credentials.ts
function findHeaderCredentials(name, value) {
	switch (name.toLowerCase()) {
		case "set-cookie": return [toCookieValue(value.split(";", 1)[0] ?? "")];
		case "cookie": return [value, ...value.split(";").map(toCookieValue)];
		default: return [value, ...findInAuthorization(value)];
	}
}
function toCookieValue(pair) {
	return pair.replace(/^[^=]*=/, "").trim().replace(/^"(.*)"$/, "$1");
}
function findInAuthorization(value) {
	const [, scheme = "", rest = ""] = /^([\w-]+)\s+(\S.*)$/.exec(value) ?? [];
	if (/^[\w-]+="?[^=\s]/.test(rest)) return findInParameters(rest);
	return scheme.toLowerCase() === "basic" ? [rest, ...decodeBasic(rest)] : [rest];
}
function findInParameters(text) {
	return [...text.matchAll(/([\w-]+)="?([^",\s]+)/g)].flatMap(([, name = "", value = ""]) => isSecretParameter(name) || name.toLowerCase() === "response" ? [value, value.split("/", 1)[0] ?? ""] : []);
}
function decodeBasic(encoded) {
	try {
		const pair = atob(encoded);
		return [pair, pair.slice(pair.indexOf(":") + 1)];
	} catch {
		return [];
	}
}
// src/secret/redacted.ts
const REDACTED = "REDACTED";
// src/secret/json-credentials.ts
const MEMBER = /"([\w.-]{1,60})"(\s*:\s*)(?:"([^"\\]*(?:\\.[^"\\]*)*)"|(-?\d[\d.eE+-]*)|"([^"\\\n]*(?:\\.[^"\\\n]*)*)\\?$)/g;
const NESTED_NAME = /\\"([\w.-]{1,60})\\+"\s*:/g;
const STRING = /"[^"\\\n]*(?:\\.[^"\\\n]*)*(?:"|\\?$)/g;
function redactMembers(text, secrets) {
	const redacted = text.replace(MEMBER, (member, name, colon, whole, number, cut) => {
		const value = whole ?? cut;
		if (value === "" || !isSecret(name, value)) return member;
		secrets.add(number ?? parseString(`"${value}"`) ?? "");
		return `"${name}"${colon}"${REDACTED}${cut === void 0 ? "\"" : ""}`;
	});
	if (!redacted.includes("\\\"")) return redacted;
	if (![...redacted.matchAll(NESTED_NAME)].some(([, name = ""]) => isSecretMember(name) || isSecretIfValueLooksSecret(name))) return redacted;
	return redacted.replace(STRING, (string) => redactNested(string, secrets));
}
function isSecret(name, value) {
	return isSecretMember(name) || value !== void 0 && isSecretIfValueLooksSecret(name) && CREDENTIAL.test(value);
}
const CREDENTIAL = /^(?=.*\d)(?=.*[A-Za-z])[\w.~+/=-]{16,}$/;
function redactNested(string, secrets) {
	const inner = string.includes("\\\"") ? parseString(string) ?? parseCutString(string) : void 0;
	if (inner === void 0) return string;
	const redacted = redactMembers(inner, secrets);
	if (redacted === inner) return string;
	return parseString(string) === void 0 ? JSON.stringify(redacted).slice(0, -1) : JSON.stringify(redacted);
}
function parseCutString(json) {
	return parseString(`${json.replace(/(?<!\\)((?:\\\\)*)\\(?:u[\da-fA-F]{0,3})?$/, "$1")}"`);
}
function parseString(json) {
	const value = parseJson(json);
	return typeof value === "string" ? value : void 0;
}
const DOCUMENT = /^((?:data:)?[ \t]*)([{[].*[}\]])([ \t]*\r?)$/gm;
function redactPaths(text, paths, secrets) {
	if (paths.length === 0) return text;
	const whole = parseJson(text);
	if (whole !== void 0) return redactDocument(text, whole, paths, secrets);
	return text.replace(DOCUMENT, (_, before, json, after) => before + redactDocument(json, parseJson(json), paths, secrets) + after);
}
function redactDocument(text, document, paths, secrets) {
	let redacted = 0;
	const redact = (parent, key) => {
		const value = Reflect.get(parent, key);
		if (typeof value === "object" && value !== null) for (const child of Object.keys(value)) redact(value, child);
		else if (!(value === "REDACTED" || value === "" || value === null || typeof value === "boolean")) {
			secrets.add(String(value));
			Reflect.set(parent, key, REDACTED);
			redacted++;
		}
	};
	for (const path of paths) for (const [parent, key] of selectAtPath(document, path)) redact(parent, key);
	return redacted > 0 ? writeJson(document) : text;
}
// src/secret/multipart-credentials.ts
const PART = /^(\r?\n(?:[^\r\n]+\r?\n)*?content-disposition:[^\r\n]*\bname=(?:"([^"\r\n]*)"|([^\s;]+))[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n)(.+?)(\r?\n)$/is;
function redactMultipart(text, isParameter, secrets) {
	const delimiter = /^--[^\r\n]+/.exec(text)?.[0];
	if (!delimiter) return text;
	return text.split(delimiter).map((piece) => {
		const [, head = "", quoted, bare, value = "", end = ""] = PART.exec(piece) ?? [];
		if (!isParameter(quoted ?? bare ?? "")) return piece;
		secrets.add(value);
		return head + REDACTED + end;
	}).join(delimiter);
}
// src/secret/redact-known-secrets.ts
const MIN_LENGTH = 8;
function redactKnownSecrets(text, secrets, patterns) {
	let redacted = text;
	for (const secret of secrets) {
		if (secret.length < MIN_LENGTH || secret === "REDACTED") continue;
		for (const encoded of encodingsOf(secret)) if (redacted.includes(encoded)) redacted = redacted.replaceAll(encoded, REDACTED);
	}
	return patterns.reduce((result, pattern) => result.replace(pattern, REDACTED), redacted);
}
function encodingsOf(secret) {
	const json = toJson(secret);
	const base64 = encodeBase64(secret);
	const base64url = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
	return /* @__PURE__ */ new Set([
		secret,
		json,
		toJson(json),
		encodeURIComponent(secret),
		...base64,
		...base64url
	]);
}
function toJson(text) {
	return JSON.stringify(text).slice(1, -1);
}
function encodeBase64(secret) {
	const bytes = toBinaryString(new TextEncoder().encode(secret));
	return [
		0,
		1,
		2
	].map((offset) => {
		const encoded = btoa("\0".repeat(offset) + bytes).replace(/=+$/, "");
		const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1;
		return encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared);
	});
}
// src/secret/url-credentials.ts
const PAIR = /(^|&)([^=&#]+)=([^&#]+)/g;
const PARAMETER = /([?&#]|&amp;|\\u0026)([\w.%~[\]-]{1,60})=([^&#\s"'<>\\]+)/g;
const USER = /(:\/\/)([^\s/@:"'<>\\]*):([^\s/@"'<>\\]+)@/g;
function redactForm(form, isParameter, secrets) {
	return form.replace(PAIR, (pair, start, name, value) => {
		if (!isParameter(decode(name))) return pair;
		secrets.add(decode(value));
		return `${start}${name}=${REDACTED}`;
	});
}
function redactUrls(text, isParameter, secrets) {
	const parameters = text.includes("=") ? redactParameters(text, isParameter, secrets) : text;
	return parameters.includes("@") ? redactUsers(parameters, secrets) : parameters;
}
function redactParameters(text, isParameter, secrets) {
	return text.replace(PARAMETER, (pair, start, name, value) => {
		if (!isParameter(decode(name))) return pair;
		secrets.add(decode(value));
		return `${start}${name}=${REDACTED}`;
	});
}
function redactUsers(text, secrets) {
	return text.replace(USER, (_, start, user, password) => {
		secrets.add(decode(password));
		return `${start}${user && "REDACTED"}:${REDACTED}@`;
	});
}
function decode(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
// src/secret/credential-rules.ts
const FORM = /^[\w.%+*[\]-]+=[^\s{}"]*$/;
var CredentialRules = class {
	#headers;
	#parameters;
	#paths;
	#patterns;
	constructor({ headers = [], query = [], json = [], patterns = [] }) {
		this.#headers = new Set(headers.map((name) => name.toLowerCase()));
		this.#parameters = new Set(query.map((name) => name.toLowerCase()));
		this.#paths = json.map((path) => parseJsonPath(path) ?? []);
		this.#patterns = patterns.map(({ source, flags }) => new RegExp(source, `${flags.replace(/[gy]/g, "")}g`));
	}
	findInHeaders(headers, secrets) {
		for (const [name, value] of headers) if (this.#isHeader(name)) for (const credential of findHeaderCredentials(name, value)) secrets.add(credential);
	}
	redactUrl(url, secrets) {
		const [, before = "", query = "", fragment = ""] = /^([^?#]*\??)([^#]*)(.*)$/s.exec(url) ?? [];
		return redactUrls(before + redactForm(query, this.#isParameter, secrets) + fragment, this.#isParameter, secrets);
	}
	redactHeader(name, value, secrets) {
		return this.#isHeader(name) ? REDACTED : redactUrls(value, this.#isParameter, secrets);
	}
	redactBody(text, contentType, secrets) {
		return redactPaths(redactUrls(redactMembers(redactMultipart(mediaType(contentType) === "application/x-www-form-urlencoded" || FORM.test(text) ? redactForm(text, this.#isParameter, secrets) : text, this.#isParameter, secrets), secrets), this.#isParameter, secrets), this.#paths, secrets);
	}
	redactEverywhere(text, secrets) {
		return redactKnownSecrets(text, secrets, this.#patterns);
	}
	#isHeader(name) {
		return this.#headers.has(name.toLowerCase()) || isSecretHeader(name);
	}
	#isParameter = (name) => this.#parameters.has(name.toLowerCase()) || isSecretParameter(name);
};
// src/secret/redactor.ts
function createRedactor(options = {}) {
	const rules = new CredentialRules(options);
	return {
		request: (request) => redactRequest(request, request.headers, rules, /* @__PURE__ */ new Set()),
		headers: (headers) => new Headers(redactHeaders([...headers], rules, /* @__PURE__ */ new Set()).map(([name, value]) => [name, value])),
		interaction(interaction, sent, received) {
			const secrets = /* @__PURE__ */ new Set();
			const request = redactRequest(interaction.request, sent, rules, secrets);
			const response = redactResponse(interaction.response, received, rules, secrets);
			const redacted = {
				...interaction,
				request,
				response
			};
			return assertInteraction(options.transform?.({ interaction: redacted }) ?? redacted, "redact.transform");
		}
	};
}
function redactRequest(request, sent, rules, secrets) {
	rules.findInHeaders(sent, secrets);
	const placedUrl = rules.redactUrl(request.url, secrets);
	const placedBody = placeInBody(request.body, contentTypeOf(request), rules, secrets);
	const url = redactUrl(placedUrl, rules, secrets);
	const body = placedBody.finish(secrets);
	const headers = request.headers instanceof Headers ? request.headers : redactHeaders(request.headers, rules, secrets);
	return url === request.url && body === request.body && headers === request.headers ? request : {
		...request,
		url,
		headers,
		body
	};
}
function redactResponse(response, received, rules, secrets) {
	rules.findInHeaders(received, secrets);
	const body = placeInBody(response.body, findHeader(response.headers, "content-type") ?? "", rules, secrets).finish(secrets);
	const { chunks, ...unchunked } = response;
	const base = !chunks || chunksFitBody(chunks, body.length) ? response : unchunked;
	const statusText = rules.redactEverywhere(response.statusText, secrets);
	return {
		...base,
		statusText,
		body,
		headers: redactHeaders(response.headers, rules, secrets)
	};
}
function redactUrl(url, rules, secrets) {
	const [, origin = "", rest = ""] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? [];
	return origin + rules.redactEverywhere(rest, secrets);
}
function redactHeaders(headers, rules, secrets) {
	const redacted = headers.map(([name, value]) => [name, rules.redactEverywhere(rules.redactHeader(name, value, secrets), secrets)]);
	return redacted.some(([, value], index) => value !== headers[index]?.[1]) ? redacted : headers;
}
function placeInBody(body, contentType, rules, secrets) {
	if (body.length === 0) return { finish: () => body };
	const utf8 = decodeUtf8(body);
	const text = utf8 ?? toBinaryString(body);
	const placed = rules.redactBody(text, contentType, secrets);
	return { finish(all) {
		const redacted = rules.redactEverywhere(placed, all);
		if (redacted === text) return body;
		return utf8 === void 0 ? fromBinaryString(redacted) : new TextEncoder().encode(redacted);
	} };
}
// src/format/go-vcr-2/append.ts
function findListEnd(bytes) {
	if (isGzip(bytes)) return void 0;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const place = findInOwnStyle(bytes, text) ?? findWithParser(text);
	if (!place) return void 0;
	const before = text.slice(0, place.keep);
	return {
		...place,
		keep: lengthInBytes(before),
		end: bytes.length - lengthInBytes(text.slice(place.end)),
		lineBreak: before.endsWith("\n") ? "present" : "absent"
	};
}
function writeAdditions(added, place) {
	if (!place) {
		const text = writeGoVcr2(added);
		const end = lengthInBytes(text);
		return {
			text,
			next: {
				count: added.length,
				indent: "",
				keep: end,
				end,
				lineBreak: "present"
			}
		};
	}
	const items = added.map((interaction, index) => writeInteraction$1(interaction, place.count + index)).join("");
	const text = (place.lineBreak === "present" ? "" : "\n") + items.replace(/^(?=.)/gm, place.indent);
	const end = place.keep + lengthInBytes(text);
	return {
		text,
		next: {
			...place,
			count: place.count + added.length,
			keep: end,
			end,
			lineBreak: "present"
		}
	};
}
function findInOwnStyle(bytes, text) {
	const count = readGoVcr2Fast(bytes, "")?.interactions.length;
	if (count === void 0) return void 0;
	if (count === 0) return {
		count,
		indent: "",
		keep: text.lastIndexOf("["),
		end: text.length
	};
	return {
		count,
		indent: /^interactions:\n( *)/m.exec(text)?.[1] ?? "",
		keep: text.length,
		end: text.length
	};
}
function findWithParser(text) {
	const { isMap, isScalar, isSeq, parseDocument } = loadYaml();
	const { contents } = parseDocument(text, { logLevel: "error" });
	const list = (isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === "interactions") : void 0)?.value;
	if (!isSeq(list) || !list.range || !isMap(contents) || contents.flow) return void 0;
	const [start, valueEnd, nodeEnd] = list.range;
	if (list.items.length === 0) return list.flow ? {
		count: 0,
		indent: "",
		keep: start,
		end: skipLineBreak(text, valueEnd)
	} : void 0;
	if (list.flow) return void 0;
	const indent = text.slice(text.lastIndexOf("\n", start) + 1, start);
	return /^ *$/.test(indent) ? {
		count: list.items.length,
		indent,
		keep: nodeEnd,
		end: nodeEnd
	} : void 0;
}
function skipLineBreak(text, end) {
	return text[end] === "\n" ? end + 1 : end;
}
function lengthInBytes(text) {
	return new TextEncoder().encode(text).length;
}
// src/format/go-vcr-2/describe-style.ts
function describeStyle(file) {
	return `Failed to record into ${file}: interactions can be added to go-vcr version 2 files in YAML's block style only. Record into a new file, or record this one again with ${modeSetting("record")}.`;
}
// src/storage/no-file-system.ts
function noFileSystem(path) {
	return new CassetteUnreadableError(String(path), `Failed to open the cassette ${path}: there is no file system here. Pass the cassette's text, or what parseCassette returned.`);
}
// src/storage/system-error.ts
function systemErrorCode(error) {
	return isError(error) && "code" in error ? String(error.code) : void 0;
}
const MEANINGS = {
	EACCES: "permission denied",
	EISDIR: "it is a folder; name a file in it",
	ELOOP: "its links lead in a circle",
	ENAMETOOLONG: "the name is too long",
	ENOTDIR: "a part of its path is a file, not a folder",
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	EROFS: "the file system is read-only",
	EPERM: "the operation is not permitted",
	ERR_INVALID_ARG_VALUE: "the name has a NUL character, which no file name has"
};
function describeSystemError(error) {
	return MEANINGS[systemErrorCode(error) ?? ""] ?? (isError(error) ? error.message : String(error));
}
function wrapSaveErrors(file, action) {
	try {
		return action();
	} catch (cause) {
		if (cause instanceof CassetteError) throw cause;
		throw new CassetteSaveError(file, `Failed to write the cassette ${file}: ${describeSystemError(cause)}.`, { cause });
	}
}
// src/storage/cassette-file.ts
const { readFileSync: readFileSync$1, statSync: statSync$1 } = nodeBuiltin("fs");
const { isAbsolute, relative, resolve: resolve$1 } = nodeBuiltin("path");
const { fileURLToPath } = nodeBuiltin("url");
function resolveCassettePath(path) {
	if (!builtin("fs")) throw noFileSystem(path);
	try {
		return path instanceof URL || path.startsWith("file://") ? fileURLToPath(path) : resolve$1(path);
	} catch (cause) {
		throw new CassetteUnreadableError(String(path), `Failed to open the cassette ${path}: only file: URLs name a file.`, { cause });
	}
}
function leavesProject(path) {
	return typeof path === "string" && !isAbsolute(path) && /^\.\.(?:[\\/]|$)/.test(relative(".", path));
}
function toShownPath(path, file) {
	if (typeof path === "string" && !path.startsWith("file:") && !isAbsolute(path)) return path;
	const shown = relative(".", file);
	return /^\.\.(?:[\\/]|$)/.test(shown) || isAbsolute(shown) ? file : shown;
}
function readCassetteFile(file) {
	try {
		assertBoundedFile(file);
		const { buffer, byteOffset, length } = readFileSync$1(file);
		return new Uint8Array(buffer, byteOffset, length);
	} catch (cause) {
		const code = systemErrorCode(cause);
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw new CassetteUnreadableError(file, `Failed to open the cassette ${file}: ${describeSystemError(cause)}.`, { cause });
	}
}
function assertBoundedFile(file) {
	const stats = statSync$1(file);
	if (!stats.isFile() && !stats.isDirectory()) throw new Error("it is a device, a pipe or a socket, not a file");
	if (stats.size > 268435456) throw new Error(`it has ${stats.size} bytes, and a cassette can have at most ${MAX_INFLATED_BYTES}`);
}
// src/storage/create-folder.ts
const { existsSync: existsSync$1, mkdirSync: mkdirSync$1, rmdirSync: rmdirSync$1 } = nodeBuiltin("fs");
const { dirname: dirname$4 } = nodeBuiltin("path");
const MAX_FOLDER_ATTEMPTS = 20;
function inFolder(folder, use) {
	const created = /* @__PURE__ */ new Set();
	for (let attempt = 1;; attempt++) try {
		for (const added of createFolder(folder)) created.add(added);
		use();
		return [...created];
	} catch (error) {
		if (systemErrorCode(error) !== "ENOENT" || attempt === MAX_FOLDER_ATTEMPTS) throw error;
	}
}
function createFolder(folder) {
	if (existsSync$1(folder)) return [];
	const created = dirname$4(folder) === folder ? [] : createFolder(dirname$4(folder));
	try {
		mkdirSync$1(folder);
		return [...created, folder];
	} catch (error) {
		if (systemErrorCode(error) !== "EEXIST") throw error;
		return created;
	}
}
function removeEmptyFolders(created) {
	try {
		for (const folder of created.toReversed()) rmdirSync$1(folder);
	} catch {}
}
// src/storage/is-alive.ts
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return systemErrorCode(error) === "EPERM";
	}
}
// src/storage/lock-file.ts
const { createHash: createHash$1, randomUUID: randomUUID$1 } = nodeBuiltin("crypto");
const { closeSync: closeSync$1, lstatSync: lstatSync$1, openSync: openSync$1, readFileSync, renameSync, rmdirSync, rmSync: rmSync$2, writeFileSync: writeFileSync$2 } = nodeBuiltin("fs");
const { hostname } = nodeBuiltin("os");
const { basename: basename$1, dirname: dirname$3, join: join$3 } = nodeBuiltin("path");
const STALE_LOCK_AGE_MS = 5e3;
const STALE_FOREIGN_LOCK_AGE_MS = 3e4;
const UNSIGNED_LOCK_AGE_MS = 1e3;
const LOCK_TIMEOUT_MS = 1e4;
function tryLock(file) {
	const lock = lockPath(file);
	const token = JSON.stringify({
		pid: process.pid,
		host: hostname(),
		id: randomUUID$1()
	});
	if (!create(lock, token) && !(removeStale(lock) && create(lock, token))) return void 0;
	const isHeld = () => readIfExists(lock) === token;
	return {
		isHeld,
		release() {
			if (isHeld()) rmSync$2(lock, { force: true });
		}
	};
}
function lockTimeout(file) {
	return new CassetteSaveError(file, `Failed to write the cassette ${file}: other processes have written it for ${LOCK_TIMEOUT_MS / 1e3} s, and hold ${lockPath(file)}. Wait for them, or remove the lock if there are none.`);
}
function lockPath(file) {
	const name = basename$1(file).normalize("NFC").toLowerCase();
	const hash = createHash$1("sha256").update(name).digest("hex").slice(0, 16);
	return join$3(dirname$3(file), `.${hash}.cassette.lock`);
}
function create(lock, token) {
	try {
		const handle = openSync$1(lock, "wx");
		try {
			writeFileSync$2(handle, token);
		} catch (error) {
			rmSync$2(lock, { force: true });
			throw error;
		} finally {
			closeSync$1(handle);
		}
		return true;
	} catch (error) {
		if (systemErrorCode(error) === "EEXIST") return false;
		throw error;
	}
}
function removeStale(lock) {
	const stats = lstatSync$1(lock, { throwIfNoEntry: false });
	if (stats === void 0) return true;
	if (stats.isDirectory()) {
		rmdirSync(lock);
		return true;
	}
	const token = readIfExists(lock);
	if (!isStale(token, Math.abs(currentTime() - stats.mtimeMs))) return false;
	const moved = `${lock}.${randomUUID$1()}`;
	try {
		renameSync(lock, moved);
	} catch {
		return false;
	}
	if (readIfExists(moved) === token) rmSync$2(moved, { force: true });
	else renameSync(moved, lock);
	return true;
}
function isStale(token, age) {
	const { pid, host } = parseToken(token);
	if (typeof pid !== "number") return age > UNSIGNED_LOCK_AGE_MS;
	if (host !== hostname()) return age > STALE_FOREIGN_LOCK_AGE_MS;
	return !isAlive(pid) || age > STALE_LOCK_AGE_MS;
}
function parseToken(token = "") {
	try {
		return JSON.parse(token) ?? {};
	} catch {
		return {};
	}
}
function readIfExists(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return;
	}
}
// src/storage/resolve-links.ts
const { lstatSync, readlinkSync, realpathSync } = nodeBuiltin("fs");
const { basename, dirname: dirname$2, join: join$2, resolve } = nodeBuiltin("path");
function resolveLinks(path) {
	try {
		return realpathSync(path);
	} catch (error) {
		if (systemErrorCode(error) !== "ENOENT" || dirname$2(path) === path) throw error;
	}
	const folder = resolveLinks(dirname$2(path));
	const resolved = join$2(folder, basename(path));
	return lstatSync(resolved, { throwIfNoEntry: false })?.isSymbolicLink() === true ? resolveLinks(resolve(folder, readlinkSync(resolved))) : resolved;
}
// src/storage/temporary-file.ts
const { randomUUID } = nodeBuiltin("crypto");
const { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, rmSync: rmSync$1, statSync, writeFileSync: writeFileSync$1 } = nodeBuiltin("fs");
const { dirname: dirname$1, join: join$1 } = nodeBuiltin("path");
function temporaryPath(file) {
	return join$1(dirname$1(file), `.${randomUUID()}.${process.pid}.cassette.tmp`);
}
function writeDurably(file, content, mode) {
	const handle = openSync(file, "wx", mode);
	try {
		if (mode !== void 0) fchmodSync(handle, mode);
		writeFileSync$1(handle, content);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
const LEFTOVER_AGE_MS = 6e5;
const ORPHAN_AGE_MS = 1e4;
const LEFTOVER = /^\.[\da-f-]{36}\.(?:(\d+)\.)?cassette\.tmp$|\.cassette\.lock\.[\da-f-]{36}$/;
function removeLeftovers(folder) {
	const now = currentTime();
	for (const name of readdirSync(folder)) {
		const [match, pid] = LEFTOVER.exec(name) ?? [];
		if (match === void 0) continue;
		const file = join$1(folder, name);
		if (now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > (pid === void 0 || isAlive(Number(pid)) ? LEFTOVER_AGE_MS : ORPHAN_AGE_MS)) rmSync$1(file, { force: true });
	}
}
// src/storage/prepare-cassette-file.ts
const { linkSync, rmSync } = nodeBuiltin("fs");
const { dirname } = nodeBuiltin("path");
const PROBE_BYTES = 4096;
function prepareCassetteFile(file) {
	wrapSaveErrors(file, () => {
		const target = resolveLinks(file);
		removeEmptyFolders(inFolder(dirname(target), () => {
			removeLeftovers(dirname(target));
			tryLock(target)?.release();
			const probe = temporaryPath(target);
			try {
				writeDurably(probe, " ".repeat(PROBE_BYTES));
				refuseMount(target, temporaryPath(target));
			} finally {
				rmSync(probe, { force: true });
			}
		}));
	});
}
function refuseMount(file, link) {
	try {
		linkSync(file, link);
	} catch (error) {
		if (systemErrorCode(error) === "EXDEV") throw new Error("it is mounted by itself; mount its folder");
	} finally {
		rmSync(link, { force: true });
	}
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
// src/session/load-cassette.ts
function loadCassette(source, mode, ifMissing) {
	if (isCassetteText(source)) return toLoadedCassette(parseCassette(source));
	if (typeof source === "string" || source instanceof URL) return loadFile(source, mode, ifMissing);
	if (isCassette(source)) return toLoadedCassette(source);
	return refuseOption("source", source, "a path, a file: URL, the text of a cassette, or what parseCassette returned");
}
function prepareRecording(source, { file, cassette, presence }) {
	if (file === void 0 || !(typeof source === "string" || source instanceof URL)) return;
	if (cassette.format !== "go-vcr-2") throw new CassetteSaveError(file, `Failed to record into ${source}: its format is ${cassette.format}, and recordings are written as go-vcr-2. Convert it: npx msw-cassette convert ${source instanceof URL ? file : source} --to go-vcr-2 --out converted`);
	const bytes = presence === "found" ? readCassetteFile(file) : void 0;
	if (bytes && !findListEnd(bytes)) throw new CassetteSaveError(file, describeStyle(file));
	if (leavesProject(source)) throw new CassetteSaveError(file, `Failed to record the cassette ${source}: the path leads out of the working directory. If that is intended, pass an absolute path or a URL.`);
	prepareCassetteFile(file);
}
function loadFile(source, mode, ifMissing) {
	const file = resolveCassettePath(source);
	const path = toShownPath(source, file);
	const bytes = mode === "passthrough" ? void 0 : readCassetteFile(file);
	if (bytes && mode !== "record") return {
		cassette: parseOwnBytes(bytes, path),
		presence: "found",
		file
	};
	if (ifMissing === "throw" && modes[mode].absent === "refuse") refuseMissing(file, mode);
	return {
		cassette: {
			format: bytes ? formatOf(bytes, path) : "go-vcr-2",
			path,
			interactions: []
		},
		presence: "missing",
		file,
		...bytes ? { text: toText(bytes) } : {}
	};
}
function toText(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
function formatOf(bytes, path) {
	try {
		return parseCassette(bytes, { path }).format;
	} catch {
		return "go-vcr-2";
	}
}
function refuseMissing(file, mode) {
	throw new CassetteNotFoundError(file, `Failed to open the cassette ${file}: there is no such file (mode: ${mode}${isCi() ? ", as always in CI" : hasEnvironment() ? "" : ", the default without environment variables"}). Correct the path (a relative one starts at the working directory), or record it: run the test once with ${modeSetting("once")} where the network is available, and commit the file. Requests to this machine are recorded only if the option "hosts" names it, such as { hosts: ['localhost:11434'] }.`);
}
// src/open/node-modules.ts
const sessionModules = {
	loadCassette,
	prepareRecording,
	createRedactor,
	loadDiagnosis: () => diagnose,
	loadRecordingSteps: () => import("./node-recording-steps.js")
};
// src/runner/opened-cassettes.ts
const slot$5 = globalSlot("opened/1");
function registerOpenedCassette(file) {
	slot$5.getOrCreate(() => /* @__PURE__ */ new Set()).add(file);
}
function drainOpenedCassettes() {
	const files = [...slot$5.get() ?? []];
	slot$5.set(void 0);
	return files;
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
function runAsTest(test, fn) {
	const context = slot$1.get() ?? createAsyncContext();
	slot$1.set(context);
	return context.run(test, fn);
}
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
function setUsageListener(listener) {
	slot.set(listener);
}
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
export { runHook as $, decodeUtf8 as $t, markRecorded as A, matchBody as At, inFolder as B, version as Bt, encodeReasonPhrase as C, secretPatterns as Ct, mergeOptions as D, matchMethod as Dt, cassetteDefaults as E, matchUrl as Et, resolveLinks as F, satisfying as Ft, describeStyle as G, escapeRegExp as Gt, describeSystemError as H, MAX_INFLATED_BYTES as Ht, LOCK_TIMEOUT_MS as I, parseCassette as It, REDACTED as J, chunksFitBody as Jt, findListEnd as K, mediaType as Kt, lockTimeout as L, loadYaml as Lt, sessionModules as M, stringifyCassette as Mt, temporaryPath as N, objectOf as Nt, MARKER as O, llmDefaults as Ot, writeDurably as P, oneOf as Pt, framingOf as Q, nodeBuiltin as Qt, tryLock as R, cassetteFormats as Rt, detachTee as S, maskValue$1 as St, prepareSession as T, isPage as Tt, systemErrorCode as U, inflate as Ut, readCassetteFile as V, concatBytes as Vt, wrapSaveErrors as W, fromBase64 as Wt, optionChecks as X, toBinaryString as Xt, checkOptions as Y, findHeader as Yt, findFrameEnds as Z, builtin as Zt, showsMismatch as _, globalSlot as _t, findTestSession as a, CassetteFormatError as an, readRequest as at, reportError as b, isError as bt, CASSETTE_FOLDER as c, CassetteOptionError as cn, refusalAnswer as ct, reportUsage as d, CassetteSecretError as dn, activeSessions as dt, CassetteMismatchError as en, currentTime as et, setUsageListener as f, CassetteSessionError as fn, enterScope as ft, toCassetteUsage as g, escapeControlCharacters as gn, isOwnRequest as gt, relativePath as h, CassetteUnusedError as hn, runInScope as ht, createWithCassette as i, CassetteFileError as in, isTelemetry as it, drainOpenedCassettes as j, hasResponse as jt, RUN_FOLDER as k, matchHeaders as kt, cassettePath as l, CassetteParseError as ln, telemetryAnswer as lt, runAsTest as m, CassetteUnreadableError as mn, isInScope as mt, openCassette as n, CassetteEscapedError as nn, startTimer as nt, unplayedVerdict as o, CassetteNotFoundError as on, answerRequest as ot, currentTest as p, CassetteUnplayedError as pn, exitScope as pt, writeAdditions as q, parseJson as qt, withCassette as r, CassetteExpiredError as rn, isRemote as rt, updateModeOf as s, CassetteOpenEndError as sn, errorAnswer as st, currentSession as t, CassetteError as tn, elapsedTime as tt, isCassetteName as u, CassetteSaveError as un, passesThrough as ut, SessionWithFetch as v, activeInterceptors as vt, fetchUpstream as w, environment as wt, TRAILING_BODY_TIMEOUT_MS as x, maskUrl as xt, describeCause as y, releasePooledSockets as yt, createFolder as z, writableFormats as zt };
