import type { PlaceInput } from './place.ts'

/** A piece of text that contains a name and a value, as people paste it into a prompt and models write it. */
export type Snippet = (input: PlaceInput) => string

const quoted = (secret: string): string => JSON.stringify(secret)
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Texts with an equals sign or a colon between the name and the value, which has no line breaks. */
export const assignmentSnippets = {
  'a line of .env': ({ name, secret }) => `NODE_ENV=production\n${name.upper}=${secret}\nPORT=3000`,
  'a line of .env in quotes': ({ name, secret }) => `NODE_ENV=production\n${name.upper}="${secret}"\nPORT=3000`,
  'a line of .env with export': ({ name, secret }) => `export ${name.upper}='${secret}'`,
  'a shell command with a variable': ({ name, secret }) => `${name.upper}=${secret} npm start -- --port 3000`,
  'a line of a Dockerfile': ({ name, secret }) => `FROM node:24\nENV ${name.upper}=${secret}\nCMD ["node", "main.js"]`,
  'a command of docker': ({ name, secret }) => `docker run -e ${name.upper}=${secret} -p 8080:80 acme/app`,
  'an option of a command with an equals sign': ({ name, secret }) => `acme deploy --${name.kebab}=${secret} --verbose`,
  'the query of JDBC': ({ name, secret }) =>
    `url = jdbc:postgresql://db.example.com/app?user=ada&${name.camel}=${encodeURIComponent(secret)}&ssl=true`,
  'a secret of Kubernetes': ({ name, secret }) =>
    `kind: Secret\ndata:\n  ${name.kebab}: ${Buffer.from(secret).toString('base64')}\ntype: Opaque`,
  'a cookie in an HTTP message': ({ secret }) =>
    `GET /v1/items HTTP/1.1\r\nHost: api.example.com\r\nCookie: theme=dark; session=${encodeURIComponent(secret)}\r\n\r\n`,
  'a cookie that is set in an HTTP message': ({ secret }) =>
    `HTTP/1.1 200 OK\r\nSet-Cookie: sid=${encodeURIComponent(secret)}; Path=/; HttpOnly\r\nContent-Length: 0\r\n\r\n`,
  'a cookie of a browser in JavaScript': ({ secret }) =>
    `document.cookie = "sid=${encodeURIComponent(secret)}; path=/"`,
  YAML: ({ name, secret }) => `service:\n  ${name.snake}: ${secret}\n  replicas: 2`,
  'YAML in quotes': ({ name, secret }) => `service:\n  ${name.camel}: "${secret}"\n  replicas: 2`,
  'YAML of GitHub Actions': ({ name, secret }) => `    env:\n      ${name.upper}: ${secret}\n    steps:`,
  'YAML of docker compose': ({ name, secret }) => `    environment:\n      - ${name.upper}=${secret}\n    ports:`,
  TOML: ({ name, secret }) => `[service]\n${name.snake} = "${secret}"\nretries = 3`,
  INI: ({ name, secret }) => `[service]\n${name.snake} = ${secret}\nretries = 3`,
  'Java properties': ({ name, secret }) => `service.${name.kebab.replaceAll('-', '.')}=${secret}\nservice.retries=3`,
  TypeScript: ({ name, secret }) => `const ${name.camel} = '${secret}'\nconst retries = 3`,
  'TypeScript with a type': ({ name, secret }) => `const ${name.camel}: string = "${secret}";`,
  'a member of an object in JavaScript': ({ name, secret }) =>
    `createClient({ ${name.camel}: '${secret}', retries: 3 })`,
  Python: ({ name, secret }) => `${name.upper} = "${secret}"\nRETRIES = 3`,
  'an argument in Python': ({ name, secret }) => `client = Client(${name.snake}="${secret}", retries=3)`,
  Go: ({ name, secret }) => `${name.camel} := "${secret}"\nretries := 3`,
  Ruby: ({ name, secret }) => `config.${name.snake} = '${secret}'\nAcme.new(retries: 3)`,
  'C#': ({ name, secret }) => `private const string ${name.pascal} = "${secret}";`,
  Rust: ({ name, secret }) => `const ${name.upper}: &str = "${secret}";`,
  Terraform: ({ name, secret }) => `resource "acme" "a" {\n  ${name.snake} = "${secret}"\n}`,
  PowerShell: ({ name, secret }) => `$env:${name.upper} = "${secret}"`,
  'the command set of Windows': ({ name, secret }) => `set ${name.upper}=${secret}`,
  'a header of curl': ({ name, secret }) => `curl -s -H "X-${name.kebab}: ${secret}" https://api.example.com/v1/items`,
  'a URL in a text': ({ name, secret }) =>
    `Open https://api.example.com/items?page=2&${name.snake}=${encodeURIComponent(secret)}&sort=asc in a browser.`,
  'an HTTP message in a text': ({ name, secret }) =>
    `POST /v1/items HTTP/1.1\r\nHost: api.example.com\r\n${name.kebab}: ${secret}\r\n\r\n{}`,
  'a line of a log': ({ name, secret }) =>
    `2026-01-02T03:04:05Z INFO http client started ${name.snake}=${secret} retries=3 region=eu`,
  'a line of a diff': ({ name, secret }) => `@@ -1,2 +1,2 @@\n-${name.upper}=\n+${name.upper}=${secret}\n PORT=3000`,
  'a message of an error': ({ name, secret }) => `Error: request failed with ${name.camel}: ${secret} (status 401)`,
  'a fence of Markdown': ({ name, secret }) =>
    `Like this:\n\n\`\`\`sh\nexport ${name.upper}=${secret}\n\`\`\`\n\nDone.`,
  'JSON in a fence of Markdown': ({ name, secret }) => `\`\`\`json\n{\n  "${name.camel}": ${quoted(secret)}\n}\n\`\`\``,
  'a sentence with a colon': ({ name, secret }) =>
    `Here is the ${name.words}: ${secret}\nPlease check whether it works.`,
  'a sentence with an equals sign': ({ name, secret }) => `I started it with ${name.words} = ${secret} and it failed.`,
  'YAML in a block': ({ name, secret }) => `service:\n  ${name.snake}: |\n    ${secret}\n  replicas: 2`,
  'a struct in Go': ({ name, secret }) => `Config{\n\t${name.pascal}:          \`${secret}\`,\n}`,
  'a list in Python': ({ name, secret }) => `${name.upper} = ["${secret}"]`,
  'the password of .npmrc': ({ secret }) => `//npm.example.com/:_password="${Buffer.from(secret).toString('base64')}"`,
  '.npmrc': ({ secret }) => `registry=https://npm.example.com/\n//npm.example.com/:_authToken=${secret}`,
  'a connection string': ({ secret }) =>
    `Server=db.example.com;Database=app;User Id=sa;Password=${secret};Encrypt=True`,
} as const satisfies Readonly<Record<string, Snippet>>

/** Texts in which something else is between the name and the value, which has no line breaks. */
export const otherSnippets = {
  'an option of a command': ({ name, secret }) => `acme deploy --${name.kebab} ${secret} --region eu-west-1`,
  'os.environ in Python': ({ name, secret }) => `os.environ["${name.upper}"] = "${secret}"`,
  'Ruby with an arrow': ({ name, secret }) => `{ :${name.snake} => "${secret}", :retries => 3 }`,
  PHP: ({ name, secret }) => `define('${name.upper}', '${secret}');`,
  'a bearer header of curl': ({ secret }) =>
    `curl https://api.example.com/v1/items -H 'Authorization: Bearer ${secret}' -d '{"a":1}'`,
  'the password of curl': ({ secret }) => `curl -u 'ada:${secret}' https://api.example.com/v1/items`,
  'a basic header in a text': ({ secret }) => `Authorization: Basic ${Buffer.from(`ada:${secret}`).toString('base64')}`,
  'a bearer in source code': ({ secret }) =>
    `await fetch(url, { headers: { Authorization: \`Bearer ${secret}\`, Accept: 'application/json' } })`,
  'a table of Markdown': ({ name, secret }) => `| name | value |\n| --- | --- |\n| ${name.upper} | ${secret} |`,
  'code of Markdown': ({ name, secret }) => `Set \`${name.upper}\` to \`${secret}\` and restart.`,
  'a sentence with is': ({ name, secret }) => `Hello. My ${name.words} is ${secret}, please use it for the next call.`,
  'a sentence with quotes': ({ name, secret }) => `The ${name.words} "${secret}" was not accepted by the server.`,
  'an element of XML': ({ name, secret }) =>
    `<config><${name.pascal}>${xml(secret)}</${name.pascal}><Retries>3</Retries></config>`,
  'an attribute of XML': ({ name, secret }) => `<add retries="3" ${name.camel}="${xml(secret)}" />`,
  'a setting of web.config': ({ name, secret }) => `<add key="${name.pascal}" value="${xml(secret)}" />`,
  'a field of HTML': ({ name, secret }) => `<input type="hidden" name="${name.snake}" value="${xml(secret)}">`,
  'a property list': ({ name, secret }) => `<dict><key>${name.pascal}</key><string>${xml(secret)}</string></dict>`,
  'a property of Hadoop': ({ name, secret }) =>
    `<property>\n  <name>fs.acme.${name.kebab.replaceAll('-', '.')}</name>\n  <value>${xml(secret)}</value>\n</property>`,
  'the cookie of curl': ({ secret }) =>
    `curl -s -b 'theme=dark; sid=${encodeURIComponent(secret)}' https://api.example.com/me`,
  CSV: ({ name, secret }) => `user,${name.snake},role\nada,${secret},admin`,
  'SQL, an assignment': ({ name, secret }) => `UPDATE settings SET ${name.snake} = '${secret}' WHERE id = 7;`,
  'a setter in Java': ({ name, secret }) => `client.set${name.pascal}("${secret}");`,
  'a default in TypeScript': ({ name, secret }) => `const value = process.env.${name.upper} ?? '${secret}'`,
  'ENV with a blank': ({ name, secret }) => `FROM node:24\nENV ${name.upper} ${secret}\nCMD ["node", "main.js"]`,
  'a command of AWS': ({ name, secret }) => `aws configure set ${name.snake} ${secret} --profile prod`,
  'a variable of Terraform': ({ name, secret }) =>
    `variable "${name.snake}" {\n  type    = string\n  default = "${secret}"\n}`,
  'a header with another scheme': ({ secret }) => `Authorization: ApiKey ${secret}\r\nHost: api.example.com`,
  'a header with a parameter': ({ secret }) => `Authorization: Hawk id="7", ts="1353832234", mac="${secret}"`,
  'a bean of Spring': ({ name, secret }) =>
    `<bean><property name="${name.camel}"><value>${xml(secret)}</value></property></bean>`,
  'XML-RPC': ({ name, secret }) =>
    `<member><name>${name.snake}</name><value><string>${xml(secret)}</string></value></member>`,
  'a meta element of HTML': ({ name, secret }) => `<meta name="${name.kebab}" content="${xml(secret)}">`,
  '.netrc without a machine': ({ secret }) => `default login ada password ${secret}`,
  '.netrc': ({ secret }) => `machine api.example.com login ada password ${secret}`,
} as const satisfies Readonly<Record<string, Snippet>>

/** Texts in which the value can have line breaks, escaped. */
export const escapedSnippets = {
  'a line of .env with escaped line breaks': ({ name, secret }) => `A=1\n${name.upper}=${quoted(secret)}\nB=2`,
  JSON: ({ name, secret }) => JSON.stringify({ [name.snake]: secret, retries: 3 }, undefined, 2),
  'JSON in JSON': ({ name, secret }) =>
    JSON.stringify({ config: JSON.stringify({ [name.camel]: secret, retries: 3 }) }),
  'JSON of an environment': ({ name, secret }) => JSON.stringify({ env: { [name.upper]: secret, PORT: '3000' } }),
} as const satisfies Readonly<Record<string, Snippet>>

/** Texts with the secret alone. */
export const bareSnippets = {
  'a text alone': ({ secret }) => secret,
  'a sentence without a name': ({ secret }) => `Please try this one: ${secret}\nThanks.`,
  'a sentence in parentheses': ({ secret }) => `I pasted it (${secret}) into the form.`,
  'a sentence with a full stop': ({ secret }) => `It is ${secret}. It worked yesterday.`,
  'a list of Markdown': ({ secret }) => `- one\n- ${secret}\n- three`,
  'a call in source code': ({ secret }) => `connect('${secret}')`,
  'words without blanks around': ({ secret }) => `value:${secret}|next`,
  'a text in Japanese': ({ secret }) => `これは「${secret}」です。`,
} as const satisfies Readonly<Record<string, Snippet>>
