/** Blocks the thread for some ms. Fake timers do not affect it. */
export function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
