/**
 * Indents the lines on which a quoted text goes on, where they are not deeper than its key. YAML forbids that, libyaml, and
 * with it Go, Python and Ruby, reads it; files that were edited by hand have it. Folding takes the indentation away again, so
 * no value changes, and no line moves.
 *
 * @param text a YAML file
 */
export function repairQuotedIndent(text: string): string {
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const [, before = '', quote] =
      /^( *(?:- +)*(?:(?:[\w.-]+|'[^']*'|"[^"]*") *: +)?(?:!\S* +)?)(['"|>])/.exec(line) ?? []
    const indent = before.search(/[^ -]/) === -1 ? before.length : before.search(/[^ -]/)
    if (quote === '|' || quote === '>') index = skipBlock(lines, index, indent)
    else if (quote === "'" || quote === '"') index = indentUntil(lines, index, before.length + 1, quote, indent)
  }
  return lines.join('\n')
}

function skipBlock(lines: readonly string[], start: number, indent: number): number {
  let index = start
  // What a block of a list's item is indented by is at least the dash's own.
  while (
    index + 1 < lines.length &&
    /^\s*$|^ /.test(lines[index + 1] ?? '') &&
    isDeeper(lines[index + 1] ?? '', indent)
  )
    index++
  return index
}

function isDeeper(line: string, indent: number): boolean {
  const own = line.search(/\S/)
  return own === -1 || own > indent
}

/** @returns the line on which the text ends; the one on which it begins where it does not end. */
function indentUntil(lines: string[], start: number, from: number, quote: string, indent: number): number {
  let at = from
  for (let end = start; end < lines.length; end++, at = 0) {
    if (!closes(lines[end] ?? '', at, quote)) continue
    for (let index = start + 1; index <= end; index++) {
      const line = lines[index] ?? ''
      if (line !== '' && !isDeeper(line, indent)) lines[index] = ' '.repeat(indent + 1) + line
    }
    return end
  }
  return start
}

/** Tells whether a quoted text ends on a line. */
function closes(line: string, from: number, quote: string): boolean {
  for (let at = from; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++
    else if (line[at] !== quote) continue
    else if (quote === "'" && line[at + 1] === "'") at++
    else return true
  }
  return false
}
