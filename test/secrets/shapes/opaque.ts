/** Random values without a form of their own. Only their names show that they are credentials. */
export const opaqueShapes = {
  '32 hexadecimal digits': '{hex:32}',
  '40 hexadecimal digits': '{hex:40}',
  '64 hexadecimal digits': '{hex:64}',
  '32 hexadecimal digits in upper case': '{HEX:32}',
  '16 letters and digits': '{an:16}',
  '20 letters and digits': '{an:20}',
  '24 letters and digits': '{an:24}',
  '32 letters and digits': '{an:32}',
  '40 letters and digits': '{an:40}',
  '64 letters and digits': '{an:64}',
  '24 lower-case letters and digits': '{lo:24}',
  '32 upper-case letters and digits': '{UP:32}',
  '32 letters': '{letters:32}',
  '32 characters of base32': '{b32:32}',
  '43 characters of base64url': '{b64u:43}',
  '27 characters of base64url': '{b64u:27}',
  '40 characters of base64': '{b64:40}',
  '44 characters of base64, padded': '{b64:43}=',
  '88 characters of base64, padded': '{b64:86}==',
  '360 characters of base64': '{b64:360}',
  'a UUID': '{uuid}',
  'two parts with a dot': '{b64u:22}.{b64u:43}',
  'two parts with a colon': '{hex:16}:{hex:32}',
  'an identity and a secret, with a dot': '{hex:32}.{an:16}',
  '20 characters with symbols': '{symbols:20}',
  '32 characters with symbols': '{symbols:32}',
} as const

/** Credentials of services whose form is too common: scanners report them only next to the name of the service. */
export const commonShapes = {
  Fireworks: 'fw_{an:24}',
  'Voyage AI': 'pa-{b64u:43}',
  Firecrawl: 'fc-{hex:32}',
  'Google, key of AI Studio': 'AQ.Ab8RN6{b64u:44}',
  'Azure, DevOps token': '{an:76}AZDO{an:4}',
  LaunchDarkly: 'sdk-{uuid}',
  'Discord, bot': 'M{an:23}.{b64u:6}.{b64u:27}',
  Mailgun: 'key-{hex:32}',
  Mailchimp: '{hex:32}-us17',
  Facebook: 'EAAG{an:180}',
  Salesforce: '00D{an:12}!AQ{an:60}',
  'Zoho, access token': '1000.{hex:32}.{hex:32}',
} as const

/** Values that people choose or read, which only an unambiguous name makes a credential. */
export const weakShapes = {
  'a password with a word': 'Summer{d:4}!',
  'a password of words': '{az:5}-{az:6}-{az:5}-{az:7}',
  '8 digits': '{d:8}',
  '16 digits': '{d:16}',
} as const
