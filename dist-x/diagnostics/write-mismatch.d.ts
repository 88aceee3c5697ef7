import type { Mismatch } from './mismatch.ts';
/**
 * Writes a mismatch as text: the request, the cassettes, the differences from the nearest interaction, the advice.
 *
 * @param mismatch the facts
 * @returns several lines, without colour
 */
export declare function writeMismatch(mismatch: Mismatch): string;
