/**
 * Indents the continuation lines of quoted texts that are not indented deeper than their key. Files that were edited by hand
 * have such lines: YAML forbids them, but libyaml (Go, Python, Ruby) reads them. Folding removes the indentation again, so no
 * value changes and every line keeps its number.
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
  // A block in a list item is indented deeper than the dash.
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

/** @returns the line on which the text ends; `start` if it does not end */
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

/** Whether a quoted text ends on a line. */
function closes(line: string, from: number, quote: string): boolean {
  for (let at = from; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++
    else if (line[at] !== quote) continue
    else if (quote === "'" && line[at + 1] === "'") at++
    else return true
  }
  return false
}
