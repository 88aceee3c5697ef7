/** In cents; a smaller amount with its first digit. */
export function formatDollars(dollars: number): string {
  const digits = dollars >= 0.01 || dollars === 0 ? CENTS : FIRST_DIGIT
  return `$${digits.format(dollars)}`
}

const CENTS = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const FIRST_DIGIT = new Intl.NumberFormat('en', { maximumSignificantDigits: 1 })
