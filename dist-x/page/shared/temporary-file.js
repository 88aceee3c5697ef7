import { C as modeSetting, Qt as CassetteSaveError, Ut as CassetteError, Y as isError, ht as readGoVcr2Fast, j as currentTime, yt as isGzip, zt as nodeBuiltin } from "./replay.js";
import { a as loadYaml, c as writeInteraction, s as writeGoVcr2 } from "./llm-defaults.js";
// src/format/go-vcr-2/append.ts
function findListEnd(bytes) {
	if (isGzip(bytes)) return void 0;
	const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
	const place = findInOwnStyle(bytes, text) ?? findWithParser(text);
	if (!place) return void 0;
	const before = text.slice(0, place.keep);
	return {
		...place,
		keep: lengthInBytes(before),
		end: bytes.length - lengthInBytes(text.slice(place.end)),
		lineBreak: before.endsWith("\n") ? "present" : "absent"
	};
}
function writeAdditions(added, place) {
	if (!place) {
		const text = writeGoVcr2(added);
		const end = lengthInBytes(text);
		return {
			text,
			next: {
				count: added.length,
				indent: "",
				keep: end,
				end,
				lineBreak: "present"
			}
		};
	}
	const items = added.map((interaction, index) => writeInteraction(interaction, place.count + index)).join("");
	const text = (place.lineBreak === "present" ? "" : "\n") + items.replace(/^(?=.)/gm, place.indent);
	const end = place.keep + lengthInBytes(text);
	return {
		text,
		next: {
			...place,
			count: place.count + added.length,
			keep: end,
			end,
			lineBreak: "present"
		}
	};
}
function findInOwnStyle(bytes, text) {
	const count = readGoVcr2Fast(bytes, "")?.interactions.length;
	if (count === void 0) return void 0;
	if (count === 0) return {
		count,
		indent: "",
		keep: text.lastIndexOf("["),
		end: text.length
	};
	return {
		count,
		indent: /^interactions:\n( *)/m.exec(text)?.[1] ?? "",
		keep: text.length,
		end: text.length
	};
}
function findWithParser(text) {
	const { isMap, isScalar, isSeq, parseDocument } = loadYaml();
	const { contents } = parseDocument(text, { logLevel: "error" });
	const list = (isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === "interactions") : void 0)?.value;
	if (!isSeq(list) || !list.range || !isMap(contents) || contents.flow) return void 0;
	const [start, valueEnd, nodeEnd] = list.range;
	if (list.items.length === 0) return list.flow ? {
		count: 0,
		indent: "",
		keep: start,
		end: skipLineBreak(text, valueEnd)
	} : void 0;
	if (list.flow) return void 0;
	const indent = text.slice(text.lastIndexOf("\n", start) + 1, start);
	return /^ *$/.test(indent) ? {
		count: list.items.length,
		indent,
		keep: nodeEnd,
		end: nodeEnd
	} : void 0;
}
function skipLineBreak(text, end) {
	return text[end] === "\n" ? end + 1 : end;
}
function lengthInBytes(text) {
	return new TextEncoder().encode(text).length;
}
// src/format/go-vcr-2/describe-style.ts
function describeStyle(file) {
	return `Failed to record into ${file}: interactions can be added to go-vcr version 2 files in YAML's block style only. Record into a new file, or record this one again with ${modeSetting("record")}.`;
}
// src/storage/system-error.ts
function systemErrorCode(error) {
	return isError(error) && "code" in error ? String(error.code) : void 0;
}
const MEANINGS = {
	EACCES: "permission denied",
	EISDIR: "it is a folder; name a file in it",
	ELOOP: "its links lead in a circle",
	ENAMETOOLONG: "the name is too long",
	ENOTDIR: "a part of its path is a file, not a folder",
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	EROFS: "the file system is read-only",
	EPERM: "the operation is not permitted",
	ERR_INVALID_ARG_VALUE: "the name has a NUL character, which no file name has"
};
function describeSystemError(error) {
	return MEANINGS[systemErrorCode(error) ?? ""] ?? (isError(error) ? error.message : String(error));
}
function wrapSaveErrors(file, action) {
	try {
		return action();
	} catch (cause) {
		if (cause instanceof CassetteError) throw cause;
		throw new CassetteSaveError(file, `Failed to write the cassette ${file}: ${describeSystemError(cause)}.`, { cause });
	}
}
// src/storage/create-folder.ts
const { existsSync, mkdirSync, rmdirSync: rmdirSync$1 } = nodeBuiltin("fs");
const { dirname: dirname$3 } = nodeBuiltin("path");
const MAX_FOLDER_ATTEMPTS = 20;
function inFolder(folder, use) {
	const created = /* @__PURE__ */ new Set();
	for (let attempt = 1;; attempt++) try {
		for (const added of createFolder(folder)) created.add(added);
		use();
		return [...created];
	} catch (error) {
		if (systemErrorCode(error) !== "ENOENT" || attempt === MAX_FOLDER_ATTEMPTS) throw error;
	}
}
function createFolder(folder) {
	if (existsSync(folder)) return [];
	const created = dirname$3(folder) === folder ? [] : createFolder(dirname$3(folder));
	try {
		mkdirSync(folder);
		return [...created, folder];
	} catch (error) {
		if (systemErrorCode(error) !== "EEXIST") throw error;
		return created;
	}
}
function removeEmptyFolders(created) {
	try {
		for (const folder of created.toReversed()) rmdirSync$1(folder);
	} catch {}
}
// src/storage/is-alive.ts
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return systemErrorCode(error) === "EPERM";
	}
}
// src/storage/lock-file.ts
const { createHash, randomUUID: randomUUID$1 } = nodeBuiltin("crypto");
const { closeSync: closeSync$1, lstatSync: lstatSync$1, openSync: openSync$1, readFileSync, renameSync, rmdirSync, rmSync: rmSync$1, writeFileSync: writeFileSync$1 } = nodeBuiltin("fs");
const { hostname } = nodeBuiltin("os");
const { basename: basename$1, dirname: dirname$2, join: join$2 } = nodeBuiltin("path");
const STALE_LOCK_AGE_MS = 5e3;
const STALE_FOREIGN_LOCK_AGE_MS = 3e4;
const UNSIGNED_LOCK_AGE_MS = 1e3;
const LOCK_TIMEOUT_MS = 1e4;
function tryLock(file) {
	const lock = lockPath(file);
	const token = JSON.stringify({
		pid: process.pid,
		host: hostname(),
		id: randomUUID$1()
	});
	if (!create(lock, token) && !(removeStale(lock) && create(lock, token))) return void 0;
	const isHeld = () => readIfExists(lock) === token;
	return {
		isHeld,
		release() {
			if (isHeld()) rmSync$1(lock, { force: true });
		}
	};
}
function lockTimeout(file) {
	return new CassetteSaveError(file, `Failed to write the cassette ${file}: other processes have written it for ${LOCK_TIMEOUT_MS / 1e3} s, and hold ${lockPath(file)}. Wait for them, or remove the lock if there are none.`);
}
function lockPath(file) {
	const name = basename$1(file).normalize("NFC").toLowerCase();
	const hash = createHash("sha256").update(name).digest("hex").slice(0, 16);
	return join$2(dirname$2(file), `.${hash}.cassette.lock`);
}
function create(lock, token) {
	try {
		const handle = openSync$1(lock, "wx");
		try {
			writeFileSync$1(handle, token);
		} catch (error) {
			rmSync$1(lock, { force: true });
			throw error;
		} finally {
			closeSync$1(handle);
		}
		return true;
	} catch (error) {
		if (systemErrorCode(error) === "EEXIST") return false;
		throw error;
	}
}
function removeStale(lock) {
	const stats = lstatSync$1(lock, { throwIfNoEntry: false });
	if (stats === void 0) return true;
	if (stats.isDirectory()) {
		rmdirSync(lock);
		return true;
	}
	const token = readIfExists(lock);
	if (!isStale(token, Math.abs(currentTime() - stats.mtimeMs))) return false;
	const moved = `${lock}.${randomUUID$1()}`;
	try {
		renameSync(lock, moved);
	} catch {
		return false;
	}
	if (readIfExists(moved) === token) rmSync$1(moved, { force: true });
	else renameSync(moved, lock);
	return true;
}
function isStale(token, age) {
	const { pid, host } = parseToken(token);
	if (typeof pid !== "number") return age > UNSIGNED_LOCK_AGE_MS;
	if (host !== hostname()) return age > STALE_FOREIGN_LOCK_AGE_MS;
	return !isAlive(pid) || age > STALE_LOCK_AGE_MS;
}
function parseToken(token = "") {
	try {
		return JSON.parse(token) ?? {};
	} catch {
		return {};
	}
}
function readIfExists(file) {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return;
	}
}
// src/storage/resolve-links.ts
const { lstatSync, readlinkSync, realpathSync } = nodeBuiltin("fs");
const { basename, dirname: dirname$1, join: join$1, resolve } = nodeBuiltin("path");
function resolveLinks(path) {
	try {
		return realpathSync(path);
	} catch (error) {
		if (systemErrorCode(error) !== "ENOENT" || dirname$1(path) === path) throw error;
	}
	const folder = resolveLinks(dirname$1(path));
	const resolved = join$1(folder, basename(path));
	return lstatSync(resolved, { throwIfNoEntry: false })?.isSymbolicLink() === true ? resolveLinks(resolve(folder, readlinkSync(resolved))) : resolved;
}
// src/storage/temporary-file.ts
const { randomUUID } = nodeBuiltin("crypto");
const { closeSync, fchmodSync, fsyncSync, openSync, readdirSync, rmSync, statSync, writeFileSync } = nodeBuiltin("fs");
const { dirname, join } = nodeBuiltin("path");
function temporaryPath(file) {
	return join(dirname(file), `.${randomUUID()}.${process.pid}.cassette.tmp`);
}
function writeDurably(file, content, mode) {
	const handle = openSync(file, "wx", mode);
	try {
		if (mode !== void 0) fchmodSync(handle, mode);
		writeFileSync(handle, content);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
const LEFTOVER_AGE_MS = 6e5;
const ORPHAN_AGE_MS = 1e4;
const LEFTOVER = /^\.[\da-f-]{36}\.(?:(\d+)\.)?cassette\.tmp$|\.cassette\.lock\.[\da-f-]{36}$/;
function removeLeftovers(folder) {
	const now = currentTime();
	for (const name of readdirSync(folder)) {
		const [match, pid] = LEFTOVER.exec(name) ?? [];
		if (match === void 0) continue;
		const file = join(folder, name);
		if (now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > (pid === void 0 || isAlive(Number(pid)) ? LEFTOVER_AGE_MS : ORPHAN_AGE_MS)) rmSync(file, { force: true });
	}
}
export { LOCK_TIMEOUT_MS as a, inFolder as c, systemErrorCode as d, wrapSaveErrors as f, writeAdditions as h, resolveLinks as i, removeEmptyFolders as l, findListEnd as m, temporaryPath as n, lockTimeout as o, describeStyle as p, writeDurably as r, tryLock as s, removeLeftovers as t, describeSystemError as u };
