import { type ByteView } from '../../../bytes/byte-view.ts';
/** A scalar on one line: its decoded text, or its range in the file, without its quotes. */
export type LineScalar = {
    readonly style: 'decoded';
    readonly text: string;
} | {
    readonly style: EncodedStyle;
    readonly from: number;
    readonly to: number;
};
/** `verbatim`: the bytes are the text. */
type EncodedStyle = 'verbatim' | 'single-quoted' | 'double-quoted';
/** The value of a line: its range in the file. */
interface LineValue {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly view: ByteView;
    /** The offset of its first byte. */
    readonly value: number;
    /** The offset of the line break. */
    readonly end: number;
}
/** Reads a value as a scalar. It bails unless the value is quoted, or plain text that no YAML reader takes for another type. */
export declare function toLineScalar({ bytes, view, value, end }: LineValue): LineScalar;
export {};
