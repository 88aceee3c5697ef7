/** Prepares for a server that is about to start: nothing that is open now can carry a request past it. */
export declare function prepareInterception(): void;
