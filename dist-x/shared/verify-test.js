import { _ as showsMismatch } from "./core.js";
// src/runner/verify-test.ts
function verifyTest(session, outcome, errors, verification) {
	if (outcome === "passed" || session.mismatches.some((each) => !showsMismatch(errors, each))) session.verify(verification);
}
export { verifyTest as t };
