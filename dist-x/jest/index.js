import { l as assertServerIntercepts, n as withCassette, r as createSession, t as currentSession } from "../shared/msw.js";
import { d as reportUsage, ft as enterScope, l as cassettePath, o as unplayedVerdict, p as currentTest } from "../shared/core.js";
import { t as finishTest } from "../shared/finish-test.js";
// src/jest/index.ts
function useCassettes(options = {}) {
	let session;
	beforeEach(async () => {
		const test = currentTest([]);
		if (!test) throw new Error("Jest did not report which test is running.");
		await assertServerIntercepts();
		session = createSession({
			source: cassettePath(test),
			options,
			saving: "deferred",
			ifMissing: "empty"
		});
		enterScope(session);
	});
	afterEach(async () => {
		const ended = session;
		session = void 0;
		if (!ended) return;
		const errors = errorsOfTest();
		const outcome = errors.length > 0 ? "failed" : "passed";
		try {
			await finishTest(ended, outcome, errors, {
				unplayed: unplayedVerdict("by-test"),
				requestedBy: "group"
			});
		} finally {
			reportUsage(ended, [], outcome);
		}
	});
	return () => {
		if (!session) throw new Error("No test with a cassette is running.");
		return session;
	};
}
function errorsOfTest() {
	const symbol = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === "JEST_STATE_SYMBOL");
	return ((symbol && Reflect.get(globalThis, symbol))?.currentlyRunningTest?.errors ?? []).flat();
}
export { currentSession, useCassettes, withCassette };
