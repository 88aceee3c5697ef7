import { D as mergeOptions, fn as CassetteSessionError, g as toCassetteUsage, h as relativePath, ht as runInScope, j as drainOpenedCassettes, m as runAsTest, o as unplayedVerdict, s as updateModeOf } from "../shared/core.js";
import { t as listen } from "../shared/listen.js";
import { c as assertHandlersRegistered, l as assertServerIntercepts, r as createSession } from "../shared/msw.js";
import { t as verifyTest } from "../shared/verify-test.js";
import { t as matchers } from "../shared/matchers.js";
import { r as testCassette, t as provideTest } from "../shared/test.js";
import { relative } from "node:path";
import { aroundEach, expect, inject, test } from "vitest";
// src/runner/advise-on-shared-name.ts
function adviseOnSharedName(name) {
	const advice = "Name one of them: { meta: { cassette: 'another-name' } }.";
	if (!name.includes("…")) return advice;
	return `Vitest cuts the values in the titles of test.each at 40 characters. Add the index to the title: test.each(…)('%# …', …). ${advice}`;
}
// src/vitest/block-metas.ts
function blockMetas(block) {
	if (!block) return [];
	const outer = blockMetas(block.suite);
	const { cassette } = block.meta;
	return cassette === void 0 || cassette === outer.at(-1) ? outer : [...outer, cassette];
}
// src/vitest/setup.ts
if (inject("msw-cassette")?.server !== "own") listen("every-test");
expect.extend(matchers);
provideTest(test.extend({ cassette: async ({ task }, use) => use(task.context.cassette) }));
const owners = /* @__PURE__ */ new Map();
aroundEach(async (runTest, { task }) => {
	const test = {
		file: task.file.filepath,
		name: task.fullTestName
	};
	const { meta } = task;
	const report = (usage) => {
		meta.cassetteUsage = [...meta.cassetteUsage ?? [], usage];
	};
	const update = updateModeOf(expect.getState());
	const run = () => runAsTest({
		...test,
		update,
		report
	}, runTest);
	const cassette = testCassette(test, meta.cassette, inject("msw-cassette"), blockMetas(task.suite), sourceOf(task));
	if (cassette) await runWithCassette(cassette, run, task, report);
	else {
		defineMissingCassette(task.context);
		await run();
	}
	const opened = drainOpenedCassettes().map(relativePath);
	if (opened.length > 0) meta.cassettesOpened = [...meta.cassettesOpened ?? [], ...opened];
});
async function runWithCassette(cassette, run, task, report) {
	assertNotShared(cassette, task);
	assertHandlersRegistered(cassette.file);
	await assertServerIntercepts();
	const session = createSession({
		source: cassette.file,
		options: mergeOptions(...cassette.layers),
		saving: "deferred",
		ifMissing: cassette.ifMissing
	});
	task.context.cassette = session;
	await runInScope(session, run);
	const outcome = outcomeOf(task.result);
	const recordings = outcome === "passed" || outcome === "failed" && cassette.onFailure === "save" ? "saved" : "discarded";
	try {
		await finish(session, outcome, recordings, task.result?.errors ?? [], {
			unplayed: unplayedVerdict(cassette.naming, updateModeOf(expect.getState())),
			requestedBy: cassette.requestedBy
		});
	} finally {
		report(toCassetteUsage(session, cassette.file, recordings));
	}
}
function sourceOf({ meta, suite, tags = [] }) {
	const isFromSuite = suite?.meta.cassette !== void 0 && suite.meta.cassette === meta.cassette;
	const isFromTag = inject("msw-cassette")?.tags?.some((tag) => tags.includes(tag));
	return isFromSuite || isFromTag ? "inherited" : "own";
}
function outcomeOf(result) {
	if (result?.state === "fail") return "failed";
	return result?.pending || result?.state === "skip" ? "skipped" : "passed";
}
async function finish(session, outcome, recordings, errors, verification) {
	try {
		if (recordings === "saved") await session.save();
		verifyTest(session, outcome, errors, verification);
	} finally {
		session.end();
	}
}
function assertNotShared({ file, naming }, { id, fullTestName }) {
	if (naming === "by-name") return;
	const owner = owners.get(file);
	if (!owner) owners.set(file, {
		id,
		name: fullTestName
	});
	if (!owner || owner.id === id) return;
	throw new CassetteSessionError(`Two tests would share the cassette ${relative(".", file)}: "${owner.name}" and "${fullTestName}". ` + adviseOnSharedName(fullTestName));
}
function defineMissingCassette(context) {
	Object.defineProperty(context, "cassette", {
		configurable: true,
		get() {
			throw new CassetteSessionError("This test has no cassette. Give it one: test(name, { meta: { cassette: true } }, …).");
		}
	});
}
