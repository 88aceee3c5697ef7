import { t as listen } from "../shared/listen.js";
import { f as setUsageListener, h as relativePath, j as drainOpenedCassettes, k as RUN_FOLDER } from "../shared/core.js";
import { t as matchers } from "../shared/matchers.js";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
// src/jest/setup.ts
const stop = listen("every-test");
expect.extend(matchers);
afterAll(() => {
	stop();
	const opened = drainOpenedCassettes().map(relativePath);
	if (opened.length > 0) sendToReporter({ opened });
});
setUsageListener((usage, testFile, outcome) => sendToReporter({
	usage,
	testFile,
	outcome
}));
function sendToReporter(message) {
	const folder = process.env[RUN_FOLDER];
	if (folder) appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(message)}\n`);
}
