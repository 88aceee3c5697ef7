import { anyEnding } from './any-ending.ts'

/** The replacement for a credential in a message. */
export const MASK = '[secret]'

// Not the list of names, which a page loads together with the redaction. A message hides rather too much.
const ANY_ENDING = new RegExp(anyEnding, 'i')
const HARMLESS = /page|next(?!auth)|cursor|continu|cache|idempot|max|sort|country|postal/i

/** Masks a URL for display: the credentials before its host, in its query, and everywhere else if they look like one. */
export function maskUrl(text: string): string {
  const anonymous = maskText(text).replace(/(?<=^[a-z]{1,20}:\/\/)[^/?#@]{1,2000}@/i, `${MASK}@`)
  return anonymous.replace(/([?&])([^=&#?]{1,200})=[^&#]*/g, (pair, start: string, name: string) =>
    ANY_ENDING.test(name) && !HARMLESS.test(name) ? `${start}${name}=${MASK}` : pair,
  )
}

/**
 * A word with a prefix of the providers in `secretShapes`. A message hides rather too much, and the shapes themselves are needed
 * only when a recording is saved.
 */
const PREFIXED =
  /(?<![\w-])(?:(?:[srpecg]s?k|[sp]k-lf|xai|pplx|nvapi|hf|api_org|r8|fw|fc|tgp_v1|lsv2|pcsk|tvly|jina|e2b|gh[pousr]|github_pat|gl[a-z]{1,6}|npm|pypi|rubygems|dckr|xox.|xapp|key|pubkey|do[opr]_v1|ntn|secret|lin|fig.{1,2}|pat|rzp|whsec|sq0.{3}|shp..|pscale|napi|sbp?|nf[pcoub]|vc[aikpr]|sgp|snyk|sq[upa]|pul|ops|A3|PMAK|rdme|xkeysib|re|NR..|sntry.|ph[xsc]|tskey|apify_api|GOCSPX|HRKU|bkua|CCI...|CFPAT|sha256|wandb_v1|live|test|API|fo1|amzn|cf..|vercel|tk|CLOJARS|AGE|ico|pn[ub]|tfp|fio|access|api|rpa|rnd|FLW.{4}|shippo|duffel|sm|dt0.{3}|sdk|mob|ddapp|p8e|dnkey|fm\d.?)[-_~](?=[\w-]{0,40}\d)|cmVmd|AIza|AK|A[SBC][IC]A|A3T|LTAI|ABSK|eyJ|dapi|EAA|EZ[AT]K|AQVN|YC|SCW|oy2|4b1d|pub|pat|ATATT3|ATBB|SK|GR1348941)[\w-]{8,4000}[\w.+/=~-]{0,4000}|(?<![\w-])(?:SG|amzn|snyk_.{3}|dt0.{3}|sl|dp|hv[sbr]|ya29|AQ|pat|v1|eyJ[\w-]{8,4000})\.[\w.+/=~-]{16,4000}/g

const BEARER = /(?<=\b(?:Bearer|Basic) )[\w+/=.~-]{16,4000}/g

/** Masks the texts that look like credentials. */
export function maskText(text: string): string {
  return text.replace(PREFIXED, MASK).replace(BEARER, MASK)
}
