/**
 * How long the rest of a body can take after its reader has stopped, in ms. SDKs stop reading at the last event, shortly
 * before the connection ends; a body that ends within this time is complete.
 */
export declare const TRAILING_BODY_TIMEOUT_MS = 1000;
