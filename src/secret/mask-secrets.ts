const MASK = '[secret]'

/** What keys of LLM providers and clouds look like, JSON web tokens and authorization values. */
const PATTERNS: readonly RegExp[] = [
  /\b(?:sk|rk|pk)-[\w-]{16,}/g,
  /\b(?:gsk|hf|r8|xai|pplx|ghp|gho|ghs|github_pat|glpat)[-_][\w-]{16,}/g,
  /\bAIza[\w-]{30,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g,
  /(?<=\b(?:Bearer|Basic) )[\w+/=.~-]{8,}/gi,
]

const NAME =
  /^(?:x[-_])?(?:key|api[-_]?key|apikey|subscription[-_]key|access[-_]?token|refresh[-_]?token|id[-_]?token|auth|authorization|token|client[-_]?secret|secret|password|passwd|signature|sig|credential|cookie|set-cookie|goog-api-key|amz-security-token)$/i

/** Tells whether a header, a query parameter or a JSON member of this name carries a credential. */
export function isSecretName(name: string): boolean {
  return NAME.test(name)
}

/** Replaces in a text whatever looks like a key. */
export function maskText(text: string): string {
  return PATTERNS.reduce((masked, pattern) => masked.replace(pattern, MASK), text)
}

/** A copy of a JSON value without credentials: neither under a name that carries one, nor in any text. */
export function maskValue(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? MASK : maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map((item) => maskValue(item, name))
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskValue(member, key)]))
}

/** A URL without the credentials in its query. A text that is no URL is masked as text. */
export function maskUrl(text: string): string {
  return maskText(text).replace(/([?&])([^=&#]+)=([^&#]*)/g, (pair, start: string, name: string) =>
    isSecretName(decodeSafely(name)) ? `${start}${name}=${MASK}` : pair,
  )
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
