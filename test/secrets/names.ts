/** The spellings of a name. */
export interface Name {
  /** In words, such as `github token`. */
  readonly words: string
  /** `certain`: it is always a credential. `sometimes`: only if the value looks like one. */
  readonly meaning: 'certain' | 'sometimes'
  readonly snake: string
  readonly camel: string
  readonly pascal: string
  readonly kebab: string
  readonly upper: string
}

const certain = `
api key, apikey, x api key, access token, refresh token, id token, auth token, bearer token, session token, security token,
client secret, app secret, api secret, secret key, private key, secret access key, access key, password, passwd, pwd, passphrase,
authorization, authorization token, private token, oauth token, bot token, app token, user token, hf token, github token, gh token,
gitlab token, slack token, slack bot token, npm token, sas token, webhook secret, signing secret, signing key, connection string, jwt,
pat, assertion, client assertion, openai api key, anthropic api key, xi api key, x goog api key, x auth token, x vault token,
db password, database password, smtp password, user password, new password, current password, keystore password, root password,
redis password, pgpassword, admin pass, db pass, service account key, subscription key, ocp apim subscription key, account key,
shared access key, shared secret, consumer secret, jwt secret, cookie secret, session secret, aws secret access key, aws session token,
token secret, api token, personal access token, deploy token, csrf token, vault token, telegram bot token, stripe secret key,
sendgrid api key, dd api key, datadog app key, cloudflare api token, encryption key, master key, hmac secret, storage key,
bearer, credential, credentials, tenant secret, nextauth secret, login password, sentry auth token, client key, ssh key, proxy authorization,
access token secret, oauth token secret, api secret key, auth key, secret token, ssh private key, rsa private key, sasl password,
bind password, slack signing secret, stripe webhook secret, azure openai api key, gemini api key, replicate api token,
hugging face hub token, npm auth token, pypi token, registry password, docker password, service token, x functions key,
x rapidapi key, x shopify access token, x amz security token, x aws ec2 metadata token, x figma token, x xsrf token,
x jwt assertion, x registry auth, aws bearer token bedrock, device token secret, client key data, totp secret, secret key base, instrumentation key, backup code, pass phrase, git password, private api key, internal api key
`
  .split(',')
  .map((words) => words.trim())

const sometimes = ['key', 'token', 'secret', 'auth', 'pass']

/** Names that suggest a credential. */
export const names: readonly Name[] = [
  ...certain.map((words) => toName(words, 'certain')),
  ...sometimes.map((words) => toName(words, 'sometimes')),
]

function toName(text: string, meaning: Name['meaning']): Name {
  const words = text.split(' ')
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  const snake = words.join('_')
  return {
    words: text,
    meaning,
    snake,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    kebab: words.join('-'),
    upper: snake.toUpperCase(),
  }
}
