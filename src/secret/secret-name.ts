/** What the name ends in of whatever carries a credential wherever it stands: the words of `openaiApiKey`, `db_password`. */
const STRONG = new RegExp(
  `(?:^|_)(?:${[
    'x?api_?key',
    '(?:access|api|auth|bearer|csrf|id|refresh|security|session|subscription)_?token',
    '(?:api|client)_?secret',
    'secret_?(?:access_?)?key',
    '(?:private|subscription)_?key',
    'access_?key_?secret',
    'authorization',
    'passphrase|password|passwd',
  ].join('|')})$|^(?:set_?)?cookie$`,
)

/** Names that carry one in a query or a form, and in JSON often something else. */
const WEAK = /^(?:key|token|secret|auth|sig)$|(?:^|_)(?:signature|credentials?)$/

/** Headers are rarely anything else, except for those that turn pages, and tell retries and copies. */
const HEADER = /(?:^|_)(?:key|token|secret|auth|sig|signature|credentials?)$/
const NO_HEADER = /(?:^|_)(?:page|next|continuation|cursor|idempotency|cache)_(?:key|token)$/

/** Tells whether a JSON member of this name carries a credential. */
export const isSecretMember = remembering((words) => STRONG.test(words))

/** Tells whether a JSON member of this name carries a credential where its value looks like one: a setting has a `key`, too. */
export const mayBeSecretMember = remembering((words) => /^(?:key|token|secret)$/.test(words))

/** Tells whether a query parameter or a form field of this name carries a credential. */
export const isSecretParameter = remembering((words) => STRONG.test(words) || WEAK.test(words))

/** Tells whether a header of this name carries a credential. */
export const isSecretHeader = remembering(
  (words) => STRONG.test(words) || (HEADER.test(words) && !NO_HEADER.test(words)),
)

/** The same few names are asked for in every message, and most have none of the words at all. */
function remembering(test: (words: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    if (!ANY.test(name)) return false
    const answer = known.get(name) ?? test(toWords(name))
    if (known.size < MOST_REMEMBERED) known.set(name, answer)
    return answer
  }
}

/** Whatever is tested for has one of these. */
const ANY = /key|token|secret|auth|pass|cookie|sig|cred/i

const MOST_REMEMBERED = 1000

/** `X-Api-Key`, `xApiKey` and `x.api.key` as `x_api_key`. */
function toWords(name: string): string {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .replace(/[-_\s.]+/g, '_')
    .toLowerCase()
}
