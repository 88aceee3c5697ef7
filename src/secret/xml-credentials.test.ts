import { expect, test } from 'vitest'
import { isCredential } from './secret-name.ts'
import { redactXml } from './xml-credentials.ts'

const KEY = 'Zk3v9Qm1Xw7Lr5Tb'

test.each([
  ['a property list', `<dict><key>ApiKey</key>\n<string>${KEY}</string></dict>`],
  ['a property of Hadoop', `<property><name>a.secret.key</name><value>${KEY}</value></property>`],
  ['XML-RPC', `<member><name>password</name><value><string>${KEY}</string></value></member>`],
  ['a bean', `<bean><property name="password"><value>${KEY}</value></property></bean>`],
  ['CDATA', `<a><key>password</key><string><![CDATA[${KEY}]]></string></a>`],
  ['an attribute', `<add key="ApiSecret" value="${KEY}" />`],
  ['the attributes in another order', `<add value="${KEY}" key="ApiSecret" />`],
  ['a meta element', `<meta name="csrf-token" content="${KEY}">`],
])('replaces the value of a name in %s', (_, xml) => {
  const found = new Set<string>()
  expect(redactXml(xml, { isCredential }, found)).toBe(xml.replace(KEY, 'REDACTED'))
  expect([...found]).toEqual([KEY])
})

test.each([
  '<dict><key>checksum</key><string>Zk3v9Qm1Xw7Lr5Tb</string></dict>',
  '<meta name="viewport" content="width=device-width">',
  '<property name="url"><value>Zk3v9Qm1Xw7Lr5Tb</value></property>',
  '<label for="password">Password</label>',
])('does not change %s', (xml) => {
  expect(redactXml(xml, { isCredential }, new Set())).toBe(xml)
})
