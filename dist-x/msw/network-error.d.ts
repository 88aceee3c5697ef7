/**
 * Converts an error to one that MSW passes on to the client. MSW takes an error with a code and an errno for Node's own, and
 * answers 500 for any other. For a failed `fetch` it is the cause, which the client then gets as the cause again.
 *
 * @param error the failure
 */
export declare function toNetworkError(error: unknown): Error;
