/** Bytes to search and to read text from: a `Buffer` in Node. */
export type ByteView = Uint8Array<ArrayBuffer>;
/** Views bytes without copying them. Searching a `Buffer` is several times faster than searching a typed array. */
export declare function viewBytes(bytes: Uint8Array<ArrayBuffer>): ByteView;
/** Decodes the UTF-8 text between two offsets. A byte order mark is kept as a character. */
export declare function readUtf8(view: ByteView, from: number, to: number): string;
/** Compares two byte arrays. */
export declare function hasEqualBytes(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): boolean;
/** Checks that bytes are valid UTF-8. */
export declare function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean;
