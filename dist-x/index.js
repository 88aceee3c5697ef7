import { At as matchBody, Dt as matchMethod, E as cassetteDefaults, Et as matchUrl, It as parseCassette, Mt as stringifyCassette, Ot as llmDefaults, Rt as cassetteFormats, Tt as isPage, Y as checkOptions, an as CassetteFormatError, cn as CassetteOptionError, dn as CassetteSecretError, en as CassetteMismatchError, fn as CassetteSessionError, hn as CassetteUnusedError, in as CassetteFileError, kt as matchHeaders, ln as CassetteParseError, mn as CassetteUnreadableError, nn as CassetteEscapedError, on as CassetteNotFoundError, pn as CassetteUnplayedError, rn as CassetteExpiredError, sn as CassetteOpenEndError, tn as CassetteError, un as CassetteSaveError, xt as maskUrl } from "./shared/core.js";
import { a as createHandler, f as prepareServer, n as withCassette, p as toNetworkError, r as createSession, t as currentSession } from "./shared/msw.js";
import { HttpResponse, isCommonAssetRequest } from "msw";
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
	if (isPage()) throw HttpResponse.error();
	throw toNetworkError(new CassetteSessionError(`No handler answers ${requested}, and requests don't reach the network by accident.`));
}
// src/msw/scoped-cassettes.ts
function scopedCassettes() {
	return [createHandler()];
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
export { CassetteError, CassetteEscapedError, CassetteExpiredError, CassetteFileError, CassetteFormatError, CassetteMismatchError, CassetteNotFoundError, CassetteOpenEndError, CassetteOptionError, CassetteParseError, CassetteSaveError, CassetteSecretError, CassetteSessionError, CassetteUnplayedError, CassetteUnreadableError, CassetteUnusedError, cassetteDefaults, cassetteFormats, currentSession, fromCassette, listenOptions, llmDefaults, matchBody, matchHeaders, matchMethod, matchUrl, openCassette, parseCassette, scopedCassettes, stringifyCassette, withCassette };
