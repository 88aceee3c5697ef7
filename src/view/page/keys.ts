/** The actions of keys. The keys are those of `KeyboardEvent.key`. */
export type KeyMap = Readonly<Record<string, () => void>>

/**
 * Handles keys of the page, except while a text or the position of a stream is edited.
 *
 * @returns removes the handler
 */
export function onKey(keys: KeyMap): () => void {
  const listener = (event: KeyboardEvent): void => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (!act || event.ctrlKey || event.metaKey || event.altKey || isEdited(event)) return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', listener)
  return () => removeEventListener('keydown', listener)
}

/** Keys that an element handles itself belong to it. */
function isEdited({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('input, textarea, select')) return key !== 'Escape'
  if (target.matches('[role="tab"]')) return key.startsWith('Arrow') || key === ' '
  return key === ' ' && target.matches('button, a, summary')
}
