/** The environment variable with a folder that all processes of a test run share. The Vitest plugin and the Jest reporter set it. */
export declare const RUN_FOLDER = "MSW_CASSETTE_RUN_FOLDER";
/** The extension of the markers in that folder. */
export declare const MARKER = ".recorded";
/** Remembers that this test run has recorded a file, so that its other tests add to the file instead of replacing it. */
export declare function markRecorded(file: string): void;
/** Tells whether a test of this run has recorded a file, in any process. */
export declare function wasRecordedInThisRun(file: string): boolean;
