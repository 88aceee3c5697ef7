import type { ComponentChildren } from 'preact'

/** JSX without a compiler. It creates elements and text nodes, and never parses a value as HTML. */
export { html } from 'htm/preact'

/** What a component renders. */
export type Child = ComponentChildren
