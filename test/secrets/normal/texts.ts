/** Texts in prompts and answers that contain no credential. `{…}` is a random part. */
export const normalTexts: Readonly<Record<string, string>> = {
  'a slug': 'Read sk-telecom-launches-5g-network-2024 first.',
  'a branch': 'git checkout sk-1234-fix-login && git rebase sk-1234-fix-login-2',
  'a class of CSS': '<div class="sk-folding-cube sk-spinner-three-bounce-primary"></div>',
  'environment of a process': 'const apiKey = process.env.OPENAI_API_KEY ?? throwMissing()',
  'environment in Python': 'api_key = os.environ["OPENAI_API_KEY"]\ntoken = os.getenv("GITHUB_TOKEN")',
  'environment in a shell': 'curl -H "Authorization: Bearer $OPENAI_API_KEY" -H "X-Api-Key: $(cat key.txt)"',
  'a call that returns a token': 'const token = await getAccessToken(request)\nconst secret = createSecret(options)',
  'a type': 'interface Login {\n  password: string\n  token?: string\n  apiKey: string | undefined\n}',
  'code with tokens':
    'tokens = tokenizer.encode(text)\ntoken = tokens[0]\nkey = token.lower()\nnext_token = lexer.nextToken()',
  'code with keys': 'for (const key of Object.keys(settings)) if (key === "password") delete settings[key]',
  'a comparison': 'if (password !== passwordConfirmation) throw new Error("Passwords differ")',
  'parameters of a function':
    'function connect(host, password, { apiKey, secretKey, accessToken } = defaultCredentials) {}',
  'a template of .env':
    'OPENAI_API_KEY=\nGITHUB_TOKEN=your-token-here\nDB_PASSWORD=changeme\nSECRET_KEY=<generate one>',
  'a placeholder of a key': 'export OPENAI_API_KEY="sk-..."\nexport ANTHROPIC_API_KEY=sk-ant-xxxxxxxxxxxxxxxxxxxxxxxx',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the content.
  'YAML of a workflow': '    env:\n      GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}\n      KEY: ${{ github.sha }}',
  'a manifest of Kubernetes':
    'env:\n- name: API_KEY\n  valueFrom:\n    secretKeyRef:\n      name: acme-credentials\n      key: api-key',
  Terraform: 'resource "aws_secretsmanager_secret" "db" {\n  name = "prod/db"\n  password = var.db_password\n}',
  'a sentence about passwords': 'The password must be at least 8 characters long: letters, digits and symbols.',
  'a sentence about tokens':
    'A token: about four characters of English. Token limits: 128000 for input, 16384 for output.',
  'a sentence about keys': 'API key: see your account settings. Secret key: never share it with anybody.',
  'a sentence about authorization': 'Authorization: Bearer tokens are sent in this header. Authentication: required.',
  'a paper about secrets': 'Secret sharing: (Shamir, 1979) splits a key into parts; the key = polynomial(0).',
  'keys of music': 'Key: C-sharp minor. Time signature: 4/4. Tempo: 120.',
  'a key of a map': 'legend key: blue=water, green=forest; primary key = customer_id, sort key = created_at',
  'HTML of a form': '<input type="password" name="password" autocomplete="current-password" placeholder="Password">',
  'a translation': 'auth.password.reset.title = Reset your password\nauth.token.expired = Your session has expired',
  'an identity of git': 'commit {hex:40}\nAuthor: Ada <ada@example.com>\nindex {hex:7}..{hex:7} 100644',
  'a lock file': '"node_modules/msw": { "version": "3.0.5", "integrity": "sha512-{b64:86}==" }',
  'a digest of an image': 'FROM node:24@sha256:{hex:64}',
  'a checksum': '{hex:64}  release.tar.gz\n{hex:32}  notes.txt',
  'a log with ids':
    '2026-01-02T03:04:05Z INFO request_id={uuid} trace_id={hex:32} user=42 tokens=128 cache_key={hex:16}',
  'a log with a key': 'cache miss key=user:42:profile:v2 ttl=300; lock key=jobs/reindex/2026-01-02; partition key=7',
  'a list of models':
    'gpt-4.1-mini-2025-04-14, claude-haiku-4-5-20251001, gemini-2.0-flash-001, ft:gpt-4o-mini:acme::{an:8}',
  'an identifier in Java': 'com.example.security.authentication.UsernamePasswordAuthenticationToken2Converter',
  'an address of a chain': 'Send 0.1 ETH to 0x{hex:40}, transaction 0x{hex:64}.',
  'uuids in a text': 'Merge {uuid} into {uuid}, please.',
  'base64 of an image': '![diagram](data:image/png;base64,iVBORw0KGgo{b64:800}=)',
  'a public key': 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{b64:43} ada@example.com',
  'a URL with numbers': 'See https://example.com/a/{hex:32}/b?page=2&id={uuid}#section-{d:4}',
  'an error about a key':
    'Error: Invalid API key provided. You can find your API key at https://platform.example.com/api-keys.',
  'an error about a token': 'SyntaxError: Unexpected token \'<\', "<!DOCTYPE html>" is not valid JSON',
  'a missing key': "KeyError: 'access_token'\nTypeError: Cannot read properties of undefined (reading 'apiKey')",
  'a title with a colon':
    'Secret: The Untold Story\nPassword: Incorrect (2015)\nToken: a history of money\nThe Key: a novel by Tanizaki',
  'a sentence with is':
    'The secret is patience. The key is understanding. My password is too weak. The token is invalid.',
  'a table of options':
    '| option | default |\n| --- | --- |\n| apiKey | none |\n| token | process.env.TOKEN |\n| password | optional |',
  'a query of SQL': 'SELECT id, password_hash FROM users WHERE token = ? AND api_key = $1 AND secret IS NOT NULL',
  'a changelog': '- Rename `apiKey: string` to `credentials: Credentials`\n- Deprecate `accessToken: getAccessToken()`',
  'a regular expression': 'const pattern = /^(sk|pk)-[a-z0-9]{20,}$/; const token = /[A-Za-z0-9_-]+/g',
}
