import { beforeEach } from "vitest";
// src/vitest/page-setup.ts
const message = "[msw-cassette] This test runs in a browser, and the Vitest plugin gives cassettes only to tests that run in Node. Move it to a project without browser mode, or open the text of a cassette in the test: openCassette(text) from msw-cassette/fetch.";
beforeEach(function refuse({ task }) {
	const { meta, context } = task;
	if (meta.cassette) throw createError(refuse);
	Object.defineProperty(context, "cassette", {
		configurable: true,
		get: function read() {
			throw createError(read);
		}
	});
});
function createError(below) {
	const error = /* @__PURE__ */ new Error(message);
	error.name = "CassetteSessionError";
	Error.captureStackTrace?.(error, below);
	return error;
}
