import { B as inFolder, F as resolveLinks, Ht as MAX_INFLATED_BYTES, N as temporaryPath, Qt as nodeBuiltin, R as tryLock, U as systemErrorCode, W as wrapSaveErrors } from "./core.js";
// src/platform/block.ts
function block(ms) {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
// src/platform/at-exit.ts
const tasks = /* @__PURE__ */ new Set();
let state = "new";
function runAtExit(task) {
	tasks.add(task);
	if (state === "new") globalThis.process?.once?.("exit", runTasks);
	state = "listening";
	return () => void tasks.delete(task);
}
function runTasks() {
	for (const task of tasks) task();
}
// src/storage/file-stamp.ts
const { fstatSync, statSync: statSync$2 } = nodeBuiltin("fs");
function stampOf(file) {
	const stats = typeof file === "number" ? fstatSync(file, { bigint: true }) : statSync$2(file, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (stats === void 0) return void 0;
	if (!stats.isFile()) throw new Error("it is a folder, a device, a pipe or a socket, not a file");
	return `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}`;
}
// src/storage/write-version.ts
const { closeSync, fchmodSync, fsyncSync, openSync, readSync, rmSync: rmSync$1, statSync: statSync$1, writeSync } = nodeBuiltin("fs");
function writeCopy(temporary, target, content, edit) {
	const mode = statSync$1(target, { throwIfNoEntry: false })?.mode;
	rmSync$1(temporary, { force: true });
	return writeTo(openSync(temporary, "wx", mode), (handle) => {
		if (mode !== void 0) fchmodSync(handle, mode);
		let at = write(handle, content?.subarray(0, edit.keep) ?? "", 0);
		at = write(handle, edit.text, at);
		write(handle, content?.subarray(edit.end) ?? "", at);
	});
}
function extendOlder({ path, stamp, size }, target, edit) {
	if (edit.keep < size || stampOf(path) !== stamp) return void 0;
	return writeTo(openSync(path, "r+"), (handle) => {
		const at = write(handle, read(target, size, edit.keep), size);
		write(handle, edit.text, at);
	});
}
function writeTo(handle, action) {
	try {
		action(handle);
		fsyncSync(handle);
		return stampOf(handle) ?? "";
	} finally {
		closeSync(handle);
	}
}
function write(handle, content, position) {
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	let at = 0;
	while (at < bytes.length) at += writeSync(handle, bytes, at, bytes.length - at, position + at);
	return position + at;
}
function read(file, from, to) {
	const bytes = new Uint8Array(to - from);
	const handle = openSync(file, "r");
	try {
		let at = 0;
		while (at < bytes.length) {
			const count = readSync(handle, bytes, at, bytes.length - at, from + at);
			if (count === 0) throw new Error("it was cut while it was read");
			at += count;
		}
	} finally {
		closeSync(handle);
	}
	return bytes;
}
// src/storage/growing-file.ts
const { linkSync, readFileSync, renameSync, rmSync, statSync } = nodeBuiltin("fs");
const { dirname } = nodeBuiltin("path");
const MIN_SPARE_BYTES = 65536;
var GrowingFile = class {
	#file;
	#last;
	#spare;
	constructor(file) {
		this.#file = file;
	}
	write(plan) {
		return wrapSaveErrors(this.#file, () => {
			const target = resolveLinks(this.#file);
			const lock = lockInFolder(target);
			if (!lock) return "busy";
			try {
				return this.#writeLocked(target, lock, plan);
			} finally {
				lock.release();
			}
		});
	}
	close() {
		this.#spare?.remove();
		this.#spare = void 0;
	}
	#writeLocked(target, lock, plan) {
		const stamp = stampOf(target);
		const isKnown = `${target}:${stamp}` === this.#last;
		const content = isKnown ? void 0 : readIfExists(target);
		const edit = plan(isKnown ? "unchanged" : content);
		if (!edit) return "written";
		const size = statSync(target, { throwIfNoEntry: false })?.size ?? 0;
		assertSize(edit, size);
		const spare = isKnown && size === edit.keep ? this.#spare : void 0;
		const temporary = spare?.path ?? temporaryPath(target);
		try {
			const next = (spare && extendOlder(spare, target, edit)) ?? writeCopy(temporary, target, content ?? readIfExists(target), edit);
			if (!lock.isHeld() || stampOf(target) !== stamp) return "busy";
			this.#replace(target, temporary, {
				stamp: stamp ?? "",
				size: size === edit.keep ? size : 0
			});
			this.#last = `${target}:${next}`;
			return "written";
		} finally {
			rmSync(temporary, { force: true });
		}
	}
	#replace(target, temporary, previous) {
		const kept = previous.size < MIN_SPARE_BYTES ? void 0 : keepPrevious(target);
		renameSync(temporary, target);
		this.close();
		this.#spare = kept && {
			...kept,
			...previous
		};
	}
};
function lockInFolder(target) {
	let lock;
	inFolder(dirname(target), () => {
		lock = tryLock(target);
	});
	return lock;
}
function readIfExists(file) {
	try {
		const { buffer, byteOffset, length } = readFileSync(file);
		return new Uint8Array(buffer, byteOffset, length);
	} catch (error) {
		if (systemErrorCode(error) === "ENOENT") return void 0;
		throw error;
	}
}
function assertSize({ keep, end, text }, size) {
	const grown = keep + Buffer.byteLength(text) + Math.max(size - end, 0);
	if (grown <= 268435456) return;
	throw new Error(`it would have ${grown} bytes, and can have at most ${MAX_INFLATED_BYTES}. Record into several cassettes`);
}
function keepPrevious(file) {
	const path = temporaryPath(file);
	try {
		linkSync(file, path);
	} catch {
		return;
	}
	const remove = () => rmSync(path, { force: true });
	const cancel = runAtExit(remove);
	return {
		path,
		remove() {
			cancel();
			remove();
		}
	};
}
export { runAtExit as n, block as r, GrowingFile as t };
