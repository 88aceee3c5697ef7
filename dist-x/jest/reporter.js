import { t as finishRun } from "../shared/finish-run.js";
import { O as MARKER, k as RUN_FOLDER } from "../shared/core.js";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
// src/jest/reporter.ts
var CassetteReporter = class {
	#config;
	#folder = mkdtempSync(join(tmpdir(), "msw-cassette-run-"));
	#error;
	constructor(config) {
		this.#config = config;
		process.env[RUN_FOLDER] = this.#folder;
	}
	onRunComplete(_contexts, results) {
		const end = results.wasInterrupted ? "interrupted" : "completed";
		const { lines, status } = finishRun(this.#toRunRecord(results), end, this.#config.updateSnapshot);
		if (lines.length > 0) process.stderr.write(`\n${lines.join("\n")}\n`);
		if (status === "failed") this.#error = /* @__PURE__ */ new Error("There are obsolete cassettes. Remove them with -u, and commit.");
	}
	getLastError() {
		return this.#error;
	}
	#toRunRecord({ testResults }) {
		const messages = this.#readMessages();
		const complete = testResults.filter(({ testExecError, testResults }) => !testExecError && testResults.every(({ status }) => status === "passed" || status === "todo"));
		return {
			tests: messages.flatMap((message) => {
				if ("opened" in message) return [];
				const { usage, testFile, outcome } = message;
				return [{
					testFile,
					cassette: outcome === "failed" ? resolve(usage.file) : void 0,
					outcome,
					usages: [usage]
				}];
			}),
			completeFiles: complete.map(({ testFilePath }) => testFilePath),
			opened: messages.flatMap((message) => "opened" in message ? message.opened.map((file) => resolve(file)) : []),
			scope: complete.length === testResults.length && coversAllTests(this.#config) ? "all" : "partial",
			root: this.#config.rootDir
		};
	}
	#readMessages() {
		const lines = readdirSync(this.#folder).filter((file) => !file.endsWith(MARKER)).flatMap((file) => readFileSync(join(this.#folder, file), "utf8").trim().split("\n"));
		rmSync(this.#folder, {
			recursive: true,
			force: true
		});
		return lines.map((line) => JSON.parse(line));
	}
};
function coversAllTests(config) {
	const { testNamePattern, testPathPatterns, shard, onlyChanged, onlyFailures, findRelatedTests, runTestsByPath } = config;
	const filter = /^--(?:selectProjects|ignoreProjects|testPathIgnorePatterns|testMatch|testRegex)\b/;
	return !(testNamePattern || testPathPatterns?.patterns.length || shard || process.argv.some((arg) => filter.test(arg))) && !onlyChanged && !onlyFailures && !findRelatedTests && !runTestsByPath;
}
export { CassetteReporter as default };
