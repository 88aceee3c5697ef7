import type { Lines } from './lines.ts';
/** Caches a part of an interaction, such as its headers, which often has the same bytes in the next interaction. */
export declare class LastPartCache<Value> {
    #private;
    /**
     * Reads the part that begins with the current line, and moves to the line after it.
     *
     * @param read reads a part that is not cached; its result must depend only on the lines
     */
    read(lines: Lines, read: () => Value): Value;
}
