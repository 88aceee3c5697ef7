/** Writes a text as a string of JavaScript. */
export function toLiteral(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")
  return `'${escapeInvisible(escaped)}'`
}

/**
 * Writes a text as an expression of JavaScript. JSON that JavaScript writes in the same way is readable as a value.
 *
 * @param indent of the line on which the expression begins
 */
export function toExpression(text: string, indent: string): string {
  const value = parse(text)
  if (typeof value !== 'object' || JSON.stringify(value) !== text || text.includes('"__proto__"'))
    return toLiteral(text)
  return `JSON.stringify(${escapeInvisible(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${indent}`)})`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Characters that an editor could hide or show as others. JSON escapes the others. */
function escapeInvisible(literal: string): string {
  return literal.replaceAll(
    /[\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
