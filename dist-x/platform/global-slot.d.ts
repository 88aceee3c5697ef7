/** One value on `globalThis`, which all copies of this library in a realm share. */
export interface GlobalSlot<T> {
    get(): T | undefined;
    /** Returns the value, and first creates it if the slot is empty. */
    getOrCreate(create: () => T): T;
    /** Stores a value; undefined empties the slot. */
    set(value: T | undefined): void;
}
/**
 * Creates access to a slot on `globalThis`. One process can load several copies of this library, for example after
 * `vi.resetModules()`, in Jest's sandbox, or if a setup file and a test import different entry points. A module variable
 * exists once for each copy; a slot exists once for all of them.
 *
 * @param name identifies the slot. It ends in a version, such as `scope/1`: increment it when `T` changes, so that copies
 *   of different releases do not read each other's values.
 */
export declare function globalSlot<T>(name: string): GlobalSlot<T>;
