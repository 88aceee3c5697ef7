import { isVcrpy, parseVcrpy } from './read.ts';
import { writeVcrpy } from './write.ts';
/**
 * The cassettes of VCR.py.
 *
 * @see https://vcrpy.readthedocs.io/en/latest/advanced.html
 */
export declare const vcrpy: {
    readonly name: 'vcrpy';
    readonly title: 'VCR.py';
    readonly extension: '.yaml';
    readonly withoutResponse: 'drop';
    readonly detect: typeof isVcrpy;
    readonly parse: typeof parseVcrpy;
    readonly write: typeof writeVcrpy;
};
