import { l as concatBytes } from "./record.js";
import { At as isFinalStatus, Bt as decodeUtf8, Dt as endOfString, Et as parseJson, Ft as writeJson, Lt as toBinaryString, Mt as parseStatus, Nt as parseGoDuration, Ot as chunksFitBody, Pt as writeGoDuration, St as parseUrlEncoded, Tt as mediaType, Vt as isJsonObject, Zt as CassetteParseError, _t as MAX_INFLATED_BYTES, bt as fromBase64, dt as listOf, ft as objectOf, gt as isCompressed, ht as readGoVcr2Fast, jt as parseChunks, kt as findHeader, pt as oneOf, qt as CassetteFormatError, vt as inflate, xt as toBase64, yt as isGzip } from "./replay.js";
import * as yaml from "yaml";
// src/format/document/map-reader.ts
var MapReader = class MapReader {
	document;
	path;
	#map;
	constructor(document, value, path) {
		if (!isJsonObject(value)) document.fail(path, `must be a map, and is ${describe(value)}`);
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
		if (!Array.isArray(list)) this.fail(key, `must be a list, and is ${describe(list)}`);
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
		this.fail(key, `must be text, and is ${describe(value)}`);
	}
	requiredText(key) {
		return this.text(key) || this.fail(key, "is missing");
	}
	integer(key) {
		const value = this.value(key);
		if (value === void 0 || typeof value === "number" && Number.isInteger(value)) return value;
		this.fail(key, `must be a whole number, and is ${describe(value)}`);
	}
	bytes(key) {
		const value = this.value(key);
		if (value === void 0) return /* @__PURE__ */ new Uint8Array();
		if (typeof value === "string") return new TextEncoder().encode(value);
		if (value instanceof Uint8Array) return new Uint8Array(value);
		this.fail(key, `must be text or !!binary, and is ${describe(value)}`);
	}
	headers(key) {
		const map = this.value(key) ?? {};
		if (!isJsonObject(map)) this.fail(key, `must be a map of headers, and is ${describe(map)}`);
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
			if (typeof value === "object" && value !== null && !(value instanceof Uint8Array)) this.document.fail(path, `must be text, and is ${describe(value)}`);
			if (/[\r\n\0]/.test(text)) this.document.fail(path, "has a line break, which no header value has");
			return [name, text];
		});
	}
	fail(key, problem) {
		this.document.fail([...this.path, key], problem);
	}
};
function describe(value) {
	if (value === void 0 || value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	if (value instanceof Uint8Array) return "!!binary";
	if (isJsonObject(value)) return "a map";
	return typeof value === "string" ? `the text ${JSON.stringify(value.slice(0, 40))}` : String(value);
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
	const duration = toDuration$1(response);
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
function toDuration$1(response) {
	const text = response.value("duration");
	return typeof text === "string" ? parseGoDuration(text) : void 0;
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
		response: toResponse$3(interaction.map("response")),
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
function toResponse$3(response) {
	const body = response.bytes("body");
	const duration = toDuration(response, "duration");
	const openAfter = toDuration(response, "open_end");
	const chunks = toChunks(response, body.length);
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
function toDuration(response, key) {
	const text = response.text(key);
	if (!text) return void 0;
	return parseGoDuration(text) ?? response.fail(key, `is ${JSON.stringify(text)}, and must be a Go duration such as 816.05ms or 1m2.3s`);
}
function toChunks(response, bodyLength) {
	const text = response.text("chunks");
	if (!text) return void 0;
	const chunks = parseChunks(text) ?? response.fail("chunks", `is ${JSON.stringify(text)}, and must be a list such as 31@0 45@12.5`);
	return chunksFitBody(chunks, bodyLength) ? chunks : void 0;
}
// src/format/yaml-writer/yaml-text.ts
const MAX_BINARY_LINE = 76;
const MAX_SIMPLE_KEY = 128;
function writeText(text, indent) {
	if (isPlain(text)) return text;
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
const MAX_PLAIN = 4096;
function isPlain(text) {
	if (text.length > MAX_PLAIN) return false;
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
// src/bytes/hex.ts
function fromHex(text) {
	if (text.length % 2 !== 0 || !/^[\da-f]*$/i.test(text)) return void 0;
	return Uint8Array.from({ length: text.length / 2 }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16));
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
		response: toResponse$2(entry),
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
function toResponse$2(entry) {
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
		response: toResponse$1(response, toWireHeaders(interaction)),
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
			...toText(body)
		} } : {},
		headersSize: -1,
		bodySize: body.length
	};
}
function toResponse$1(response, headers) {
	const { status, statusText, body } = response;
	const mimeType = findHeader(headers, "content-type") ?? "";
	const text = isCompressed(response) ? toChunkList(body) : toText(body);
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
function toText(body) {
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
		response: toResponse(response),
		...line === void 0 ? {} : { line }
	};
}
function toResponse(response) {
	const status = response.value("status");
	const statusFields = isJsonObject(status) ? response.map("status") : void 0;
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
// src/platform/yaml-page.ts
function loadYaml() {
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
const WIDTH = 80;
function caretFrame(text, place) {
	const source = lineAt(text, place.line);
	const start = Math.max(0, Math.min(place.column - 1 - WIDTH / 2, source.length - WIDTH));
	return `  ${source.slice(start, start + WIDTH).replace(UNPRINTABLE, "·")}\n  ${" ".repeat(Math.max(0, place.column - 1 - start))}^`;
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
		if (excess) refuse(text, file, 0, excess);
		const json = parseJson(text);
		if (json !== void 0) return createDocument(text, file, json, void 0);
		if (text.length > MAX_FLOW_LENGTH) refuse(text, file, 1, "this begins as JSON, but is not valid JSON or is nested too deeply");
	}
	const excess = findYamlLimitViolation(text);
	if (excess) refuse(text, file, 0, excess);
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
		if (length > MAX_LINE_LENGTH) refuse(text, file, start, `this line has ${length} characters, and no cassette has a line over ${MAX_LINE_LENGTH}`);
		if (end === -1) break;
		start = end + 1;
	}
	if (!/^(?:[-{[ ]|[\w"'.?!][^\n]*:)/m.test(text.slice(0, 65536))) refuse(text, file, 0, "this is neither a YAML map nor JSON");
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
		refuse(text, file, 0, cause instanceof RangeError ? "it is nested too deeply" : String(cause), cause);
	}
	const [error] = document.errors;
	if (error) refuse(text, file, error.pos[0], describeError(error), error);
	const repeated = findRepeatedKeys(document).find((offset) => !isRepeatedVersion(text, offset));
	if (repeated !== void 0) refuse(text, file, repeated, "this key occurs twice in its map");
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
	if (isNode(last) && "type" in last && String(last.type).startsWith("BLOCK_")) refuse(text, file, text.length, "the file ends inside a block of text, without a line break: it was cut. Restore it, or add the line break if it is whole");
}
function toValue(text, file, document) {
	try {
		return document.toJS();
	} catch (cause) {
		if (String(cause).includes("Unresolved alias")) refuseUnresolved(text, file, document);
		refuse(text, file, 0, cause instanceof ReferenceError ? "its aliases expand to more than any cassette holds" : String(cause), cause);
	}
}
function refuseUnresolved(text, file, document) {
	loadYaml().visit(document, { Alias: (_key, alias) => {
		if (alias.resolve(document)) return;
		refuse(text, file, alias.range?.[0] ?? 0, `nothing before the alias *${alias.source} has the anchor &${alias.source}`);
	} });
}
function createDocument(text, file, value, yaml) {
	return {
		file,
		value,
		ending: text.endsWith("\n") || !yaml ? "line-break" : "open",
		lineOf: (path) => yaml?.lines.linePos(offsetOf(yaml.document, path)).line,
		fail: (path, problem) => {
			refuse(text, file, yaml ? offsetOf(yaml.document, path) : jsonOffset(text, path), `${describePath(path)}${problem}`);
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
function refuse(text, file, offset, problem, cause) {
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
	const plain = isGzip(bytes) ? gunzip(bytes, file) : bytes;
	return readGoVcr2Fast(plain, file) ?? parseDocument(plain, file);
}
function refuseSize(size, file) {
	throw new CassetteParseError({
		file,
		line: 1,
		column: 1
	}, `Failed to read the cassette ${file}: it has ${size} bytes, and can have at most ${MAX_INFLATED_BYTES}. Split it.`);
}
function gunzip(bytes, file) {
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
// src/format/stringify-cassette.ts
function stringifyCassette({ interactions }, options = {}) {
	objectOf({ format: oneOf([...writableFormats.keys()]) })(options, "");
	const format = writableFormats.get(options.format ?? goVcr2.name) ?? goVcr2;
	return format.write(format.withoutResponse === "keep" ? interactions : interactions.filter(hasResponse));
}
function hasResponse({ response }) {
	return response.status >= 200;
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
export { loadYaml as a, writeInteraction$1 as c, parseOwnBytes as i, stringifyCassette as n, cassetteFormats as o, parseCassette as r, writeGoVcr2 as s, llmDefaults as t };
