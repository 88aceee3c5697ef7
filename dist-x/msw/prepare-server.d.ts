/** Prepares for a server that is about to start. */
export declare function prepareServer(): void;
