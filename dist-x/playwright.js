import { d as rememberHosts, l as assertServerIntercepts, r as createSession } from "./shared/msw.js";
import { t as listen } from "./shared/listen.js";
import { D as mergeOptions, ft as enterScope, l as cassettePath, p as currentTest, u as isCassetteName } from "./shared/core.js";
import { t as finishTest } from "./shared/finish-test.js";
import { expect, test as test$1 } from "@playwright/test";
// src/playwright.ts
listen("tests-with-a-cassette");
const test = test$1.extend({
	cassetteOptions: [{}, { option: true }],
	cassetteName: [void 0, { option: true }],
	cassette: async ({ cassetteOptions, cassetteName }, use, info) => {
		const source = isCassetteName(cassetteName) ? cassettePath(toTest(info), cassetteName) : cassetteName;
		await assertServerIntercepts();
		const { cassetteOptions: project = {} } = info.project.use;
		const options = project === cassetteOptions ? project : mergeOptions(project, cassetteOptions);
		const session = createSession({
			source,
			options,
			saving: "deferred"
		});
		enterScope(session);
		await use(session);
		rememberHosts(session);
		await finishTest(session, info.status === "passed" ? "passed" : "failed", info.errors, { requestedBy: "test" });
	}
});
function toTest(info) {
	const test = currentTest([info]);
	if (!test) throw new Error("Playwright did not report which test is running.");
	return test;
}
export { expect, test };
