/**
 * The base class of every error of this library: a literal `code` to switch on, its facts as fields, and a message without
 * control characters, so that a terminal can show it whatever the cassette contains.
 */
export declare abstract class CassetteError extends Error {
    abstract readonly code: string;
    constructor(message: string, options?: ErrorOptions);
}
/** The base class of the errors that are about one cassette file. */
export declare abstract class CassetteFileError extends CassetteError {
    /** The absolute path; as the caller spelled it where nothing was resolved, and `<text>` for a cassette given as text. */
    readonly file: string;
    constructor(file: string, message: string, options?: ErrorOptions);
}
/** The cassette does not exist. Record it, or correct the path. */
export declare class CassetteNotFoundError extends CassetteFileError {
    readonly name = "CassetteNotFoundError";
    readonly code = "cassette_not_found";
}
/** The cassette exists but can't be read: a folder, a missing permission, a platform without files. */
export declare class CassetteUnreadableError extends CassetteFileError {
    readonly name = "CassetteUnreadableError";
    readonly code = "cassette_unreadable";
}
/** The cassette can't be written: a missing permission, a full disk, a path outside the project, a style that can't be extended. */
export declare class CassetteSaveError extends CassetteFileError {
    readonly name = "CassetteSaveError";
    readonly code = "cassette_save";
}
/** A place in a cassette file. */
export interface Location {
    /** The file, as the caller spelled it; `<text>` for a cassette given as text. */
    readonly file: string;
    /** Counted from 1. */
    readonly line: number;
    /** Counted from 1, in UTF-16 units. */
    readonly column: number;
}
/** The base class of the errors that point to a place in a cassette file. */
declare abstract class CassetteLocationError extends CassetteFileError {
    /** Counted from 1. */
    readonly line: number;
    /** Counted from 1, in UTF-16 units. */
    readonly column: number;
    constructor({ file, line, column }: Location, message: string, options?: ErrorOptions);
}
/** The file is not a valid cassette: a syntax error, a wrong type, a value out of range, a truncated file. */
export declare class CassetteParseError extends CassetteLocationError {
    readonly name = "CassetteParseError";
    readonly code = "cassette_invalid";
}
/** The file is valid YAML or JSON, but its format is not one that this library reads. */
export declare class CassetteFormatError extends CassetteLocationError {
    readonly name = "CassetteFormatError";
    readonly code = "cassette_format";
    /** The format that the file seems to have, such as `go-vcr version 1`; undefined if its shape is unknown. */
    readonly found: string | undefined;
    constructor(location: Location, found: string | undefined, message: string);
}
/** Recorded interactions were never requested, and `onUnplayed` is `'error'`. */
export declare class CassetteUnplayedError extends CassetteFileError {
    readonly name = "CassetteUnplayedError";
    readonly code = "cassette_unplayed";
    /** The number of interactions that were not played. */
    readonly unplayed: number;
    constructor(file: string, unplayed: number, message: string);
}
/** A test requested a cassette, and neither played nor recorded anything. */
export declare class CassetteUnusedError extends CassetteFileError {
    readonly name = "CassetteUnusedError";
    readonly code = "cassette_unused";
    /** The hosts of this machine that received requests, such as `localhost:11434`. Name them in the option `hosts` to record them. */
    readonly hosts: readonly string[];
    constructor(file: string, hosts: readonly string[], message: string);
}
/**
 * A client read on after the end of a recording whose client had left before the stream ended. It is thrown into the stream,
 * and by `verify()`.
 */
export declare class CassetteOpenEndError extends CassetteFileError {
    readonly name = "CassetteOpenEndError";
    readonly code = "cassette_open_end";
    /** The line of the interaction, counted from 1; undefined for a cassette that was created in memory. */
    readonly line: number | undefined;
    constructor(file: string, line: number | undefined, message: string);
}
/** A recording contains something that looks like a credential. It was not saved. */
export declare class CassetteSecretError extends CassetteFileError {
    readonly name = "CassetteSecretError";
    readonly code = "cassette_secret";
    /** The place and the kind of each credential, never the credential itself. */
    readonly findings: readonly SecretFinding[];
    constructor(file: string, findings: readonly SecretFinding[], message: string);
}
/** A place in a recorded interaction that looks like a credential. */
export interface SecretFinding {
    /** Such as `#0 response.body`. */
    readonly place: string;
    /** Such as `an OpenAI key` or `the value of OPENAI_API_KEY`. */
    readonly kind: string;
}
/** Interactions are older than `expires` allows, and `onExpired` is `'error'`. */
export declare class CassetteExpiredError extends CassetteFileError {
    readonly name = "CassetteExpiredError";
    readonly code = "cassette_expired";
    /** The date of the oldest interaction. */
    readonly recordedAt: Date;
    constructor(file: string, recordedAt: Date, message: string);
}
/** A request to a host of the cassette did not go through MSW, and was refused. */
export declare class CassetteEscapedError extends CassetteFileError {
    readonly name = "CassetteEscapedError";
    readonly code = "cassette_escaped";
    /** The client that sent it, such as `undici` or `node:http2`. */
    readonly client: string;
    constructor(file: string, client: string, message: string);
}
/** An option is unknown or has an impossible value. */
export declare class CassetteOptionError extends CassetteError {
    readonly name = "CassetteOptionError";
    readonly code = "cassette_option";
    /** The option's path, such as `match.ignoreBody[0]`. */
    readonly option: string;
    constructor(option: string, message: string);
}
/** A session was used after it was closed, or before an MSW handler could answer for it; or no handler answers a request. */
export declare class CassetteSessionError extends CassetteError {
    readonly name = "CassetteSessionError";
    readonly code = "cassette_session";
}
export {};
