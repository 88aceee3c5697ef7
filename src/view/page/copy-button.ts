import { useEffect, useState } from 'preact/hooks'
import { type Child, html } from './html.ts'

/** A button that copies a text. */
export interface CopyButtonProps {
  readonly label: string
  /** For screen readers, if the label is not sufficient. */
  readonly name?: string
  /** Returns the text. */
  text(): string
}

/** In ms. */
const CONFIRMATION = 1_500

/** Copies a text, and confirms it. */
export function CopyButton({ label, name, text }: CopyButtonProps): Child {
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  useEffect(() => {
    const timer = setTimeout(setOutcome, CONFIRMATION, undefined)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = (): void => void copyText(text()).then(setOutcome)
  const shown = outcome === 'copied' ? 'Copied' : outcome === 'failed' ? 'Not permitted' : label
  return html`<button class="button" aria-label=${outcome === undefined ? name : undefined} onClick=${copy}><span aria-live="polite">${shown}</span></button>`
}

async function copyText(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return copySelection(text)
  }
}

/** Pages of some origins have no clipboard. */
function copySelection(text: string): 'copied' | 'failed' {
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  return done ? 'copied' : 'failed'
}
