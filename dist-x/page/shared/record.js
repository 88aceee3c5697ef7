import { $ as isSecretHeader, A as selectAtPath, Bt as decodeUtf8, C as modeSetting, Ct as toComparableBody, D as maskNames, E as runHook, Et as parseJson, Ft as writeJson, Ht as CassetteMismatchError, It as fromBinaryString, L as excerptOf, Lt as toBinaryString, M as elapsedTime, N as startTimer, O as toTextMask, Ot as chunksFitBody, R as shorten, S as framingOf, T as assertInteraction, Tt as mediaType, X as maskUrl, Z as maskValue, bt as fromBase64, d as encodeReasonPhrase, et as isSecretIfValueLooksSecret, f as fetchUpstream, in as escapeControlCharacters, j as currentTime, k as parseJsonPath, kt as findHeader, l as TRAILING_BODY_TIMEOUT_MS, nt as isSecretParameter, tt as isSecretMember, u as detachTee, wt as escapeRegExp, x as findFrameEnds, z as contentTypeOf } from "./replay.js";
// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
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
		toText(recorded),
		toText(received)
	]);
	return maskNames.filter((name) => {
		const mask = toTextMask([name]);
		return texts.some((text) => mask(text) !== text);
	});
}
function toText(value) {
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
	if (!/[a-z]/i.test(before) || maskValue(before) !== before) return void 0;
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
	const lines = [
		headline(mismatch),
		"",
		...cassettes.slice(0, MAX_CASSETTES).map(writeCassette),
		...cassettes.length > MAX_CASSETTES ? [`  … and ${cassettes.length - MAX_CASSETTES} more`] : [],
		...nearest ? writeNearest(nearest, reason) : [],
		"",
		...advice.map((sentence) => `  - ${sentence}`)
	];
	return escapeControlCharacters(lines.join("\n"));
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
var diagnose_exports = /* @__PURE__ */ __exportAll({ diagnose: () => diagnose });
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
	const mask = (value) => isSecret && value !== void 0 ? "[secret]" : maskValue(value);
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
		body: maskValue(body)
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
var redactor_exports = /* @__PURE__ */ __exportAll({ createRedactor: () => createRedactor });
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
// src/record/recording-steps.ts
var recording_steps_exports = /* @__PURE__ */ __exportAll({
	captureExchange: () => captureExchange,
	toRecording: () => toRecording
});
export { redactor_exports as a, diagnose_exports as c, createRedactor as i, concatBytes as l, toRecording as n, REDACTED as o, captureExchange as r, diagnose as s, recording_steps_exports as t };
