import { $ as runHook, $t as decodeUtf8, A as markRecorded, C as encodeReasonPhrase, Ct as secretPatterns, G as describeStyle, Gt as escapeRegExp, It as parseCassette, Jt as chunksFitBody, K as findListEnd, Kt as mediaType, L as lockTimeout, Q as framingOf, S as detachTee, Ut as inflate, Vt as concatBytes, Wt as fromBase64, Xt as toBinaryString, Yt as findHeader, Z as findFrameEnds, b as reportError, dn as CassetteSecretError, et as currentTime, nt as startTimer, q as writeAdditions, qt as parseJson, tn as CassetteError, tt as elapsedTime, un as CassetteSaveError, w as fetchUpstream, wt as environment, x as TRAILING_BODY_TIMEOUT_MS, y as describeCause } from "./core.js";
import { n as runAtExit, r as block, t as GrowingFile } from "./growing-file.js";
// src/secret/possible-decodings.ts
const MAX_UNESCAPES = 3;
const MAX_SHIFTED = 65536;
const BASE64 = /[\w+\/-]{16,1000000}/g;
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
// src/stream/stream-event.ts
function readStreamEvent(frame, framing) {
	if (framing === "messages") return readMessage(frame);
	const text = new TextDecoder().decode(frame);
	return framing === "events" ? readServerSentEvent(text) : toEvent(void 0, text);
}
function toEvent(name, data) {
	return {
		name,
		data,
		json: parseJson(data)
	};
}
function readServerSentEvent(text) {
	let name;
	const data = [];
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [, field, value = ""] = /^(event|data)(?:: ?(.*))?$/s.exec(line) ?? [];
		if (field === "event") name = value;
		if (field === "data") data.push(value);
	}
	return name === void 0 && data.length === 0 ? void 0 : toEvent(name, data.join("\n"));
}
const PRELUDE_BYTES = 12;
const CHECKSUM_BYTES = 4;
function readMessage(frame) {
	if (frame.length < 16) return void 0;
	const prelude = new DataView(frame.buffer, frame.byteOffset);
	const headersEnd = PRELUDE_BYTES + prelude.getUint32(4);
	if (prelude.getUint32(0) !== frame.length || headersEnd > frame.length - CHECKSUM_BYTES) return void 0;
	const headers = readTextHeaders(frame.subarray(PRELUDE_BYTES, headersEnd));
	return toEvent(headers.get(":message-type") === "exception" ? "exception" : headers.get(":event-type"), unwrap(new TextDecoder().decode(frame.subarray(headersEnd, frame.length - CHECKSUM_BYTES))));
}
const TYPE_TEXT = 7;
function readTextHeaders(bytes) {
	const headers = /* @__PURE__ */ new Map();
	const decode = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
	const at = (index) => bytes[index] ?? 0;
	for (let start = 0; start < bytes.length;) {
		const type = start + 1 + at(start);
		const value = type + 3;
		const end = value + at(type + 1) * 256 + at(type + 2);
		if (at(type) !== TYPE_TEXT) break;
		headers.set(decode(start + 1, type), decode(value, end));
		start = end;
	}
	return headers;
}
function unwrap(data) {
	const [, base64 = ""] = /"bytes"\s*:\s*"([\w+/=]+)"/.exec(data) ?? [];
	const bytes = base64 === "" ? void 0 : fromBase64(base64);
	return bytes ? new TextDecoder().decode(bytes) : data;
}
// src/stream/terminal-events.ts
const terminalEvents = [
	{
		provider: "OpenAI chat completions and APIs compatible with them, AI SDK",
		text: "[DONE]"
	},
	{
		provider: "OpenAI responses",
		path: "type",
		values: [
			"response.completed",
			"response.failed",
			"response.incomplete",
			"response.cancelled"
		]
	},
	{
		provider: "OpenAI images, speech, transcription",
		path: "type",
		values: [
			"image_generation.completed",
			"image_edit.completed",
			"speech.audio.done",
			"transcript.text.done"
		]
	},
	{
		provider: "OpenAI assistants, Replicate",
		name: "done"
	},
	{
		provider: "Anthropic",
		path: "type",
		values: ["message_stop"]
	},
	{
		provider: "Anthropic, OpenAI",
		path: "type",
		values: ["error"]
	},
	{
		provider: "Gemini, Vertex AI",
		path: "candidates.*.finishReason"
	},
	{
		provider: "Gemini",
		path: "promptFeedback.blockReason"
	},
	{
		provider: "Gemini interactions",
		path: "event_type",
		values: ["interaction.complete", "interaction.completed"]
	},
	{
		provider: "Ollama",
		path: "done",
		values: [true]
	},
	{
		provider: "Cohere",
		path: "type",
		values: ["message-end"]
	},
	{
		provider: "Cohere 1",
		path: "event_type",
		values: ["stream-end"]
	},
	{
		provider: "Hugging Face text generation",
		path: "generated_text"
	},
	{
		provider: "Dify",
		path: "event",
		values: ["message_end", "workflow_finished"]
	},
	{
		provider: "LangGraph",
		name: "end"
	},
	{
		provider: "Bedrock Converse",
		name: "messageStop"
	},
	{
		provider: "Bedrock InvokeModel",
		path: "amazon-bedrock-invocationMetrics"
	},
	{
		provider: "Bedrock agents",
		name: "exception"
	},
	{
		provider: "MCP",
		path: "result",
		only: "jsonrpc"
	},
	{
		provider: "APIs that end a stream with an error",
		path: "error"
	}
];
// src/stream/has-terminal-event.ts
function hasTerminalEvent(bytes, contentType) {
	const framing = framingOf(contentType, bytes);
	if (framing === "whole") return isCompleteJson(new TextDecoder().decode(bytes));
	const ends = findFrameEnds(bytes, framing);
	for (let index = ends.length - 1; index >= 0; index--) {
		const event = readStreamEvent(bytes.subarray(ends[index - 1] ?? 0, ends[index]), framing);
		if (event && terminalEvents.some((terminal) => isTerminal(event, terminal))) return true;
	}
	return false;
}
function isCompleteJson(text) {
	return /^\s*[{[]/.test(text) && parseJson(text) !== void 0;
}
function isTerminal({ name, data, json }, terminal) {
	if ("text" in terminal) return data.trim() === terminal.text;
	if ("name" in terminal) return name === terminal.name;
	const { values, only } = terminal;
	if (only !== void 0 && !valuesAt(json, [only]).some(isGiven)) return false;
	return valuesAt(json, terminal.path.split(".")).some((value) => values ? values.includes(value) : isGiven(value));
}
function valuesAt(value, [key, ...rest]) {
	if (key === void 0) return [value];
	if (typeof value !== "object" || value === null) return [];
	if (key === "*") return Object.values(value).flatMap((child) => valuesAt(child, rest));
	return Object.hasOwn(value, key) ? valuesAt(Reflect.get(value, key), rest) : [];
}
function isGiven(value) {
	return value !== void 0 && value !== null && value !== false && value !== "";
}
// src/stream/expects-end.ts
function expectsEnd({ status, headers }, bytes) {
	if (status >= 300 || headers.has("content-length")) return true;
	const contentType = headers.get("content-type") ?? "";
	if (contentType === "" && bytes.length === 0) return true;
	return isJsonObject(contentType, bytes) || hasTerminalEvent(bytes, contentType);
}
function isJsonObject(contentType, bytes) {
	if (!/[/+]json$/.test(mediaType(contentType))) return false;
	const first = bytes.find((byte) => byte > 32);
	return first === void 0 || first === OPENING_BRACE;
}
const OPENING_BRACE = 123;
// src/stream/capture-body.ts
function captureBody(exchange) {
	const { body } = exchange.response;
	const none = /* @__PURE__ */ new Uint8Array();
	if (!body) return {
		stream: null,
		captured: Promise.resolve({
			bytes: none,
			chunks: []
		}),
		soFar: () => none
	};
	const capture = new BodyCapture(body.getReader(), exchange);
	return {
		stream: detachTee(capture.stream),
		captured: capture.captured,
		soFar: () => capture.soFar()
	};
}
var BodyCapture = class {
	stream;
	captured;
	#reader;
	#exchange;
	#pieces = [];
	#times = [];
	#start = elapsedTime();
	#state = "reading";
	#openEnd;
	#cancelTimer = () => {};
	#output;
	#resolve = (_body) => {};
	constructor(reader, exchange) {
		this.#reader = reader;
		this.#exchange = exchange;
		this.captured = new Promise((resolve) => {
			this.#resolve = resolve;
		});
		this.stream = new ReadableStream({
			start: (controller) => {
				this.#output = controller;
				if (exchange.transport === "socket") controller.enqueue(/* @__PURE__ */ new Uint8Array());
			},
			cancel: (reason) => this.#leave(reason)
		});
		const { client, abortController } = exchange;
		client.addEventListener("abort", this.#onClientAbort);
		abortController.signal.addEventListener("abort", this.#onAbort);
		this.#pump();
		if (client.aborted) this.#onClientAbort();
		if (abortController.signal.aborted) this.#onAbort();
	}
	soFar() {
		return concatBytes(this.#pieces);
	}
	async #pump() {
		const reader = this.#reader;
		try {
			for (let part = await reader.read(); !part.done; part = await reader.read()) this.#add(part.value);
			if (this.#state === "reading") this.#output?.close();
			this.#end(toCapturedBody(this.#pieces, this.#times));
		} catch (error) {
			if (this.#state === "reading") this.#output?.error(error);
			this.#end(this.#openBody);
		}
	}
	#add(piece) {
		if (this.#state === "ended") return;
		this.#pieces.push(piece.slice());
		this.#times.push(elapsedTime() - this.#start);
		if (this.#state === "reading") this.#output?.enqueue(piece);
		else if (this.#pieces.length === 1 && !this.#expectsEnd()) this.#abandon();
	}
	#onClientAbort = () => {
		const { reason } = this.#exchange.client;
		if (this.#state === "reading") this.#output?.error(reason);
		this.#leave(reason);
	};
	#leave(reason) {
		if (this.#state !== "reading") return;
		this.#state = "left";
		this.#openEnd = { after: elapsedTime() - this.#start };
		if (this.#expectsEnd()) this.#cancelTimer = startTimer(() => this.#abandon(reason), TRAILING_BODY_TIMEOUT_MS);
		else this.#abandon(reason);
	}
	#expectsEnd() {
		return expectsEnd(this.#exchange.response, concatBytes(this.#pieces));
	}
	#abandon(reason) {
		this.#exchange.abortController.abort(reason);
	}
	#onAbort = () => {
		const { reason } = this.#exchange.abortController.signal;
		if (this.#state === "reading") this.#output?.error(reason);
		this.#openEnd ??= { after: elapsedTime() - this.#start };
		this.#end(this.#openBody);
		this.#reader.cancel(reason).catch(() => {});
	};
	get #openBody() {
		return this.#openEnd && {
			...toCapturedBody(this.#pieces, this.#times),
			openEnd: this.#openEnd
		};
	}
	#end(body) {
		this.#state = "ended";
		this.#cancelTimer();
		const { client, abortController } = this.#exchange;
		client.removeEventListener("abort", this.#onClientAbort);
		abortController.signal.removeEventListener("abort", this.#onAbort);
		this.#resolve(body);
	}
};
function toCapturedBody(pieces, times) {
	return {
		bytes: concatBytes(pieces),
		chunks: pieces.map(({ length }, index) => ({
			size: length,
			time: times[index] ?? 0
		}))
	};
}
// src/record/capture-exchange.ts
async function captureExchange(request, abortController, transport) {
	const abort = () => abortController.abort(request.signal.reason);
	request.signal.addEventListener("abort", abort, { once: true });
	const recordedAt = new Date(currentTime());
	const start = elapsedTime();
	try {
		const response = await fetchUpstream(request, abortController.signal);
		const { status, statusText, headers } = response;
		const duration = elapsedTime() - start;
		const { stream, captured, soFar } = captureBody({
			response,
			client: request.signal,
			abortController,
			transport
		});
		return {
			response: new Response(stream, {
				status,
				statusText: encodeReasonPhrase(statusText),
				headers
			}),
			captured: captured.then((body) => body && toCapture(request, response, body, duration, recordedAt)),
			soFar: () => toCapture(request, response, {
				bytes: soFar(),
				chunks: []
			}, duration, recordedAt)
		};
	} finally {
		request.signal.removeEventListener("abort", abort);
	}
}
function toCapture(request, response, { bytes, chunks, openEnd }, duration, recordedAt) {
	return {
		interaction: {
			request: {
				method: request.method,
				url: request.url,
				headers: [...request.headers],
				body: request.body
			},
			response: {
				status: response.status,
				statusText: response.statusText,
				headers: [...response.headers],
				body: bytes,
				duration,
				...response.headers.has("content-encoding") ? { uncompressed: true } : {},
				...chunks.length > 1 ? { chunks } : {},
				...openEnd ? { openEnd } : {}
			},
			recordedAt
		},
		sent: request.headers,
		received: response.headers
	};
}
// src/record/kept-headers.ts
const REQUEST = [
	"accept",
	"content-type",
	"content-encoding",
	"mcp-protocol-version",
	"user-agent"
];
const RESPONSE = [
	"content-disposition",
	"content-type",
	"link",
	"location",
	"mcp-session-id",
	"retry-after",
	"retry-after-ms",
	"x-goog-upload-status",
	"x-goog-upload-url",
	"x-should-retry"
];
function keepHeaders(headers, side, more) {
	const kept = /* @__PURE__ */ new Set([...side === "request" ? REQUEST : RESPONSE, ...more.map((name) => name.toLowerCase())]);
	return headers.filter(([name]) => kept.has(name.toLowerCase())).map(([name, value]) => [toCanonicalName(name), value]);
}
function toCanonicalName(name) {
	return name.replace(/(?<![A-Za-z\d])[a-z]/g, (start) => start.toUpperCase());
}
// src/record/to-recording.ts
function toRecording({ interaction, sent, received }, { redactor, hooks, recordHeaders, matchedHeaders }) {
	const captured = runHook(hooks, "afterCapture", interaction);
	if (!captured) return void 0;
	const { request, response } = captured;
	const kept = {
		...captured,
		request: {
			...request,
			headers: keepHeaders(request.headers, "request", [...recordHeaders, ...matchedHeaders])
		},
		response: {
			...response,
			headers: keepHeaders(response.headers, "response", recordHeaders)
		}
	};
	const recording = runHook(hooks, "beforeSave", redactor.interaction(kept, sent, received));
	return recording && withFittingChunks(recording);
}
function withFittingChunks({ response, ...rest }) {
	const { chunks, ...unchunked } = response;
	return {
		...rest,
		response: !chunks || chunksFitBody(chunks, response.body.length) ? response : unchunked
	};
}
// src/open/node-recording-steps.ts
function createSaver(list, options) {
	return new Saver(list, options, () => markRecorded(options.file));
}
export { captureExchange, createSaver, toRecording };
