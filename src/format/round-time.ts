/** Rounds a time in ms to microseconds, as files have it. */
export function roundTime(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
