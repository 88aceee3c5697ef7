import { _t as globalSlot, fn as CassetteSessionError, l as cassettePath, u as isCassetteName } from "./core.js";
// src/vitest/test-cassette.ts
function testCassette(test, meta, { auto = false, server: _server, tags: _tags, ...defaults } = {}, outer = [], source = "own") {
	const given = meta ?? auto;
	const isOwn = meta !== void 0 && source === "own";
	if (given === false) return void 0;
	const own = toOptions(given);
	const layers = [
		defaults,
		...outer.map(toOptions),
		own
	];
	const { name } = own;
	return {
		file: isCassetteName(name) ? cassettePath(test, name) : name,
		naming: name === void 0 ? "by-test" : "by-name",
		requestedBy: isOwn ? "test" : "group",
		ifMissing: isOwn ? "throw" : "empty",
		layers: layers.map(({ name: _name, onFailure: _onFailure, ...options }) => options),
		onFailure: layers.findLast((layer) => layer.onFailure)?.onFailure ?? "discard"
	};
}
function toOptions(meta) {
	if (typeof meta === "string") return { name: meta };
	return typeof meta === "boolean" ? {} : meta;
}
// src/vitest/test.ts
const slot = globalSlot("vitest-test/1");
function provideTest(implementation) {
	slot.set(implementation);
}
const test = new Proxy((() => {}), {
	apply: (_, self, args) => Reflect.apply(providedTest(), self, args),
	get: (_, key) => Reflect.get(providedTest(), key)
});
function providedTest() {
	const implementation = slot.get();
	if (implementation) return implementation;
	throw new CassetteSessionError("`test` from msw-cassette/vitest works only in test files, and needs the plugin: plugins: [cassettes()], or setupFiles: ['msw-cassette/vitest/setup'].");
}
export { test as n, testCassette as r, provideTest as t };
