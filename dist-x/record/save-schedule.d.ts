/** When to try again if another process was writing the file. */
export declare const RETRY_MS = 10;
/**
 * Decides when to save: immediately, unless earlier saves have used more than half of the time. The saves of many simultaneous
 * recordings are then joined, so that other tasks of the process are not blocked.
 */
export declare class SaveSchedule {
    #private;
    /** @param save never throws. `'busy'`: call it again a little later */
    constructor(save: () => 'done' | 'busy');
    /** Requests a save, now or a little later. It runs even if the process exits before. */
    request(): void;
    /** Saves now what was requested and delayed. */
    flush(): void;
    /** Saves now. */
    run(): 'done' | 'busy';
}
