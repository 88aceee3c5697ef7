// \0rolldown/runtime.js
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
// src/jest/explain-required.cts
var require_explain_required = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Explains why Jest can't load the ES modules of this library and of MSW. Any other error is returned unchanged.
	*
	* @param cause the error that `require` threw
	*/
	function explainRequired(cause) {
		if (!/Must use import to load ES Module|require\(\) of ES Module|Cannot use .?import/.test(String(cause))) return cause;
		const error = /* @__PURE__ */ new Error(`msw-cassette and MSW are ES modules, which Jest loads only with a flag: NODE_OPTIONS=--experimental-vm-modules npx jest. CommonJS tests then need Node 24.9 or later; this is Node ${process.versions.node}. Without the flag, compile the modules to CommonJS: { transform: { '\\\\.[cm]?[jt]sx?\$': '@swc/jest' }, transformIgnorePatterns: [] }.`);
		error.stack = error.message;
		return error;
	}
	module.exports = explainRequired;
}));
// src/jest/required-setup.cts
try {
	require("./setup.js");
} catch (cause) {
	throw require_explain_required()(cause);
}
