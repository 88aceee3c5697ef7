import { JsonNumber } from '../../json/json-number.ts'

/** Reads a time. Some writers write more digits than a double holds. NaN if the value is not a number. */
export function toMilliseconds(value: unknown): number {
  return typeof value === 'number' || value instanceof JsonNumber ? Number(value) : Number.NaN
}
