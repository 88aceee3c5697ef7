/** A number with its noun, such as `1 difference` or `2 differences`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
