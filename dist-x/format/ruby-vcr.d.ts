import type { Interaction } from '../cassette.ts';
/**
 * The cassettes of Ruby's VCR. Those of VCR 1.x are a bare list. Placeholders in URLs, such as `<API_BASE>`, are kept.
 *
 * @see https://github.com/vcr/vcr/blob/master/lib/vcr/structs.rb
 */
export declare const rubyVcr: {
    readonly name: 'ruby-vcr';
    readonly title: 'Ruby VCR';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => Interaction[];
};
