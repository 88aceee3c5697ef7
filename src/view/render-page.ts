import { createHash } from 'node:crypto'
import type { ViewData } from './view-data.ts'

/** The code of the page, as `build.ts` bundles it. */
export interface PageCode {
  readonly script: string
  readonly style: string
}

/** Marks a file that this library wrote, and can therefore replace. */
export const PAGE_MARK = '<meta name="generator" content="msw-cassette view">'

/**
 * Writes the page as one HTML file that loads nothing. Its policy admits only the code of the page itself, and no way to turn a text
 * into markup; the data can therefore be anything.
 */
export function renderPage(data: ViewData, { script, style }: PageCode): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
${PAGE_MARK}
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Cassettes</title>
<style>${style}</style>
<body>
<div id="app"></div>
<script type="application/json" id="data">${escapeJson(JSON.stringify(data))}</script>
<script>${script}</script>
</body>
</html>
`
}

function hashOf(code: string): string {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`
}

/** No text of the data can end its block, begin a comment, or be a line break of old engines. */
function escapeJson(json: string): string {
  return json.replaceAll(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
