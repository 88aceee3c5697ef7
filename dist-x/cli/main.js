#!/usr/bin/env node
import { Bt as version, H as describeSystemError, It as parseCassette, Mt as stringifyCassette, N as temporaryPath, P as writeDurably, Qt as nodeBuiltin, U as systemErrorCode, V as readCassetteFile, W as wrapSaveErrors, gn as escapeControlCharacters, jt as hasResponse, mn as CassetteUnreadableError, tn as CassetteError, un as CassetteSaveError, z as createFolder, zt as writableFormats } from "../shared/core.js";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
// src/cli/command.ts
const exitCodes = {
	done: 0,
	failed: 1,
	usage: 2
};
var UsageError = class extends Error {
	name = "UsageError";
};
// src/storage/create-cassette-file.ts
const { linkSync, lstatSync, mkdirSync, realpathSync, renameSync, rmSync } = nodeBuiltin("fs");
const { basename: basename$1, dirname: dirname$1, isAbsolute, join: join$2, relative: relative$1, sep } = nodeBuiltin("path");
function createCassetteFile({ folder, name, text, existing }) {
	const file = join$2(folder, name);
	return wrapSaveErrors(file, () => {
		const target = join$2(enterFolder(folder, name), basename$1(name));
		if (existing === "keep" && exists(target)) return "kept";
		const temporary = temporaryPath(target);
		try {
			writeDurably(temporary, text);
			if (existing === "keep") return moveUnlessExists(temporary, target);
			renameSync(temporary, target);
			return "written";
		} finally {
			rmSync(temporary, { force: true });
		}
	});
}
function enterFolder(folder, name) {
	const file = join$2(folder, name);
	if (name.split(sep).includes("..")) throwOutside(file, folder);
	createFolder(folder);
	const top = realpathSync(folder);
	let current = top;
	for (const step of dirname$1(name).split(sep)) {
		current = enterSubfolder(join$2(current, step));
		if (!isWithin(top, current)) throwOutside(file, folder);
	}
	return current;
}
function throwOutside(file, folder) {
	throw new CassetteSaveError(file, `Failed to write the cassette ${file}: its path leads out of ${folder}.`);
}
function enterSubfolder(folder) {
	try {
		mkdirSync(folder);
	} catch (error) {
		if (!exists(folder)) throw error;
	}
	return realpathSync(folder);
}
function isWithin(top, path) {
	const route = relative$1(top, path);
	return route !== ".." && !route.startsWith(`..${sep}`) && !isAbsolute(route);
}
function exists(path) {
	return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
}
function moveUnlessExists(temporary, target) {
	try {
		linkSync(temporary, target);
	} catch (error) {
		if (systemErrorCode(error) === "EEXIST" || exists(target)) return "kept";
		renameSync(temporary, target);
	}
	return "written";
}
// src/storage/read-folder.ts
const { readdirSync, statSync } = nodeBuiltin("fs");
const { join: join$1 } = nodeBuiltin("path");
function pathKind(path) {
	try {
		const stats = statSync(path, { throwIfNoEntry: false });
		return stats === void 0 ? "absent" : stats.isDirectory() ? "folder" : "file";
	} catch {
		return "file";
	}
}
function readFolder(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => toFolderEntry(folder, entry)).sort((a, b) => a.name < b.name ? -1 : 1);
	} catch (cause) {
		throw new CassetteUnreadableError(folder, `Failed to list the folder ${folder}: ${describeSystemError(cause)}.`, { cause });
	}
}
function toFolderEntry(folder, entry) {
	const { name } = entry;
	if (entry.isDirectory()) return [{
		name,
		kind: "folder"
	}];
	if (entry.isSymbolicLink() && pathKind(join$1(folder, name)) === "folder") return [];
	return [{
		name,
		kind: "file"
	}];
}
// src/cli/find-inputs.ts
const CASSETTE_NAME = /\.(?:ya?ml(?:\.gz)?|json|har)$/i;
const FOREIGN_FOLDERS = ["node_modules", ".git"];
function findInputs(paths, except) {
	const found = {
		inputs: [],
		failures: []
	};
	for (const path of paths) {
		const file = resolve(path);
		const kind = pathKind(file);
		if (kind === "absent") found.failures.push(`Failed to open ${path}: there is no such file or folder.`);
		if (kind === "file") found.inputs.push({
			file,
			path,
			name: basename(file)
		});
		if (kind === "folder") addFolder(path, except, found);
	}
	return {
		inputs: unique(found.inputs),
		failures: found.failures
	};
}
function addFolder(path, except, found) {
	const before = found.inputs.length + found.failures.length;
	search({
		file: resolve(path),
		path,
		name: ""
	}, except, found);
	if (found.inputs.length + found.failures.length > before) return;
	found.failures.push(`Failed to find a cassette in ${path}: no name there ends in .yaml, .yml, .yaml.gz, .json or .har.`);
}
function search(folder, except, found) {
	try {
		for (const { name, kind } of readFolder(folder.file)) {
			const member = {
				file: join(folder.file, name),
				path: join(folder.path, name),
				name: join(folder.name, name)
			};
			if (kind === "file" && CASSETTE_NAME.test(name)) found.inputs.push(member);
			if (kind === "folder" && member.file !== except && !FOREIGN_FOLDERS.includes(name)) search(member, except, found);
		}
	} catch (error) {
		if (!(error instanceof CassetteUnreadableError)) throw error;
		found.failures.push(error.message);
	}
}
function unique(inputs) {
	return [...new Map(inputs.map((input) => [`${input.file}\0${input.name}`, input])).values()];
}
// src/cli/suggest.ts
function suggest(word, known) {
	const given = word.toLowerCase();
	const [nearest] = known.map((name) => ({
		name,
		edits: countEdits(given, name.toLowerCase())
	})).filter(({ name, edits }) => edits <= Math.max(1, Math.floor(name.length / 3)) && edits < name.length).sort((a, b) => a.edits - b.edits);
	return nearest ? ` Did you mean ${nearest.name}?` : "";
}
function countEdits(from, to) {
	let beforePrevious = [];
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const at = (line, index) => line[index] ?? Number.POSITIVE_INFINITY;
			const replaced = at(previous, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
			const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY;
			current.push(Math.min(replaced, swapped, at(previous, column) + 1, at(current, column - 1) + 1));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[to.length] ?? 0;
}
// src/cli/parse-arguments.ts
function parseArguments(config) {
	try {
		return parseArgs(config);
	} catch (error) {
		if (!(error instanceof Error && systemErrorCode(error)?.startsWith("ERR_PARSE_ARGS"))) throw error;
		const [, option] = /^Unknown option '--([^']+)'/.exec(error.message) ?? [];
		const known = [...Object.keys(config.options ?? {}), "help"].map((name) => `--${name}`);
		throw new UsageError(error.message + (option === void 0 ? "" : suggestOption(`--${option}`, known)));
	}
}
function suggestOption(option, known) {
	const suggestion = suggest(option, known);
	return suggestion && `.${suggestion}`;
}
// src/cli/plan-outputs.ts
function planOutputs(inputs, extension) {
	const outputs = inputs.map((input) => ({
		input,
		name: input.name.replace(CASSETTE_NAME, "") + extension
	}));
	const taken = /* @__PURE__ */ new Map();
	for (const output of outputs) {
		const key = output.name.normalize().toLowerCase();
		const other = taken.get(key);
		if (other) refuse(other, output);
		taken.set(key, output);
	}
	return outputs;
}
function refuse(first, second) {
	const names = first.name === second.name ? first.name : `${first.name} and ${second.name}, which some file systems take for one`;
	throw new UsageError(`${first.input.path} and ${second.input.path} would both be written to ${names}. Nothing was written. Convert them into folders of their own.`);
}
// src/cli/terminal.ts
const PROGRESS_DELAY_MS = 500;
const PROGRESS_INTERVAL_MS = 100;
const CLEAR_LINE = "\r\x1B[K";
function createTerminal({ stdout, stderr }, now = () => performance.now()) {
	let due = now() + PROGRESS_DELAY_MS;
	let shown = false;
	const end = () => {
		if (shown) stderr.write(CLEAR_LINE);
		shown = false;
	};
	return {
		out: (text) => {
			if (stdout.isTTY) end();
			stdout.write(`${escapeControlCharacters(text)}\n`);
		},
		err: (text) => {
			end();
			stderr.write(`${escapeControlCharacters(text)}\n`);
		},
		progress: (text) => {
			if (!stderr.isTTY || now() < due) return;
			due = now() + PROGRESS_INTERVAL_MS;
			shown = true;
			stderr.write(`${CLEAR_LINE}${escapeControlCharacters(oneLine(text)).slice(0, (stderr.columns || 80) - 1)}`);
		},
		end
	};
}
function oneLine(text) {
	return text.replaceAll("\n", "·");
}
// src/cli/convert.ts
const FORMATS = [...writableFormats.keys()].join(", ");
const convert = {
	name: "convert",
	summary: "reads cassettes of any known format and writes them in another",
	help: `Usage: msw-cassette convert IN… --to FORMAT --out DIR [--force]

Reads cassettes of any known format and writes them in another. IN is a file or a
folder. A folder is searched, with its subfolders, for files that end in .yaml, .yml,
.yaml.gz, .json or .har. An output keeps its name and its path below the given folder, and
gets the extension of the format.

Options:
  --to FORMAT  ${FORMATS}
  --out DIR    the folder to write to; created if it does not exist
  --force      replace existing files; without it they are kept
  --help, -h   this text

Written files are listed on stdout, failures on stderr. Exit codes:
  0  every file was converted
  1  a file failed, or was kept; the others were converted
  2  the arguments are wrong; nothing was written`,
	run: run$1
};
function run$1(args, terminal) {
	const { paths, format, folder, existing } = readArguments(args);
	const { inputs, failures } = findInputs(paths, resolve(folder));
	const outputs = planOutputs(inputs, format.extension);
	for (const failure of failures) terminal.err(oneLine(failure));
	let failed = failures.length;
	let kept = 0;
	for (const [index, { input, name }] of outputs.entries()) {
		terminal.progress(`${index + 1}/${outputs.length} ${input.path}`);
		try {
			const cassette = readInput(input);
			const text = stringifyCassette(cassette, { format: format.name });
			const target = oneLine(join(folder, name));
			if (createCassetteFile({
				folder: resolve(folder),
				name,
				text,
				existing
			}) === "written") {
				terminal.out(`${oneLine(input.path)} -> ${target}${describeLoss(cassette, format)}`);
				continue;
			}
			terminal.err(`Kept ${target}: it is there already. To replace it, add --force.`);
			kept++;
		} catch (error) {
			terminal.err(describeFailure(error, input));
			failed++;
		}
	}
	const total = failures.length + outputs.length;
	const counts = [...failed > 0 ? [`${failed} of ${total} failed`] : [], ...kept > 0 ? [`${kept} of ${total} kept`] : []];
	if (counts.length > 0) terminal.err(`${counts.join(", ")}.`);
	return counts.length > 0 ? exitCodes.failed : exitCodes.done;
}
function describeLoss({ interactions }, format) {
	if (format.withoutResponse === "keep") return "";
	const lost = interactions.filter((interaction) => !hasResponse(interaction)).length;
	return lost > 0 ? ` (without ${lost} of ${interactions.length} interactions, which have no response)` : "";
}
function readArguments(args) {
	const { values, positionals } = parseArguments({
		args: [...args],
		allowPositionals: true,
		options: {
			to: { type: "string" },
			out: { type: "string" },
			force: { type: "boolean" }
		}
	});
	const { to, out: folder } = values;
	const format = writableFormats.get(to ?? "");
	if (positionals.length === 0) throw new UsageError("There is no file or folder to convert.");
	if (positionals.includes("")) throw new UsageError("The name of a file or folder is empty.");
	if (!format) throw new UsageError(`--to ${to === void 0 ? "is missing" : `is "${to}"`}, and must be one of ${FORMATS}.${suggest(to ?? "", [...writableFormats.keys()])}`);
	if (!folder) throw new UsageError("--out is missing, and must be a folder.");
	if (pathKind(resolve(folder)) === "file") throw new UsageError(`--out is "${folder}", which is a file, and must be a folder.`);
	return {
		paths: positionals,
		format,
		folder,
		existing: values.force ? "replace" : "keep"
	};
}
function readInput({ file, path }) {
	const bytes = readCassetteFile(file);
	if (!bytes) throw new Error("there is no such file");
	return parseCassette(bytes, { path });
}
function describeFailure(error, { path }) {
	if (error instanceof CassetteError) return error.message;
	return `Failed to convert ${path}: ${error instanceof Error ? error.message : String(error)}.`;
}
// src/cli/commands.ts
const commands = [convert];
// src/cli/run.ts
function run(args, terminal) {
	const [name = "", ...rest] = withoutHelpCommand(args);
	const command = commands.find((known) => known.name === name);
	try {
		return command ? runCommand(command, rest, terminal) : runAlone(name === "" ? [] : [name, ...rest], terminal);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.err(error.message);
		terminal.err(`See msw-cassette ${command ? `${name} ` : ""}--help.`);
		return exitCodes.usage;
	}
}
function withoutHelpCommand(args) {
	const [first, ...topics] = args;
	return first === "help" ? [...topics, "--help"] : args;
}
function runCommand(command, args, terminal) {
	const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
	if (!options.includes("--help") && !options.includes("-h")) return command.run(args, terminal);
	terminal.out(command.help);
	return exitCodes.done;
}
function runAlone(args, terminal) {
	const [name] = args;
	if (name === void 0) throw new UsageError("There is no command.");
	const known = commands.map((command) => command.name);
	if (!name.startsWith("-")) throw new UsageError(`There is no command "${name}".${suggest(name, [...known, "help"])} Known: ${known.join(", ")}.`);
	const { values } = parseArguments({
		args: [...args],
		options: {
			help: {
				type: "boolean",
				short: "h"
			},
			version: {
				type: "boolean",
				short: "v"
			}
		}
	});
	terminal.out(values.version ? version : writeHelp());
	return exitCodes.done;
}
function writeHelp() {
	return `Usage: msw-cassette COMMAND …

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`).join("\n")}

Options:
  --help, -h     this text; after a command, that command's
  --version, -v  the version of this package`;
}
// src/cli/main.ts
for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
	if (systemErrorCode(error) !== "EPIPE") throw error;
});
const terminal = createTerminal(process);
process.exitCode = run(process.argv.slice(2), terminal);
terminal.end();
