import type { Name } from '../names.ts'
import { eventsAnswer, jsonAnswer, jsonRequest, receives, sends } from './carriers.ts'
import type { Place, PlaceInput } from './place.ts'

type Build = (input: PlaceInput) => unknown

const header = (name: Name): string => `X-${name.kebab}`

/** JSON in which the name is a member. Each is a request and a response. A string is the JSON itself. */
const values: Readonly<Record<string, Build>> = {
  'a member in snake case': ({ name, secret }) => ({ a: 1, [name.snake]: secret, b: 2 }),
  'a member in camel case': ({ name, secret }) => ({ [name.camel]: secret }),
  'a member in Pascal case': ({ name, secret }) => ({ Result: { [name.pascal]: secret } }),
  'a member in kebab case': ({ name, secret }) => ({ [name.kebab]: secret }),
  'a member in upper case': ({ name, secret }) => ({ env: { [name.upper]: secret, LANG: 'C' } }),
  'a member at depth six': ({ name, secret }) => ({ a: { b: [{ c: { d: [{ [name.snake]: secret }] } }] } }),
  'a member in a list of objects': ({ name, secret }) => [{ id: 1 }, { id: 2, [name.camel]: secret }],
  'a list of secrets': ({ name, secret }) => ({ [name.snake]: ['none', secret] }),
  'a list of secrets with a plural name': ({ name, secret }) => ({ [`${name.snake.replace(/s$/, '')}s`]: [secret] }),
  'an object of secrets': ({ name, secret }) => ({ [name.camel]: { value: secret, version: 3 } }),
  'an object of secrets at depth two': ({ name, secret }) => ({ [name.camel]: { live: { primary: secret } } }),
  'a pair of name and value': ({ name, secret }) => ({
    env: [
      { name: name.upper, value: secret },
      { name: 'A', value: 'b' },
    ],
  }),
  'a pair of key and value': ({ name, secret }) => ({ headers: [{ key: header(name), value: secret }] }),
  'a value before its name': ({ name, secret }) => ({ headers: [{ value: secret, name: header(name) }] }),
  'a pair with a type between': ({ name, secret }) => ({
    variable: [{ key: name.snake, type: 'string', value: secret }],
  }),
  'a pair in a list': ({ name, secret }) => ({
    headers: [
      [header(name), secret],
      ['accept', 'a/b'],
    ],
  }),
  'a header in an object of headers': ({ name, secret }) => ({ headers: { [header(name)]: secret, accept: 'a/b' } }),
  'a bearer in an object of headers': ({ secret }) => ({ headers: { Authorization: `Bearer ${secret}` } }),
  'a member with blanks': ({ name, secret }) => `{\n  "${name.camel}" :\t${JSON.stringify(secret)}\n}\n`,
  'a member whose name is escaped': ({ name, secret }) =>
    `{"${[...name.snake].map(escapeCharacter).join('')}":${JSON.stringify(secret)}}`,
  'a member whose value is escaped': ({ name, secret }) =>
    `{"${name.snake}":"${[...secret].map(escapeCharacter).join('')}"}`,
  'a member with escaped slashes': ({ name, secret }) =>
    JSON.stringify({ [name.snake]: secret }).replaceAll('/', '\\/'),
  'a member after a byte order mark': ({ name, secret }) => `\ufeff${JSON.stringify({ [name.snake]: secret })}`,
  'a member that occurs twice': ({ name, secret }) =>
    `{"${name.snake}":null,"${name.snake}":${JSON.stringify(secret)}}`,
  'JSON in a string': ({ name, secret }) => ({ arguments: JSON.stringify({ [name.camel]: secret, b: [1] }) }),
  'JSON in a string in a string': ({ name, secret }) => ({
    arguments: JSON.stringify({ input: JSON.stringify({ [name.camel]: secret }) }),
  }),
  'a member in JSON that is cut off': ({ name, secret }) => ({
    partial: `{"a":1,"${name.camel}":${JSON.stringify(secret)},"b":"`,
  }),
  'a member in JSON in base64': ({ name, secret }) => ({
    state: Buffer.from(JSON.stringify({ user: 'ada', [name.camel]: secret })).toString('base64'),
  }),
  'variables of GraphQL': ({ name, secret }) => ({
    query: 'mutation A($input: Input!) { login(input: $input) { id } }',
    variables: { input: { user: 'ada', [name.camel]: secret } },
  }),
  'an argument in the text of GraphQL': ({ name, secret }) => ({
    query: `mutation { login(user: "ada", ${name.camel}: ${JSON.stringify(secret)}) { id } }`,
  }),
  'arguments of an MCP tool': ({ name, secret }) => ({
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'connect', arguments: { host: 'db', [name.snake]: secret } },
  }),
  'a connector of Anthropic': ({ secret }) => ({
    mcp_servers: [{ type: 'url', url: 'https://mcp.example.com', name: 'a', authorization_token: secret }],
  }),
  'a connector of OpenAI': ({ secret }) => ({
    tools: [{ type: 'mcp', server_label: 'a', server_url: 'https://mcp.example.com', authorization: secret }],
  }),
  'the headers of a connector': ({ name, secret }) => ({
    tools: [{ type: 'mcp', server_label: 'a', headers: { [header(name)]: secret } }],
  }),
  'the address of a connector': ({ name, secret }) => ({
    tools: [{ type: 'mcp', server_url: `https://mcp.example.com/sse?${name.camel}=${encodeURIComponent(secret)}` }],
  }),
  'the environment of an MCP server': ({ name, secret }) => ({
    mcpServers: { a: { command: 'npx', args: ['-y', 'a-mcp'], env: { [name.upper]: secret } } },
  }),
  'the options of an MCP server': ({ name, secret }) => ({
    mcpServers: { a: { command: 'npx', args: ['a-mcp', `--${name.kebab}`, secret, '--verbose'] } },
  }),
  'an option of an MCP server with an equals sign': ({ name, secret }) => ({
    mcpServers: { a: { command: 'npx', args: ['a-mcp', `--${name.kebab}=${secret}`] } },
  }),
  'a variable in the environment of a container': ({ name, secret }) => ({
    Image: 'acme/app:2',
    Env: ['PORT=3000', `${name.upper}=${secret}`],
  }),
  'an option in JSON in a string': ({ name, secret }) => ({
    arguments: JSON.stringify({ command: ['acme', 'login', `--${name.kebab}`, secret] }),
  }),
  'the code of an OAuth exchange in JSON in a string': ({ secret }) => ({
    arguments: JSON.stringify({ code: secret, codeVerifier: 'abc', redirectUri: 'http://localhost/callback' }),
  }),
  'the credentials of a registry': ({ secret }) => ({
    auths: { 'registry.example.com': { auth: Buffer.from(`ada:${secret}`).toString('base64') } },
  }),
  'the input of a tool': ({ name, secret }) => ({
    content: [{ type: 'tool_use', id: 'toolu_7', name: 'login', input: { [name.snake]: secret } }],
  }),
  'the arguments of a function': ({ name, secret }) => ({
    tool_calls: [{ id: 'call_7', function: { name: 'login', arguments: JSON.stringify({ [name.snake]: secret }) } }],
  }),
}

/** JSON without a telling name. */
const bareValues: Readonly<Record<string, Build>> = {
  'a member without a telling name': ({ secret }) => ({ note: secret }),
  'an item of a list': ({ secret }) => ['a', secret],
  'the name of a member': ({ secret }) => ({ seen: { [secret]: 2 } }),
  'a value that is escaped': ({ secret }) => `{"note":"${[...secret].map(escapeCharacter).join('')}"}`,
  'a value with escaped slashes': ({ secret }) => JSON.stringify({ note: secret }).replaceAll('/', '\\/'),
  'a value in base64': ({ secret }) => ({ note: Buffer.from(`the value ${secret} is in here`).toString('base64') }),
  'a value in base64url': ({ secret }) => ({ note: Buffer.from(`ÿ?>${secret}<?ÿ`).toString('base64url') }),
  'a value in base64 in base64url': ({ secret }) => ({
    note: Buffer.from(Buffer.from(`the value ${secret} is in here`).toString('base64')).toString('base64url'),
  }),
  'a value in hexadecimal digits in base64': ({ secret }) => ({
    note: Buffer.from(Buffer.from(secret).toString('hex')).toString('base64'),
  }),
  'a value in UTF-16 in base64': ({ secret }) => ({ note: Buffer.from(` ${secret} `, 'utf16le').toString('base64') }),
  'a value in hexadecimal digits': ({ secret }) => ({ note: Buffer.from(secret).toString('hex') }),
  'a value in escapes of URLs': ({ secret }) => ({
    next: `https://a.test/b?c=${encodeURIComponent(`/d?e=${secret}`)}`,
  }),
  'a value in a data URL': ({ secret }) => ({
    file_data: `data:text/plain;base64,${Buffer.from(`A=1\n${secret}\nB=2\n`).toString('base64')}`,
  }),
  'the arguments of a program': ({ secret }) => ({ args: ['serve', secret] }),
}

const responses = {
  'a response': (value: unknown) => receives(jsonAnswer(value)),
  'an event': (value: unknown) => receives(eventsAnswer([{ type: 'start' }, value, '[DONE]'])),
  'an error': (value: unknown) => receives(jsonAnswer(value, 400)),
} as const

/** JSON in requests, responses and events; the values rotate through the kinds of responses. */
export const jsonPlaces: readonly Place[] = [
  ...combine(values, 'value'),
  ...combine(bareValues, 'bare'),
  {
    name: 'a number in a request',
    reach: 'value',
    accepts: isNumber,
    steps: ({ name, secret }) => sends(jsonRequest(`{"a":1,"${name.snake}":${secret},"b":2}`)),
  },
  {
    name: 'a number in a response',
    reach: 'value',
    accepts: isNumber,
    steps: ({ name, secret }) => receives(jsonAnswer(`{"a":1,"${name.camel}":${secret}}`)),
  },
]

function combine(builds: Readonly<Record<string, Build>>, reach: Place['reach']): Place[] {
  return Object.entries(builds).flatMap(([title, build], index): Place[] => {
    const [where, respond] = Object.entries(responses)[index % 3] ?? ['', responses['a response']]
    // A stream of events can't contain a text with line breaks or a byte order mark as it is.
    const kind = where === 'an event' && /blanks|mark/.test(title) ? responses['a response'] : respond
    return [
      { name: `${title}, in a request`, reach, steps: (input) => sends(jsonRequest(build(input))) },
      { name: `${title}, in ${where}`, reach, steps: (input) => kind(build(input)) },
    ]
  })
}

function isNumber(secret: string): 'yes' | 'no' {
  return /^[1-9]\d+$/.test(secret) ? 'yes' : 'no'
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
