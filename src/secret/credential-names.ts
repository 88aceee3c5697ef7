/**
 * How certain it is that a name denotes a credential. `certain`: always. `likely`: if the value looks like a credential.
 * `signature`: like `likely`, but not in JSON, in which models sign their thoughts. `harmless`: never.
 */
export type NameGroup = 'certain' | 'likely' | 'signature' | 'harmless'

/**
 * The last words of names, in lower case. The longest ending decides: `page token` is harmless although `token` is likely. A name
 * with none of these endings is harmless. The table in `docs/secrets.md` is generated from this list.
 */
export const credentialNames: Readonly<Record<NameGroup, readonly string[]>> = {
  certain: [
    ...withLast(
      'key',
      'api access-secret secret secret-access private subscription account shared-access storage-account',
    ),
    ...withLast('key', 'auth signing master encryption consumer-secret admin-api service-role'),
    ...withLast(
      'token',
      'access api app auth authorization authentication bearer bot csrf deploy oauth oauth2 personal private',
    ),
    ...withLast(
      'token',
      'refresh request-access sas secret security service session user xsrf jwt hf github gh gitlab npm slack',
    ),
    ...withLast('token', 'actor subject id subscription webhook metadata vault figma'),
    ...withLast('key', 'ssh ssh-private rsa-private functions storage instrumentation preshared'),
    ...withLast('secret', 'api app client consumer key oauth shared signing token webhook jwt access-key'),
    ...withLast(
      'secret',
      'totp otp session cookie tenant nextauth hmac auth device-token database db encryption refresh bot',
    ),
    ...withLast('pass', 'db database admin root user smtp mysql postgres redis ftp mail proxy'),
    ...withLast('pw', 'bind db admin root user'),
    'bearer-token-bedrock',
    ...withLast('code', 'device recovery backup access otp security'),
    ...withLast('seed', 'secret totp otp wallet'),
    ...'client-key-data private-key-pem secret-key-base app-secret-proof appsecret-proof saml-response'.split(' '),
    ...'pass-phrase psk cvv xprv'.split(' '),
    ...withLast('signature', 'amz goog shared-access'),
    ...'authorization cookie passphrase passwd password pwd connection-string code-verifier client-assertion'.split(
      ' ',
    ),
  ].map(toEnding),
  likely: [
    ...'token key secret auth sig jwt pat assertion credential pass passcode dsn bearer sas otp'.split(' '),
    ...'jsessionid phpsessid connect-sid net-session-id bindpw'.split(' '),
    ...'access-key-id connection-uri conn-str session-key login oauth-verifier seed-phrase recovery-phrase mnemonic password-hash password-digest'.split(
      ' ',
    ),
  ].map(toEnding),
  signature: ['signature', 'hmac'],
  harmless: [
    ...withLast(
      'token',
      'page next continuation continue cursor sync progress pagination resumption resume skip change delta',
    ),
    ...withLast(
      'token',
      'idempotency client-request client cache start end stop eos bos pad unk sep cls mask special max min',
    ),
    ...withLast(
      'token',
      'per first last new prompt completion input output thinking reasoning total image audio next-sync',
    ),
    ...withLast(
      'key',
      'page next continuation cursor idempotency cache partition sort primary foreign public object routing',
    ),
    ...withLast(
      'key',
      'row index group map json item field translation message feature flag config setting metric event tag',
    ),
    ...withLast(
      'key',
      'label column deduplication dedupe shortcut start last-evaluated exclusive-start kms host unique ssh-public',
    ),
    ...withLast('signature', 'thought thinking reasoning function method type call'),
  ].map(toEnding),
}

/** Words after an ending that change nothing, such as those of `password_confirmation` and `API_KEY_PROD`; digits neither. */
export const ignoredLastWords: readonly string[] =
  'value confirmation confirm plain raw b64 base64 old current again prod production dev staging live header'.split(' ')

/** An OAuth `code` is a credential beside one of these names. In JSON, `likely` names need a value that looks like a credential. */
export const codeCompanions = {
  certain: ['grant_type', 'redirect_uri', 'code_verifier', 'client_secret'],
  likely: ['state', 'client_id'],
} as const

/** The private members of a JSON web key, which are single letters. */
export const webKeyMembers = ['d', 'k', 'p', 'q', 'dp', 'dq', 'qi'] as const

/**
 * Names that are always credentials beside another name: a request of OAuth revokes or inspects a token, or exchanges an assertion,
 * and a JSON web key has a type.
 */
export const certainCompanions: ReadonlyMap<string, string> = new Map([
  ['token', 'token_type_hint'],
  ['assertion', 'grant_type'],
  ...webKeyMembers.map((name) => [name, 'kty'] as const),
])

function withLast(last: string, firsts: string): string[] {
  return firsts.split(' ').map((first) => `${first}-${last}`)
}

function toEnding(words: string): string {
  return words.replaceAll('-', ' ')
}
