/** The endings of names that carry a credential in every place, such as those of `openaiApiKey` and `db_password`. */
const SECRET_NAME = new RegExp(
  `(?:^|_)(?:${[
    'x?api_?key',
    '(?:access|api|auth|bearer|csrf|id|refresh|security|session|subscription)_?token',
    '(?:actor|subject)_?token',
    'client_?assertion',
    '(?:api|client)_?secret',
    'secret_?(?:access_?)?key',
    '(?:private|subscription)_?key',
    'access_?key_?secret',
    'authorization',
    'passphrase|password|passwd',
  ].join('|')})$|^(?:set_?)?cookie$`,
)

/** Names that carry a credential in a query or a form, but often something else in JSON. */
const SECRET_PARAMETER = /^(?:key|token|secret|auth|sig|assertion|code_verifier)$|(?:^|_)(?:signature|credentials?)$/

/** Header names with these endings carry a credential, except those used for pagination, retries and caching. */
const SECRET_HEADER = /(?:^|_)(?:key|token|secret|auth|sig|signature|credentials?)$/
const HARMLESS_HEADER = /(?:^|_)(?:page|next|continuation|cursor|idempotency|cache)_(?:key|token)$/

/** Whether a JSON member of this name carries a credential. */
export const isSecretMember = testWords((words) => SECRET_NAME.test(words))

/** Whether a JSON member of this name carries a credential only if its value looks like one: a setting can have a `key` too. */
export const isSecretIfValueLooksSecret = testWords((words) => /^(?:key|token|secret)$/.test(words))

/** Whether a query parameter or a form field of this name carries a credential. */
export const isSecretParameter = testWords((words) => SECRET_NAME.test(words) || SECRET_PARAMETER.test(words))

/** Whether a header of this name carries a credential. */
export const isSecretHeader = testWords(
  (words) => SECRET_NAME.test(words) || (SECRET_HEADER.test(words) && !HARMLESS_HEADER.test(words)),
)

function testWords(test: (words: string) => boolean): (name: string) => boolean {
  return (name) => ANY_SECRET_WORD.test(name) && test(toWords(name))
}

/** Every name that can pass one of the tests contains one of these words; most names contain none. */
const ANY_SECRET_WORD = /key|token|secret|auth|pass|cookie|sig|cred|assertion|verifier/i

/** Converts `X-Api-Key`, `xApiKey` and `x.api.key` to `x_api_key`. */
function toWords(name: string): string {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '_')
    .replace(/[-_\s.]+/g, '_')
    .toLowerCase()
}
