import type { ViewInteraction } from '../view-data.ts'

/** The status of an interaction, as a word and as the group of its colour. */
export interface ShownStatus {
  /** `none` if there was no response. */
  readonly word: string
  readonly group: 'failed' | 'refused' | 'moved' | 'fine'
}

/** Describes the status of an interaction. That of an open WebSocket is 101; otherwise, a status below 200 means no response. */
export function showStatus({ status, stream }: Pick<ViewInteraction, 'status' | 'stream'>): ShownStatus {
  if (stream?.unit === 'frame') return { word: String(status), group: 'fine' }
  return { word: status < 200 ? 'none' : String(status), group: groupOf(status) }
}

function groupOf(status: number): ShownStatus['group'] {
  if (status < 200 || status >= 500) return 'failed'
  return status >= 400 ? 'refused' : status >= 300 ? 'moved' : 'fine'
}
