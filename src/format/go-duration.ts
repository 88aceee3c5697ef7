const MS_PER_UNIT: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
}

/** In ms. Go stores nanoseconds in 64 bits. */
const MAX_DURATION = 2 ** 63 / 1e6

const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y

/**
 * Reads a duration as Go's `time.ParseDuration` does: `816.057254ms`, `1m2.3s`, `0s`, `-1.5h`.
 *
 * @returns milliseconds; undefined if the text is not a duration or exceeds Go's 292 years
 */
export function parseGoDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const unsigned = text.replace(/^[-+]/, '')
  if (unsigned === '0') return 0
  let milliseconds = 0
  PART.lastIndex = 0
  for (let at = 0; at < unsigned.length; at = PART.lastIndex) {
    const part = PART.exec(unsigned)
    if (!part) return undefined
    milliseconds += Number(part[1]) * (MS_PER_UNIT[part[2] ?? ''] ?? Number.NaN)
  }
  if (unsigned === '' || milliseconds >= MAX_DURATION) return undefined
  // Rounded to whole nanoseconds, Go's precision: 32.239 * 1,000 is not 32,239.
  return (sign * Math.round(milliseconds * 1e6)) / 1e6
}

/**
 * Writes a duration as Go does: `816.057254ms`, `1.5s`, `1m2.3s`, `0s`.
 *
 * @param milliseconds not negative
 */
export function writeGoDuration(milliseconds: number): string {
  const nanoseconds = Math.round(milliseconds * 1e6)
  if (nanoseconds === 0) return '0s'
  if (nanoseconds < 1e3) return `${nanoseconds}ns`
  if (nanoseconds < 1e6) return `${nanoseconds / 1e3}µs`
  if (nanoseconds < 1e9) return `${nanoseconds / 1e6}ms`
  const seconds = Math.floor(nanoseconds / 1e9)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = `${((seconds % 60) * 1e9 + (nanoseconds % 1e9)) / 1e9}s`
  return `${hours > 0 ? `${hours}h` : ''}${seconds >= 60 ? `${minutes}m` : ''}${rest}`
}
