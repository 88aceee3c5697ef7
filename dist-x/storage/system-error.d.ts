/** The code of a system error, such as `ENOENT`; undefined for other errors. */
export declare function systemErrorCode(error: unknown): string | undefined;
/** Explains a system error; falls back to its own message. */
export declare function describeSystemError(error: unknown): string;
/** Runs a file operation, and rethrows its errors as `CassetteSaveError`. */
export declare function wrapSaveErrors<T>(file: string, action: () => T): T;
