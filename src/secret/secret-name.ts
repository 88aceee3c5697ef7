const SEPARATORS = /[-_\s.]/g

/** Names that carry a credential wherever they stand, without their separators and in lower case. */
const STRONG = new Set(
  (
    'apikey xapikey accesstoken refreshtoken idtoken sessiontoken authtoken bearertoken securitytoken clientsecret secretkey ' +
    'secretaccesskey privatekey accesskeysecret subscriptionkey ocpapimsubscriptionkey xgoogapikey xamzsecuritytoken ' +
    'authorization proxyauthorization password passwd cookie setcookie xauthtoken xcsrftoken'
  ).split(' '),
)

/** Names that carry one in a query or a header, and in JSON often something else. */
const WEAK = new Set(
  'key token secret auth sig signature credential credentials xamzsignature xamzcredential'.split(' '),
)

/** Tells whether a JSON member of this name carries a credential. */
export function isSecretMember(name: string): boolean {
  return STRONG.has(fold(name))
}

/** Tells whether a header, a query parameter or a form field of this name carries a credential. */
export function isSecretParameter(name: string): boolean {
  return STRONG.has(fold(name)) || WEAK.has(fold(name))
}

function fold(name: string): string {
  return name.replace(SEPARATORS, '').toLowerCase()
}
