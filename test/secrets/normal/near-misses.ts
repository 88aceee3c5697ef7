/** JSON whose names suggest a credential but whose values are not one. `{…}` is a random part. */
export const nearJson: Readonly<Record<string, unknown>> = {
  'words below a password': {
    password: { label: 'Your password', error: 'too_short', test: 'required', main: 'Main password', new: 'New' },
    passwords: [{ test: 'must not be reused' }, { main: 'at least 12 characters' }],
  },
  'permissions below a password': { password: { read: 'admin', write: 'admin', main: 'owner' } },
  'an instruction and a postal code': { mnemonic: 'movaps', pincode: '560001', pin_code: '560001', seed: 42 },
  'public keys and numbers with single letters': {
    keys: [{ kty: 'RSA', kid: '{b64u:43}', use: 'sig', n: '{b64u:342}', e: 'AQAB' }],
    result: { d: '{hex:32}', p: 0.5, k: '5' },
  },
  'pairs of harmless names': [
    { value: '{hex:32}', name: 'checksum' },
    { key: 'etag', type: 'text', value: '{hex:32}' },
    { name: 'x-request-id', value: '{uuid}' },
  ],
  'keys of tickets and files': [
    { key: 'PROJ-1234', self: 'https://jira.example.com/rest/api/2/issue/10002' },
    { key: 'photos/2024/01/IMG_20240131_081532.jpg' },
    { key: 'backups/db-{uuid}.tar.gz' },
    { Key: 'exports/2024-01-31T08:15:32Z/part-00001.parquet' },
    { key: 'env:/prod/eu-west-1/terraform.tfstate' },
  ],
  'keys of experiments and identifiers': [
    { key: 'abtest_checkout_2024_v2' },
    { key: 'getUserProfileV2' },
    { key: 'item-{uuid}' },
    { key: 'react-query/users/42/profile' },
    { key: '{uuid}' },
  ],
  'tokens of a tokenizer': [
    { token: 'Ġdeserialization', id: 48563 },
    { token: '0x7fffffffe000', logprob: -0.5 },
    { token: 'XMLHttpRequest2', logprob: -0.5 },
    { token: 'base64EncodedString', logprob: -0.5 },
    { token: '20240131T081532Z', logprob: -0.5 },
    { token: '////////////////', logprob: -0.5 },
  ],
  'signatures of functions': {
    signature: '(a: number, b: string) => Promise<void>',
    signatures: ['def connect(host: str, password: str | None = None) -> Connection'],
    label: 'createClient(apiKey: string, options?: ClientOptions): Client',
  },
  'facts about credentials': {
    password_changed_at: '2026-01-02T03:04:05Z',
    passwordResetRequired: true,
    accessTokenLifetime: 3600,
    access_token_expires_at: 1767225600,
    token_uri: 'https://oauth2.example.com/token',
    auth_uri: 'https://accounts.example.com/o/oauth2/auth',
    api_key_name: 'production-2024',
    secret_version: 'v12',
    token_limit: 128000,
    key_size: 4096,
    key_algorithm: 'RSA-PSS-SHA256',
    credentials: 'same-origin',
    auth: { type: 'none' },
    pass: 12,
    passed: true,
    token_budget: '16k',
  },
  'parameters of an API': {
    securitySchemes: { ApiKeyAuth: { type: 'apiKey', in: 'header', name: 'X-API-Key' } },
    parameters: [
      { name: 'api_key', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'token', value: 'optional', description: 'The token of the session' },
      { name: 'password', value: 'Your password', type: 'label' },
    ],
    headers: [{ key: 'Authorization', value: 'Bearer {{token}}', type: 'text' }],
  },
  'the state of a page': {
    form: { fields: [{ id: 'password', label: 'Password', valid: false, errors: ['required'] }] },
  },
}

/** Texts in which a name that suggests a credential is followed by something else. */
export const nearTexts: Readonly<Record<string, string>> = {
  'headers without a credential':
    'The Authorization: header carries the scheme.\nAuthorization: ApiKey <id>:<key>\nWWW-Authenticate: Basic realm="a"',
  'phrases about wallets':
    'Your recovery phrase is never sent to us. backup words are written with care inside every wallet that people carry around',
  'calls with paths of secrets':
    'loadSecret("projects/my-app-123/secrets/db-pass/versions/4")\ncookies.get("__Secure-next-auth.session-token.0")',
  'defaults of variables':
    'variable "db_password" {\n  type = string\n  default = "changeme"\n}\nENV TOKEN_PATH /run/secrets/token-v2.json',
  'elements with harmless names':
    '<meta name="viewport" content="width=device-width"/><property name="url"><value>https://x.test/a</value></property>',
  'addresses like those of databases': 'Email ada/team@//x, user:tag@tcp, and me:80@tcp',
  'identifiers in source code':
    'const key = getUserById2(user)\nconst token = parseTokenV2(input)\nsecret = Secrets.load("prod/db2")',
  'members in source code':
    'apiKey: config.openaiApiKey2,\ntoken: session.accessTokens[0].value,\npassword: form.values.password1,',
  'calls in source code':
    'token = jwt.sign({ id: user.id }, privateKey1)\npassword = hashlib.sha256(password.encode()).hexdigest()',
  'arguments in source code': 'client = Client(api_key=settings.OPENAI_API_KEY_V2, token=None, password=args.password)',
  'types in source code':
    'def login(password: str, token: Optional[str] = None, api_key: SecretStr2 = Field(...)) -> Token2:',
  'environment in other languages':
    'apiKey := os.Getenv("ACME_API_KEY_2024")\nvar token = Environment.GetEnvironmentVariable("ACME_TOKEN_V2");',
  'names as values': "const API_KEY_HEADER = 'X-Api-Key-V2'\nconst TOKEN_COOKIE = 'acme_session_token_v2'",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the content.
  'keys of caches in YAML': "key: ${{ runner.os }}-${{ hashFiles('package-lock.json') }}\nrestore-keys: linux-",
  'keys of files in Terraform':
    'backend "s3" {\n  bucket = "acme-states"\n  key    = "prod/eu-west-1/network.tfstate"\n}',
  'keys of components': '<Item key="user-profile-42-settings" /><Row key={`row-$' + '{index}`} secretLabel="Hidden" />',
  'a call with a word': 'cache.get(key=getUserById) and storage.put(key="user:42:profile:v2", token=nextPageToken)',
  'a fingerprint of a key':
    'RSA key: SHA256:{b64:43}\nED25519 key fingerprint is MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48.',
  'counts in a log': 'tokens=1532 max_tokens=4096 token_rate=38.2/s key_count=17 secrets=0 passwords_checked=12345678',
  'a path after a name':
    'The secret: /run/secrets/db_password_v2 is mounted. The key: ~/.ssh/id_ed25519.pub is public.',
  'a date after a name': 'Token: 2026-01-02T03:04:05.678Z. Password: 2026-01-02. API key: rotated on 2026-01-02.',
  'a revision after a name': 'Rotate the signing key: see commit {hex:40} and issue #1234.',
  'a digest in a label':
    'org.opencontainers.image.revision={hex:40}\norg.opencontainers.image.base.digest=sha256:{hex:64}',
  'a question about a key': 'How do I store an API key? Is `password = input()` safe? Which token: access or refresh?',
}
