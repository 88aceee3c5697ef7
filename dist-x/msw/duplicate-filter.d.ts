/**
 * Creates a filter for requests that MSW passes on twice: if two servers listen, it calls the handlers of the last one twice.
 *
 * @returns tells whether a request was seen before, by its id
 */
export declare function createDuplicateFilter(): (requestId: string) => boolean;
