import { E as cassetteDefaults, Ft as satisfying, Gt as escapeRegExp, Nt as objectOf, Pt as oneOf, X as optionChecks, cn as CassetteOptionError, k as RUN_FOLDER } from "../shared/core.js";
import { t as finishRun } from "../shared/finish-run.js";
import { n as test, r as testCassette } from "../shared/test.js";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
// src/vitest/to-run-record.ts
async function toRunRecord(vitest, modules) {
	const collected = modules.filter(isCollected).map((module) => {
		const file = fileOf(module);
		const cases = [...module.children.allTests()];
		const tests = cases.map((test) => toTestRecord(test, file));
		return {
			file,
			tests,
			opened: cases.flatMap((test) => test.meta().cassettesOpened ?? []),
			isComplete: cases.every((test, index) => hasKnownCassette(test, tests[index]))
		};
	});
	const incomplete = new Set(collected.flatMap(({ file, isComplete }) => isComplete ? [] : [file]));
	const completeFiles = collected.map(({ file }) => file).filter((file) => !incomplete.has(file));
	return {
		tests: collected.flatMap(({ tests }) => tests),
		completeFiles,
		opened: collected.flatMap(({ opened }) => opened.map((file) => resolve(file))),
		scope: await coversAllTests(vitest, completeFiles) ? "all" : "partial",
		root: resolve(vitest.config.root, vitest.config.dir ?? "")
	};
}
function isCollected(module) {
	return /^(?:passed|failed|skipped)$/.test(module.state()) && !module.children.allTests().next().done;
}
function fileOf({ moduleId, relativeModuleId, project }) {
	return existsSync(moduleId) ? moduleId : resolve(project.config.root, relativeModuleId);
}
function toTestRecord(test, testFile) {
	const { state } = test.result();
	const { cassette, cassetteUsage = [] } = test.meta();
	const defaults = test.project.getProvidedContext()["msw-cassette"];
	const own = testCassette({
		file: testFile,
		name: test.fullName
	}, cassette, defaults);
	const outcome = state === "failed" || test.options.fails ? "failed" : state === "passed" ? "passed" : "not-run";
	return {
		testFile,
		cassette: own && resolve(own.file),
		outcome,
		usages: cassetteUsage
	};
}
function hasKnownCassette({ options }, record) {
	return record?.outcome === "passed" || record?.cassette !== void 0 || options.mode === "todo";
}
async function coversAllTests(vitest, completeFiles) {
	const { project, cliExclude, testNamePattern } = vitest.config;
	if (project?.length || cliExclude?.length || testNamePattern || completeFiles.length === 0) return false;
	const complete = new Set(completeFiles);
	return (await vitest.globTestSpecifications()).every(({ moduleId }) => complete.has(moduleId));
}
// src/vitest/cassette-reporter.ts
var CassetteReporter = class {
	#vitest;
	#folder = "";
	#state = "idle";
	#users = /* @__PURE__ */ new Map();
	onInit(vitest) {
		this.#vitest = vitest;
		const folder = mkdtempSync(join(tmpdir(), "msw-cassette-run-"));
		this.#folder = folder;
		process.env[RUN_FOLDER] = folder;
		process.once("exit", () => rmSync(folder, {
			recursive: true,
			force: true
		}));
	}
	onTestRunStart() {
		this.#state = "running";
		rmSync(this.#folder, {
			recursive: true,
			force: true
		});
		mkdirSync(this.#folder);
	}
	async onTestRunEnd(modules, _errors, reason) {
		this.#state = "idle";
		const vitest = this.#vitest;
		if (!vitest) return;
		const run = await toRunRecord(vitest, modules);
		if (vitest.config.watch) this.#updateUsers(run.tests);
		const { lines, status } = finishRun(run, reason === "interrupted" ? "interrupted" : "completed", vitest.snapshot.options.updateSnapshot);
		if (lines.length > 0) vitest.logger[hasMachineReadableOutput(vitest) ? "error" : "log"](`\n${lines.join("\n")}\n`);
		if (status === "failed") process.exitCode = 1;
	}
	testsToRerun(file) {
		const users = this.#users.get(file);
		if (!users || this.#state === "running" || users.content === read(file)) return void 0;
		return [...users.testFiles];
	}
	#updateUsers(tests) {
		for (const { testFile, cassette, usages } of tests) for (const file of [...cassette ? [cassette] : [], ...usages.map(({ file }) => resolve(file))]) {
			const testFiles = this.#users.get(file)?.testFiles ?? /* @__PURE__ */ new Set();
			this.#users.set(file, {
				testFiles: testFiles.add(testFile),
				content: ""
			});
		}
		const finished = new Set(tests.map(({ testFile }) => testFile));
		for (const [file, { testFiles }] of this.#users) if ([...testFiles].some((testFile) => finished.has(testFile))) this.#users.set(file, {
			testFiles,
			content: read(file)
		});
	}
};
function hasMachineReadableOutput({ config }) {
	return config.reporters.some((reporter) => /^(?:json|junit|tap|tap-flat)$/.test(String([reporter].flat()[0])));
}
function read(file) {
	try {
		return readFileSync(file, "latin1");
	} catch {
		return "";
	}
}
// src/vitest/plugin.ts
const SETUP = fileURLToPath(new URL("./setup.js", import.meta.url));
const PAGE_SETUP = fileURLToPath(new URL("./page-setup.js", import.meta.url));
const SETUP_MODULE = new RegExp(`${SETUP.split(/[\\/]/).map(escapeRegExp).join("[\\\\/]")}$`);
const KEY = Symbol.for("msw-cassette/vitest/1");
function cassettes(options = {}) {
	objectOf(checks)(options, "");
	assertNoFunctions(options, "");
	return {
		name: "msw-cassette",
		config: {
			order: "post",
			handler: ({ test }) => inlinesAll(test) ? void 0 : INLINE_SETUP
		},
		configResolved: {
			order: "pre",
			handler({ test }) {
				if (test?.server?.deps && inlinesAll(test)) test.server.deps.inline = true;
			}
		},
		async configureVitest({ vitest, project }) {
			if (project.config.browser.enabled) {
				if (!project.config.setupFiles.includes(PAGE_SETUP)) project.config.setupFiles.unshift(PAGE_SETUP);
				return;
			}
			if (project.config.pool === "threads" || project.config.pool === "vmThreads") await import("msw/node");
			if (!project.config.setupFiles.includes(SETUP)) project.config.setupFiles.unshift(SETUP);
			const tags = (project.config.tags ?? []).filter(({ meta }) => meta?.cassette).map(({ name }) => name);
			project.provide("msw-cassette", {
				...options,
				tags
			});
			addReporter(vitest);
		}
	};
}
const INLINE_SETUP = { test: { server: { deps: { inline: [SETUP_MODULE] } } } };
function inlinesAll(test) {
	const inline = test?.server?.deps?.inline;
	return inline === true || Array.isArray(inline) && inline.includes(true);
}
const checks = {
	...optionChecks,
	auto: satisfying((value) => typeof value === "boolean", "true or false"),
	onFailure: oneOf(["discard", "save"]),
	server: oneOf(["plugin", "own"])
};
function assertNoFunctions(options, path) {
	for (const [key, value] of Object.entries(options)) {
		const option = path + key;
		if (typeof value === "function") {
			const message = `The option "${option}" is a function, which can't be sent to the workers that run the tests. Set it with cassetteDefaults in a setup file.`;
			throw new CassetteOptionError(option, message);
		}
		if (typeof value === "object" && value !== null) assertNoFunctions(value, `${option}.`);
	}
}
function addReporter(vitest) {
	if (vitest[KEY]) return;
	const reporter = new CassetteReporter();
	vitest[KEY] = reporter;
	vitest.config.reporters.push(reporter);
	vitest.config.watchTriggerPatterns ??= [];
	vitest.config.watchTriggerPatterns.push({
		pattern: /\.(?:ya?ml|json|har)$/,
		testsToRun: (file) => reporter.testsToRerun(file)
	});
}
export { cassetteDefaults, cassettes, test };
