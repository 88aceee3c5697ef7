import type { Lines } from './lines.ts';
/**
 * Skips the keys that describe how a message was transferred. It bails on any other key.
 */
export declare function skipWireFields(lines: Lines, key: string): void;
