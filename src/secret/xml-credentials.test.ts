import { expect, test } from 'vitest'
import { type RedactedText, redactAndFind } from '../../test/redact-and-find.ts'
import { isCredential } from './secret-name.ts'
import { redactXml } from './xml-credentials.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

const redact = (xml: string): RedactedText => redactAndFind((found) => redactXml(xml, { isCredential }, found))

test.each([
  ['a property list', `<dict><key>ApiKey</key>\n<string>${KEY}</string></dict>`],
  ['a property of Hadoop', `<property><name>a.secret.key</name><value>${KEY}</value></property>`],
  ['XML-RPC', `<member><name>password</name><value><string>${KEY}</string></value></member>`],
  ['a bean', `<bean><property name="password"><value>${KEY}</value></property></bean>`],
  ['CDATA', `<a><key>password</key><string><![CDATA[${KEY}]]></string></a>`],
  ['an attribute', `<add key="ApiSecret" value="${KEY}" />`],
  ['the attributes in another order', `<add value="${KEY}" key="ApiSecret" />`],
  ['a meta element', `<meta name="csrf-token" content="${KEY}">`],
  ['an element of a namespace with attributes', `<a:Password a:type="text" b='c'>${KEY}</a:Password>`],
  ['an element with a name', `<entry id="1" key="password">${KEY}</entry>`],
  ['an element between blanks', `<password>${KEY}</password >`],
  ['an attribute with blanks around its sign', `<a password = '${KEY}' b="c"/>`],
  ['an attribute without quotes', `<input type=hidden name=csrf_token value=${KEY}>`],
  ['the last attribute without quotes', `<input password=${KEY}/>`],
  ['a list of properties with a type', `<x:param a="b" name='password'>\n  <x:value a="b">${KEY}</x:value></x:param>`],
])('replaces the value of a name in %s', (_, xml) => {
  expect(redact(xml)).toEqual({ text: xml.replace(KEY, 'REDACTED'), found: [KEY] })
})

test.each([
  ['brackets', '<password>a]b]]c1!xY</password>', 'a]b]]c1!xY'],
  ['a tag in CDATA', '<password><![CDATA[a]<b1!xY]]></password>', 'a]<b1!xY'],
  ['a bracket of a tag in an attribute', '<a password="a>b1!xY"/>', 'a>b1!xY'],
  ['the other quote in an attribute', `<a password="a'b1!xY" b="c"/>`, `a'b1!xY`],
])('replaces a value with %s', (_, xml, value) => {
  expect(redact(xml)).toEqual({ text: xml.replace(value, 'REDACTED'), found: [value] })
})

test.each([
  ['a&amp;&lt;&gt;&quot;&apos;&#39;b1', `a&<>"''b1`],
  ['a&#x2F;&#47;&#X1f600;b1', 'a//\u{1f600}b1'],
  ['a&nbsp;&#xFFFFFFF;b1', 'a&nbsp;&#xFFFFFFF;b1'],
])('the value %s is found decoded', (raw, value) => {
  for (const xml of [`<password>${raw}</password>`, `<a password="${raw}"/>`]) {
    expect(redact(xml)).toEqual({ text: xml.replace(raw, 'REDACTED'), found: [value] })
  }
})

test.each([
  `<password>${KEY}</password>`,
  `<a password="${KEY}"/>`,
  `<add key="ApiSecret" value="${KEY}" />`,
  `<entry key="password">${KEY}</entry>`,
  `<property name="password">\n  <value>${KEY}</value>\n</property>`,
  `<dict><key>ApiKey</key>\n<string>${KEY}</string></dict>`,
])('replaces the credential in %s in JSON in JSON', (xml) => {
  for (const text of [JSON.stringify({ xml }), JSON.stringify(JSON.stringify({ xml }))])
    expect(redactXml(text, { isCredential }, new Set())).toBe(text.replace(KEY, 'REDACTED'))
})

test('finds no empty and no replaced value', () => {
  const xml = '<a password="REDACTED" api_key=""><password> REDACTED </password><secret> </secret></a>'
  expect(redact(xml)).toEqual({ text: xml, found: [] })
})

test.each([
  '<dict><key>checksum</key><string>Zk3v9Qm1Xw7Lr5Tb</string></dict>',
  '<meta name="viewport" content="width=device-width">',
  '<property name="url"><value>Zk3v9Qm1Xw7Lr5Tb</value></property>',
  '<label for="password">Password</label>',
  '<Login password={process.env.PASSWORD} />',
  `a < b && password="${KEY}"`,
  `<password>${KEY}`,
])('does not change %s', (xml) => {
  expect(redactXml(xml, { isCredential }, new Set())).toBe(xml)
})
