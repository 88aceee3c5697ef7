import { formatCount } from './format.ts'
import { type Child, html } from './html.ts'

/** Shows the first bytes of a binary body, 16 in each row. */
export function HexDump({ head, bytes }: { readonly head: string; readonly bytes: number }): Child {
  const rows = head.match(/.{1,32}/g) ?? []
  const rest = bytes - head.length / 2
  return html`<pre class="hex" dir="ltr">${rows.map(toRow).join('\n')}</pre>
    ${rest > 0 && html`<p class="note">${formatCount(rest, 'byte')} left out: the body is binary.</p>`}`
}

function toRow(row: string, index: number): string {
  const codes = (row.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const offset = (index * 16).toString(16).padStart(6, '0')
  const digits = codes.map((code) => code.toString(16).padStart(2, '0')).join(' ')
  const text = codes.map((code) => (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '·')).join('')
  return `${offset}  ${digits.padEnd(47)}  ${text}`
}
