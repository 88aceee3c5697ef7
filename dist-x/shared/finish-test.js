import { t as verifyTest } from "./verify-test.js";
// src/runner/finish-test.ts
async function finishTest(session, outcome, errors, verification) {
	try {
		verifyTest(session, outcome, errors, verification);
		if (outcome === "passed") await session.close();
	} finally {
		session.end();
	}
}
export { finishTest as t };
