import { useEffect, useRef } from 'preact/hooks'
import { type Child, html } from './html.ts'

const KEYS = [
  ['j k', 'next and previous interaction'],
  ['1 2 3 4', 'conversation, stream, raw, diff'],
  ['/', 'search'],
  ['Esc', 'end the search'],
  ['Space', 'play the stream'],
  ['← →', 'previous and next event'],
  ['t', 'light, dark, or as the system'],
  ['?', 'this help'],
] as const

/** Shows the keys in a dialog. */
export function Help({ close }: { close(): void }): Child {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return html`<dialog ref=${dialog} onClose=${close} aria-label="Keys">
    <dl class="keys">${KEYS.map(([key, effect]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${effect}</dd></div>`)}</dl>
    <form method="dialog"><button class="button">Close</button></form>
  </dialog>`
}
