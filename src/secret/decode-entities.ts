const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A control character that XML can't contain. */
const CONTROL = /[^\t\n\r -\u{10ffff}]/u

/**
 * Decodes the entities of XML, and characters that are written as numbers. Other entities of HTML stay.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
    (all, name?: string, decimal?: string, hex?: string) => {
      if (name) return NAMES[name.toLowerCase()] ?? all
      const char = String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16))
      return CONTROL.test(char) ? all : char
    },
  )
}
