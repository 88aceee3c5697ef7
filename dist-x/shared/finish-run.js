import { L as lockTimeout, Lt as loadYaml, Qt as nodeBuiltin, c as CASSETTE_FOLDER, gn as escapeControlCharacters, tt as elapsedTime } from "./core.js";
import { r as block, t as GrowingFile } from "./growing-file.js";
import { basename, dirname, join, relative, resolve } from "node:path";
// src/storage/cassette-folder.ts
const { existsSync, readdirSync, rmdirSync, rmSync } = nodeBuiltin("fs");
const { dirname: dirname$1, join: join$1 } = nodeBuiltin("path");
const SCRIPT = /\.[cm]?[jt]sx?$/;
const SCRIPT_EXTENSIONS = [
	".js",
	".mjs",
	".cjs",
	".ts",
	".mts",
	".cts",
	".jsx",
	".tsx"
];
function listCassettes(folder, name) {
	const root = join$1(folder, name);
	const folders = list(root).filter((entry) => entry.isDirectory());
	return [{
		testFile: void 0,
		presence: "present",
		files: cassettesIn(root)
	}, ...folders.map((entry) => {
		const files = cassettesIn(join$1(root, entry.name));
		const testFile = join$1(folder, entry.name);
		if (SCRIPT.test(entry.name)) return {
			testFile,
			presence: existsSync(testFile) ? "present" : "deleted",
			files
		};
		return {
			testFile: SCRIPT_EXTENSIONS.map((extension) => testFile + extension).find((file) => existsSync(file)),
			presence: "present",
			files
		};
	})];
}
function findCassetteFolders(root, name) {
	const folders = list(root).filter((entry) => entry.isDirectory() && !/^(?:\..*|node_modules)$/.test(entry.name));
	return [...folders.some((entry) => entry.name === name) ? [root] : [], ...folders.filter((entry) => entry.name !== name).flatMap((entry) => findCassetteFolders(join$1(root, entry.name), name))];
}
function removeCassette(file) {
	rmSync(file, { force: true });
	for (const folder of [dirname$1(file), dirname$1(dirname$1(file))]) {
		if (list(folder).length > 0) return;
		rmdirSync(folder);
	}
}
function cassettesIn(folder) {
	return list(folder).filter((file) => file.isFile() && /^[^.].*\.ya?ml$/.test(file.name)).map((file) => join$1(folder, file.name));
}
function list(folder) {
	return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
// src/runner/find-obsolete.ts
function findObsolete(run, resolve) {
	return {
		files: findFiles(run, resolve),
		interactions: findInteractions(run, resolve)
	};
}
function findFiles({ tests, completeFiles, opened, scope, root }, resolve) {
	const claimed = /* @__PURE__ */ new Set([...opened, ...tests.flatMap(({ cassette, usages }) => [...cassette ? [cassette] : [], ...usages.map(({ file }) => resolve(file))])]);
	const complete = new Set(completeFiles);
	const testFolders = completeFiles.map((file) => dirname(file));
	return [...new Set(scope === "all" ? [...testFolders, ...findCassetteFolders(root, CASSETTE_FOLDER)] : testFolders)].flatMap((folder) => listCassettes(folder, CASSETTE_FOLDER)).filter(({ testFile, presence }) => {
		if (testFile === void 0) return scope === "all";
		return presence === "deleted" || complete.has(testFile);
	}).flatMap(({ files }) => files.filter((file) => !claimed.has(file))).sort();
}
function findInteractions({ tests, completeFiles, opened, scope }, resolve) {
	const complete = new Set(completeFiles);
	const uncertain = /* @__PURE__ */ new Set([...opened, ...tests.filter(({ outcome }) => outcome !== "passed").map(({ cassette }) => cassette)]);
	const playedByFile = /* @__PURE__ */ new Map();
	for (const usage of tests.flatMap(({ usages }) => usages)) {
		const file = resolve(usage.file);
		const entry = playedByFile.get(file) ?? {
			total: usage.total,
			played: /* @__PURE__ */ new Set(),
			severity: "ignore"
		};
		if (usage.onUnplayed === "error") entry.severity = "error";
		for (const index of usage.played) entry.played.add(index);
		if (usage.recorded > 0) uncertain.add(file);
		playedByFile.set(file, entry);
	}
	return [...playedByFile].flatMap(([file, { total, played, severity }]) => {
		const indexes = Array.from({ length: total }, (_, index) => index).filter((index) => !played.has(index));
		if (indexes.length === 0 || uncertain.has(file)) return [];
		return scope === "all" || complete.has(testFileOf(file)) ? [{
			file,
			indexes,
			severity
		}] : [];
	});
}
function testFileOf(file) {
	const folder = dirname(file);
	return basename(dirname(folder)) === "__cassettes__" ? join(dirname(dirname(folder)), basename(folder)) : "";
}
// src/runner/format-run-report.ts
function formatRunReport(tests, obsolete, policy) {
	const lines = [
		...cassetteLines(tests),
		...savingsLines(tests),
		...obsoleteLines(obsolete, policy),
		...policy === "list" ? unplayedLines(obsolete) : []
	];
	return lines.length === 0 ? [] : lines.map((line, index) => `${index === 0 ? "  Cassettes  " : "             "}${line}`);
}
function cassetteLines(tests) {
	const states = /* @__PURE__ */ new Map();
	for (const { file, before, recorded, calls } of tests.flatMap(({ usages }) => usages)) if (recorded > 0 && states.get(file) !== "recorded") states.set(file, before === "found" ? "updated" : "recorded");
	else if (calls > 0 && !states.has(file)) states.set(file, "replayed");
	const counts = [
		"replayed",
		"recorded",
		"updated"
	].flatMap((state) => {
		const count = [...states.values()].filter((each) => each === state).length;
		return count > 0 ? [`${count} ${state}`] : [];
	});
	return counts.length > 0 ? [counts.join(", ")] : [];
}
function savingsLines(tests) {
	const usages = tests.flatMap(({ usages }) => usages);
	const calls = usages.reduce((sum, usage) => sum + usage.calls, 0);
	const tokens = usages.reduce((sum, usage) => sum + usage.tokens, 0);
	if (calls === 0) return [];
	const cost = tokens > 0 ? `, ${tokens.toLocaleString("en")} tokens saved` : "";
	return [`${calls} ${calls === 1 ? "call" : "calls"} avoided${cost}`];
}
function obsoleteLines({ files, interactions }, policy) {
	const listed = interactions.filter(({ severity }) => policy !== "list" || severity === "ignore");
	const items = [...files.map((file) => relative(".", file)), ...listed.map(formatInteractions)];
	if (items.length === 0) return [];
	return [`${items.length} obsolete, ${{
		remove: "removed",
		list: "remove with -u",
		fail: "an error in CI; remove with -u and commit"
	}[policy]}:`, ...items.map(toItem)];
}
function unplayedLines({ interactions }) {
	const items = interactions.filter(({ severity }) => severity === "error").map(formatInteractions);
	if (items.length === 0) return [];
	return [`An error: no test requested these recorded interactions. Remove them with -u, or allow them: { onUnplayed: 'ignore' }.`, ...items.map(toItem)];
}
function formatInteractions({ file, indexes }) {
	return `${relative(".", file)} ${indexes.map((index) => `#${index}`).join(" ")}`;
}
function toItem(line) {
	return `  ${escapeControlCharacters(line)}`;
}
// src/format/go-vcr-2/remove.ts
function removeFromGoVcr2(text, indexes) {
	const { isMap, isNode, isScalar, isSeq, parseDocument } = loadYaml();
	const { contents } = parseDocument(text, { logLevel: "error" });
	if (!isMap(contents) || contents.flow) return void 0;
	const list = contents.items.find(({ key }) => isScalar(key) && key.value === "interactions")?.value;
	if (!isSeq(list) || list.flow || !list.range || indexes.length >= list.items.length) return void 0;
	const starts = list.items.map((item) => isNode(item) && item.range ? text.lastIndexOf("\n", item.range[0]) + 1 : -1);
	if (starts.includes(-1)) return void 0;
	const ends = [...starts.slice(1), list.range[2]];
	return indexes.toSorted((a, b) => b - a).reduce((rest, index) => rest.slice(0, starts[index]) + rest.slice(ends[index]), text);
}
// src/storage/update-cassette-file.ts
function updateCassetteFile(file, change) {
	const growing = new GrowingFile(file);
	const start = elapsedTime();
	while (growing.write((content) => plan(content, change)) === "busy") {
		if (elapsedTime() - start > 1e4) throw lockTimeout(file);
		block(5 + Math.random() * 10);
	}
	growing.close();
}
function plan(content, change) {
	if (content === void 0 || content === "unchanged") return void 0;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
	const changed = change(text);
	return changed === text ? void 0 : {
		keep: 0,
		end: content.length,
		text: changed
	};
}
// src/runner/remove-obsolete.ts
function removeObsolete({ files, interactions }) {
	for (const file of files) removeCassette(file);
	for (const { file, indexes } of interactions) updateCassetteFile(file, (text = "") => removeFromGoVcr2(text, indexes) ?? text);
}
// src/runner/finish-run.ts
function finishRun(run, end, update) {
	const obsolete = end === "interrupted" ? NOTHING : findObsolete(run, (file) => resolve(file));
	const policy = toPolicy(update);
	if (policy === "remove") removeObsolete(obsolete);
	const isFailure = ({ severity }) => policy === "fail" || severity === "error";
	const hasFailed = policy !== "remove" && (policy === "fail" && obsolete.files.length > 0 || obsolete.interactions.some(isFailure));
	return {
		lines: formatRunReport(run.tests, obsolete, policy),
		status: hasFailed ? "failed" : "passed"
	};
}
const NOTHING = {
	files: [],
	interactions: []
};
function toPolicy(update) {
	if (update === "all") return "remove";
	return update === "none" ? "fail" : "list";
}
export { finishRun as t };
