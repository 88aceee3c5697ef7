import { CassetteError } from '../errors/errors.ts';
import type { Mismatch } from './mismatch.ts';
/** A request that no open cassette contains. The facts in the message are also in the fields of `Mismatch`. */
export declare class CassetteMismatchError extends CassetteError {
    readonly name = "CassetteMismatchError";
    readonly code = "cassette_mismatch";
    readonly reason: Mismatch['reason'];
    readonly request: Mismatch['request'];
    readonly cassettes: Mismatch['cassettes'];
    readonly nearest: Mismatch['nearest'];
    readonly differences: Mismatch['differences'];
    readonly advice: Mismatch['advice'];
    /** The nearest recorded request. Test runners print a diff of it and `actual`. Absent if nothing differs. */
    readonly expected?: unknown;
    /** The received request, in the shape of `expected`. */
    readonly actual?: unknown;
    constructor(mismatch: Mismatch, message: string);
}
