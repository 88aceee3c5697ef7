const MAX_NAME = 200

/** Shortens a URL or a path to 200 characters, so that it fits into a line of text. */
export function shorten(text: string): string {
  return text.length <= MAX_NAME ? text : `${text.slice(0, MAX_NAME)}…`
}
