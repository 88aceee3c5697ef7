import { $t as CassetteSecretError, B as passesThrough, C as modeSetting, F as answerRequest, G as isOwnRequest, Gt as CassetteExpiredError, H as enterScope, Ht as CassetteMismatchError, I as errorAnswer, J as releasePooledSockets, Jt as CassetteNotFoundError, K as globalSlot, Kt as CassetteFileError, M as elapsedTime, N as startTimer, P as readRequest, Qt as CassetteSaveError, Rt as builtin, U as exitScope, Ut as CassetteError, V as activeSessions, W as isInScope, Wt as CassetteEscapedError, X as maskUrl, Xt as CassetteOptionError, Y as isError, Yt as CassetteOpenEndError, Zt as CassetteParseError, _ as isCassetteText, _t as MAX_INFLATED_BYTES, a as findTestSession, at as isCi, b as checkOptions, ct as matchMethod, en as CassetteSessionError, g as isCassette, i as createWithCassette, it as hasEnvironment, lt as matchHeaders, m as cassetteDefaults, mt as refuseOption, nn as CassetteUnreadableError, o as SessionWithFetch, ot as isPage$1, p as prepareSession, q as activeInterceptors, qt as CassetteFormatError, rn as CassetteUnusedError, st as matchUrl, tn as CassetteUnplayedError, ut as matchBody, v as toLoadedCassette, w as modes, y as noFileSystem, zt as nodeBuiltin } from "./shared/replay.js";
import { i as parseOwnBytes, n as stringifyCassette, o as cassetteFormats, r as parseCassette, t as llmDefaults } from "./shared/llm-defaults.js";
import { i as createRedactor, s as diagnose } from "./shared/record.js";
import { c as inFolder, d as systemErrorCode, f as wrapSaveErrors, i as resolveLinks, l as removeEmptyFolders, m as findListEnd, n as temporaryPath, p as describeStyle, r as writeDurably, s as tryLock, t as removeLeftovers, u as describeSystemError } from "./shared/temporary-file.js";
import * as msw from "msw";
import { HttpResponse, http, isCommonAssetRequest, passthrough } from "msw";
// src/msw/network-error.ts
function toNetworkError(error) {
	const origin = isError(error) && error.name === "TypeError" && isError(error.cause) ? error.cause : error;
	const networkError = origin instanceof Error ? origin : toOwnError(origin);
	const { code = "ERR_NETWORK", errno = -1 } = networkError;
	return Object.isFrozen(networkError) ? networkError : define(networkError, {
		code,
		errno
	});
}
function toOwnError(origin) {
	return isError(origin) ? Object.assign(new Error(origin.message), origin) : new Error(String(origin));
}
function define(error, facts) {
	for (const [name, value] of Object.entries(facts)) if (!Object.hasOwn(error, name)) Object.defineProperty(error, name, {
		value,
		configurable: true
	});
	return error;
}
// src/escape/workarounds.ts
const workarounds = {
	undici: "Use Node's own `fetch`, called as `globalThis.fetch`. undici's request, fetch, stream and Client, and a `fetch` that was stored before the server started, bypass MSW: pass `fetch: session.fetch`, or `(...args) => fetch(...args)`, to the client.",
	"node:http": "The client stored a function of node:http before the server started. Start the server first, or call `http.request` through the module.",
	"node:http2": "Use HTTP/1.1: in the AWS SDK `requestHandler: new NodeHttpHandler()` of '@smithy/node-http-handler', in got `http2: false`.",
	"a kept-alive connection": "Its connection is older than the MSW server. Start the server before the first request, or close the dispatcher of the client before that."
};
// src/escape/escape-watch.ts
const watched = /* @__PURE__ */ new Set();
function watchEscapes(session) {
	watched.add(session);
	session.closing.addEventListener("abort", () => watched.delete(session), { once: true });
}
function isWatching() {
	return watched.size > 0;
}
function sessionsFor({ url }) {
	if (isOwnRequest() || !URL.canParse(url)) return [];
	return activeSessions().filter((session) => watched.has(session) && session.coverage.handlesUrl(url));
}
function reportEscape({ method, url, headers = new Headers() }, client, sessions) {
	if (sessions.length === 0 || sessions.some((session) => letsPass(session, {
		method,
		url,
		headers
	}))) return void 0;
	const [first] = sessions;
	const paths = sessions.map(({ path }) => path).join(", ");
	const error = new CassetteEscapedError(first?.path ?? "<text>", client, `MSW does not intercept ${method} ${maskUrl(url)}, so ${paths} can neither answer nor record it, and it was refused. ${workarounds[client]} See docs/escapes.md for all clients that can't be intercepted.`);
	for (const session of sessions) session.escapes.push(error);
	return error;
}
function noteUnobserved(what) {
	for (const session of activeSessions()) if (watched.has(session)) session.unobserved.add(what);
}
function letsPass(session, request) {
	if (session.mode === "passthrough" || session.options.onMismatch === "passthrough") return true;
	try {
		return passesThrough(request, session.options);
	} catch {
		return false;
	}
}
// src/escape/intercepted-requests.ts
const PENDING = 0;
const seen = [];
let listener;
function attachToInterceptors(onClient, onSocket) {
	const { major, source } = activeInterceptors();
	const listeners = source?.listeners?.("request") ?? source?.emitter?.listeners?.("request") ?? [];
	if (!source || listener && listeners.includes(listener)) return;
	listener = ({ request, initiator, controller }) => {
		const { method, url, headers } = request;
		if (major === 2 && controller.readyState === PENDING) seen.push({
			method,
			url
		});
		if (major === 2) return;
		if (!isSocket(initiator)) {
			onClient({
				method,
				url
			});
			return;
		}
		const refusal = onSocket({
			method,
			url,
			headers
		});
		if (refusal) controller.errorWith(refusal);
	};
	if (source.emitter?.earlyOn) source.emitter.earlyOn("request", listener);
	else source.on("request", listener);
}
function consumeSeen({ method, url }) {
	const index = seen.findIndex((request) => request.method === method && request.url === url);
	if (index >= 0) seen.splice(index, 1);
	return index >= 0;
}
function isSocket(initiator) {
	return typeof initiator === "object" && initiator !== null && "remoteAddress" in initiator;
}
// src/escape/undici-requests.ts
const requests$1 = /* @__PURE__ */ new WeakMap();
const written = [];
const undiciSubscribers = {
	"undici:request:create": ({ request }) => {
		if (!isWatching()) return;
		const sent = {
			method: request.method,
			url: new URL(request.path, request.origin).href
		};
		const { major } = activeInterceptors();
		if (isOwnRequest()) {
			if (major === 3) requests$1.set(request, {
				...sent,
				sessions: [],
				state: "created"
			});
			return;
		}
		const sessions = sessionsFor(sent);
		if (sessions.length === 0) return;
		if (major === 2 && consumeSeen(sent)) return;
		requests$1.set(request, {
			...sent,
			sessions,
			state: "created"
		});
	},
	"undici:client:sendHeaders": ({ request, socket }) => {
		const watched = requests$1.get(request);
		if (watched?.state !== "created") return;
		if (activeInterceptors().major === 3 && isMswSocket(socket)) {
			watched.state = "sent";
			written.push(watched);
			return;
		}
		refuse$1(watched, socket);
	},
	"undici:request:headers": ({ request }) => {
		const watched = requests$1.get(request);
		if (watched?.state === "sent") {
			settle(watched);
			reportEscape(watched, "a kept-alive connection", watched.sessions);
		}
	},
	"undici:request:error": ({ request }) => {
		const watched = requests$1.get(request);
		if (watched) settle(watched);
	}
};
function takeWritten({ method, url }) {
	const found = written.find((watched) => watched.method === method && watched.url === url);
	if (found) settle(found);
	return found?.sessions;
}
function refuse$1(watched, socket) {
	settle(watched);
	const refusal = reportEscape(watched, activeInterceptors().major === 3 ? "a kept-alive connection" : "undici", watched.sessions);
	if (refusal) socket.destroy(refusal);
}
function settle(watched) {
	watched.state = "settled";
	const index = written.indexOf(watched);
	if (index >= 0) written.splice(index, 1);
}
function isMswSocket(socket) {
	if (typeof socket !== "object" || socket === null) return false;
	return Object.getOwnPropertySymbols(socket).some(({ description }) => description === "kPatched");
}
// src/escape/watch-channels.ts
const subscribers = {
	...undiciSubscribers,
	"undici:request:create": (message) => {
		listenToMsw();
		undiciSubscribers["undici:request:create"]?.(message);
	},
	"http.client.request.start": refuseHttp,
	"http2.client.stream.created": refuseHttp2,
	child_process: () => noteUnobserved("a child process"),
	worker_threads: () => noteUnobserved("a worker thread")
};
function watchRequests(session) {
	const channels = builtin("diagnostics_channel");
	if (!channels || session.closing.aborted) return;
	listenToMsw();
	if (!isWatching()) for (const [name, subscriber] of Object.entries(subscribers)) channels.subscribe(name, subscriber);
	watchEscapes(session);
	session.closing.addEventListener("abort", () => {
		if (isWatching()) return;
		for (const [name, subscriber] of Object.entries(subscribers)) channels.unsubscribe(name, subscriber);
	}, { once: true });
}
function listenToMsw() {
	attachToInterceptors((request) => void takeWritten(request), refuseUnhandled);
}
function refuseUnhandled(request) {
	const fromUndici = takeWritten(request);
	return reportEscape(request, fromUndici ? "undici" : "node:http", fromUndici ?? sessionsFor(request));
}
function refuseHttp({ request }) {
	listenToMsw();
	const { protocol, host, path, method, agent } = request;
	if (activeInterceptors().major !== 2 || agent?.constructor.name.startsWith("Mock")) return;
	const sent = {
		method,
		url: `${protocol}//${request.getHeader("host") ?? host}${path}`
	};
	const refusal = reportEscape(sent, "node:http", sessionsFor(sent));
	if (refusal) request.destroy(refusal);
}
function refuseHttp2({ stream, headers }) {
	const { ":scheme": scheme = "https", ":authority": authority, ":path": path = "/", ":method": method = "GET" } = headers;
	const request = {
		method: String(method),
		url: `${scheme}://${authority}${path}`
	};
	const refusal = reportEscape(request, "node:http2", sessionsFor(request));
	if (!refusal) return;
	const { session } = stream;
	stream.destroy(refusal);
	session?.destroy();
}
// src/escape/prepare-interception.ts
function prepareInterception() {
	releasePooledSockets();
	queueMicrotask(listenToMsw);
}
// src/msw/handler-lifetime.ts
const ends = /* @__PURE__ */ new WeakMap();
const waiting = /* @__PURE__ */ new Set();
function bindLifetime(handler, session) {
	const added = activeInterceptors().major === 2 ? "to-running-server" : "to-new-server";
	const { reset } = handler;
	waiting.add(new WeakRef(session));
	endWithServer();
	queueMicrotask(endWithServer);
	return Object.assign(handler, {
		dispose: () => exitScope(session),
		reset() {
			reset?.call(handler);
			if (added === "to-running-server" && activeInterceptors().major === 2) exitScope(session);
		}
	});
}
function keepAlive(session) {
	endWithServer();
	if (!isInScope(session) && !session.closing.aborted) {
		enterScope(session);
		waiting.add(new WeakRef(session));
		endWithServer();
	}
}
function endWithServer() {
	const { major, source } = activeInterceptors();
	const { subscriptions } = source ?? {};
	if (major !== 2 || !source || !subscriptions) return;
	let sessions = ends.get(source);
	if (!sessions) {
		const members = /* @__PURE__ */ new Set();
		ends.set(source, members);
		sessions = members;
		subscriptions.push(() => {
			ends.delete(source);
			for (const session of members) exitScope(session);
		});
	}
	for (const reference of waiting) {
		const session = reference.deref();
		if (session && !session.closing.aborted) sessions.add(session);
	}
	waiting.clear();
}
// src/msw/prepare-server.ts
function prepareServer() {
	prepareInterception();
	queueMicrotask(endWithServer);
}
// src/msw/listen-options.ts
const listenOptions = {
	get onUnhandledRequest() {
		prepareServer();
		return onUnhandledRequest;
	},
	get onUnhandledFrame() {
		prepareServer();
		return onUnhandledFrame;
	}
};
function onUnhandledRequest(request, print) {
	if (isOwnFile(request)) return;
	try {
		print.error();
	} catch {}
	refuse(`${request.method} ${maskUrl(request.url)}`);
}
async function onUnhandledFrame({ frame, defaults }) {
	const { request } = frame.data;
	if (request && isOwnFile(request)) return;
	await defaults.error();
	refuse(request ? `${request.method} ${maskUrl(request.url)}` : "the connection");
}
function isOwnFile(request) {
	return globalThis.location?.origin === new URL(request.url).origin && isCommonAssetRequest(request);
}
function refuse(requested) {
	if (isPage$1()) throw HttpResponse.error();
	throw toNetworkError(new CassetteSessionError(`No handler answers ${requested}, and requests don't reach the network by accident.`));
}
// src/http/signal-of.ts
const requests = /* @__PURE__ */ new WeakMap();
function signalOf(request) {
	const { signal } = request;
	requests.set(signal, request);
	return signal;
}
// src/msw/duplicate-filter.ts
const MAX_REMEMBERED = 1e4;
function createDuplicateFilter() {
	const seen = /* @__PURE__ */ new Set();
	return (requestId) => {
		if (seen.has(requestId)) return true;
		seen.add(requestId);
		const [oldest] = seen;
		if (seen.size > MAX_REMEMBERED && oldest !== void 0) seen.delete(oldest);
		return false;
	};
}
// src/msw/page-client.ts
const DISTINCT_MS = 50;
const REPORT_MS = 1e3;
const clients = /* @__PURE__ */ new Set();
let unassigned = [];
let state = "new";
function watchPageClient(url) {
	const client = {
		url,
		arrival: elapsedTime(),
		controller: new AbortController(),
		state: "waiting"
	};
	clients.add(client);
	if (state === "new") observe();
	return {
		signal: client.controller.signal,
		release() {
			client.state = "answered";
			startTimer(() => forget(client), REPORT_MS);
		}
	};
}
function observe() {
	state = "observing";
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) if (!hasResponse(entry)) unassigned.push(entry);
		else forget(clientsOf(entry).find((client) => client.state === "answered"));
		for (const entry of unassigned) assign(entry);
		unassigned = unassigned.filter((entry) => clientsOf(entry).length > 0);
	}).observe({ type: "resource" });
}
function hasResponse(entry) {
	return Reflect.get(entry, "responseStatus") !== 0 || Reflect.get(entry, "responseStart") !== 0;
}
function forget(client) {
	if (!client) return;
	unassigned = unassigned.filter((entry) => !clientsOf(entry).includes(client));
	clients.delete(client);
}
function assign(entry) {
	const candidates = clientsOf(entry);
	const [first, second] = candidates;
	const entries = unassigned.filter(({ name }) => name === entry.name);
	const isFirst = first !== void 0 && second !== void 0 && second.arrival - first.arrival > DISTINCT_MS;
	if (entries.length < candidates.length && !isFirst) return;
	unassigned = unassigned.filter((each) => each !== entry);
	for (const client of isFirst ? [first] : candidates) {
		clients.delete(client);
		if (client.state === "waiting") client.controller.abort(new DOMException("The client left before its answer.", "AbortError"));
	}
}
function clientsOf({ name, startTime, duration }) {
	return [...clients].filter(({ url, arrival }) => url === name && arrival >= startTime && arrival <= startTime + duration);
}
// src/msw/assert-environment.ts
const NODE_FOR_MSW_3 = [22, 12];
function assertEnvironment({ mswMajor, runtime, version }) {
	if (mswMajor === 2 || runtime === "page") return;
	if (runtime !== "node") throw new CassetteSessionError(`MSW 3 intercepts nothing in ${runtime === "bun" ? "Bun" : "Deno"}, so requests would reach the network. Install msw@2, or use session.fetch of 'msw-cassette/fetch'.`);
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [requiredMajor, requiredMinor] = NODE_FOR_MSW_3;
	if (major > requiredMajor || major === requiredMajor && minor >= requiredMinor) return;
	throw new CassetteSessionError(`MSW 3 needs Node ${NODE_FOR_MSW_3.join(".")} or later, and this is Node ${version}. Update Node, or install msw@2.`);
}
// src/msw/probe.ts
const PROBE = "http://127.0.0.1:2/msw-cassette";
const PAGE_PROBE = "/msw-cassette-probe";
const HEADER = "x-msw-cassette";
const { fetch } = globalThis;
const slot$1 = globalSlot("listening/2");
async function assertServerIntercepts() {
	assertEnvironment(environment());
	const listening = slot$1.get();
	if (!listening) {
		await assertOwnServerListens();
		return;
	}
	if (listening.state === "intercepts" && globalThis.fetch === listening.fetch) return;
	if (await intercepts(listening)) return;
	if (globalThis.fetch !== listening.fetch && await intercepts(listening.restart())) return;
	throw new CassetteSessionError("Another MSW server was started next to msw-cassette's, and MSW calls only that one. Use one server that also answers from cassettes: cassettes({ server: 'own' }), and in a setup file setupServer(...handlers, ...scopedCassettes()).");
}
async function assertOwnServerListens() {
	if (isPage()) {
		if ((await fetch(new URL(PAGE_PROBE, location.href)).catch(() => void 0))?.headers.get(HEADER) === "own") return;
		throw new CassetteSessionError("MSW's worker does not answer, so requests would reach the network. Before the first test: await setupWorker(...scopedCassettes()).start(listenOptions).");
	}
	if (activeInterceptors().major !== void 0) return;
	throw new CassetteSessionError("No MSW server is listening, so requests would reach the network. In a setup file: setupServer(...scopedCassettes()).listen(listenOptions).");
}
function environment() {
	const runtime = "Bun" in globalThis ? "bun" : "Deno" in globalThis ? "deno" : isPage() ? "page" : "node";
	const version = globalThis.process?.versions?.node ?? "";
	return {
		mswMajor: "isPassthroughResponse" in msw ? 3 : 2,
		runtime,
		version
	};
}
function isPage() {
	return typeof document !== "undefined" && !globalThis.process?.versions?.node;
}
async function intercepts(listening) {
	const isOwn = (await listening.fetch(PROBE).catch(() => void 0))?.headers.get(HEADER) === "own";
	if (isOwn) listening.state = "intercepts";
	return isOwn;
}
function isPageProbe({ url }) {
	return isPage() && new URL(url).pathname === PAGE_PROBE;
}
function answerProbe() {
	return new Response(null, {
		status: 204,
		headers: { [HEADER]: "own" }
	});
}
// src/msw/registered-handlers.ts
const slot = globalSlot("handlers/1");
function registerHandler() {
	slot.set("registered");
}
function assertHandlersRegistered(path) {
	if (slot.get()) return;
	throw new CassetteSessionError(`Nothing answers for ${path}: no MSW server has a cassette handler, and requests would reach the network. In a setup file: setupServer(...scopedCassettes()).listen(listenOptions).`);
}
// src/msw/handler.ts
const transport = "isPassthroughResponse" in msw && typeof document === "undefined" ? "socket" : "msw2";
function createHandler(session) {
	registerHandler();
	const handler = createSessionsHandler((request) => {
		if (session) keepAlive(session);
		return activeSessions(session).filter(({ coverage }) => {
			const isHandled = coverage.handlesUrl(request.url) || coverage.isTelemetry(request);
			if (!isHandled) coverage.noteUnanswered(request.url);
			return isHandled;
		});
	});
	handler.info.header = `cassette ${session?.path ?? "of the current test"}`;
	return session ? bindLifetime(handler, session) : handler;
}
function createSessionsHandler(sessionsFor) {
	const isDuplicate = createDuplicateFilter();
	const found = /* @__PURE__ */ new WeakMap();
	return http.all(({ request }) => {
		if (isPageProbe(request)) return true;
		const sessions = isUpgrade(request) ? [] : sessionsFor(request);
		found.set(request, sessions);
		return sessions.length > 0;
	}, async ({ request, requestId }) => {
		if (isPageProbe(request)) return answerProbe();
		if (isDuplicate(requestId)) return new Response(null, { status: 204 });
		const answer = await answerIntercepted(request, found.get(request) ?? []);
		return request.signal.aborted ? HttpResponse.error() : toMswResponse(answer);
	});
}
async function answerIntercepted(request, sessions) {
	const client = isPage$1() ? watchPageClient(request.url) : void 0;
	try {
		if (sessions.some((session) => passesThrough(request, session.options))) return { kind: "passthrough" };
		const read = async () => {
			return {
				...await readRequest(mayPassThrough(sessions) ? request.clone() : request),
				signal: client?.signal ?? signalOf(request)
			};
		};
		return await answerRequest({
			sessions,
			read,
			transport
		});
	} catch (error) {
		return errorAnswer(error, request, sessions);
	} finally {
		client?.release();
	}
}
function mayPassThrough(sessions) {
	return sessions.some(({ mode, options }) => mode === "passthrough" || options.onMismatch === "passthrough");
}
function isUpgrade(request) {
	return request.headers.has("upgrade");
}
function toMswResponse(answer) {
	if (answer.kind === "passthrough") return passthrough();
	if (answer.kind === "network-error") {
		if (isPage$1()) return HttpResponse.error();
		throw toNetworkError(answer.error);
	}
	const { body, init } = answer;
	if (body instanceof ReadableStream && !init.headers.has("content-length")) init.headers.set("transfer-encoding", "chunked");
	return typeof document === "undefined" ? new Response(body, init) : new HttpResponse(body, init);
}
// src/msw/scoped-cassettes.ts
function scopedCassettes() {
	return [createHandler()];
}
// src/storage/cassette-file.ts
const { readFileSync, statSync } = nodeBuiltin("fs");
const { isAbsolute, relative, resolve } = nodeBuiltin("path");
const { fileURLToPath } = nodeBuiltin("url");
function resolveCassettePath(path) {
	if (!builtin("fs")) throw noFileSystem(path);
	try {
		return path instanceof URL || path.startsWith("file://") ? fileURLToPath(path) : resolve(path);
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
		const { buffer, byteOffset, length } = readFileSync(file);
		return new Uint8Array(buffer, byteOffset, length);
	} catch (cause) {
		const code = systemErrorCode(cause);
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw new CassetteUnreadableError(file, `Failed to open the cassette ${file}: ${describeSystemError(cause)}.`, { cause });
	}
}
function assertBoundedFile(file) {
	const stats = statSync(file);
	if (!stats.isFile() && !stats.isDirectory()) throw new Error("it is a device, a pipe or a socket, not a file");
	if (stats.size > 268435456) throw new Error(`it has ${stats.size} bytes, and a cassette can have at most ${MAX_INFLATED_BYTES}`);
}
// src/storage/prepare-cassette-file.ts
const { linkSync, rmSync } = nodeBuiltin("fs");
const { dirname } = nodeBuiltin("path");
const PROBE_BYTES = 4096;
function prepareCassetteFile(file) {
	wrapSaveErrors(file, () => {
		const target = resolveLinks(file);
		const created = inFolder(dirname(target), () => {
			removeLeftovers(dirname(target));
			tryLock(target)?.release();
			const probe = temporaryPath(target);
			try {
				writeDurably(probe, " ".repeat(PROBE_BYTES));
				refuseMount(target, temporaryPath(target));
			} finally {
				rmSync(probe, { force: true });
			}
		});
		removeEmptyFolders(created);
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
	const why = isCi() ? ", as always in CI" : hasEnvironment() ? "" : ", the default without environment variables";
	throw new CassetteNotFoundError(file, `Failed to open the cassette ${file}: there is no such file (mode: ${mode}${why}). Correct the path (a relative one starts at the working directory), or record it: run the test once with ${modeSetting("once")} where the network is available, and commit the file. Requests to this machine are recorded only if the option "hosts" names it, such as { hosts: ['localhost:11434'] }.`);
}
// src/open/node-modules.ts
const sessionModules = {
	loadCassette,
	prepareRecording,
	createRedactor,
	loadDiagnosis: () => diagnose,
	loadRecordingSteps: () => import("./shared/node-recording-steps.js")
};
// src/open/public-session.ts
var PublicSession = class extends SessionWithFetch {
	#handlers;
	get handlers() {
		this.#handlers ??= [createHandler(this)];
		enterScope(this);
		return this.#handlers;
	}
};
// src/open/create-session.ts
function createSession(opening) {
	const session = new PublicSession(prepareSession(opening, sessionModules));
	watchRequests(session);
	return session;
}
// src/open/from-cassette.ts
function fromCassette(source, options = {}) {
	checkOptions(options);
	return (Array.isArray(source) ? source : [source]).flatMap((each) => createSession({
		source: each,
		options,
		builtInDefaults,
		saving: "immediate"
	}).disableRequestLog().handlers);
}
const builtInDefaults = {
	repeat: "last",
	onUnplayed: "ignore"
};
// src/open/open-cassette.ts
function openCassette(source, options = {}) {
	return createSession({
		source,
		options,
		saving: "immediate"
	});
}
// src/open/with-cassette.ts
const withCassette = /* @__PURE__ */ createWithCassette({
	createSession,
	async assertReachable({ path }) {
		assertHandlersRegistered(path);
		await assertServerIntercepts();
	}
});
function currentSession() {
	return findTestSession((session) => "handlers" in session);
}
export { CassetteError, CassetteEscapedError, CassetteExpiredError, CassetteFileError, CassetteFormatError, CassetteMismatchError, CassetteNotFoundError, CassetteOpenEndError, CassetteOptionError, CassetteParseError, CassetteSaveError, CassetteSecretError, CassetteSessionError, CassetteUnplayedError, CassetteUnreadableError, CassetteUnusedError, cassetteDefaults, cassetteFormats, currentSession, fromCassette, listenOptions, llmDefaults, matchBody, matchHeaders, matchMethod, matchUrl, openCassette, parseCassette, scopedCassettes, stringifyCassette, withCassette };
