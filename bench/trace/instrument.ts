import { type Plugin, rolldown } from 'rolldown'

/** A node of the syntax tree, as far as functions are concerned. */
interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly body?: Node | null
}

/**
 * Bundles a source folder so that each of its functions reports its file to `globalThis.traceCall` when it is called.
 *
 * @param source the folder, absolute
 * @param out the file to write
 */
export async function instrument(source: string, out: string): Promise<void> {
  const bundle = await rolldown({
    input: `${source}/index.ts`,
    platform: 'node',
    external: (id, _importer, isResolved) => !isResolved && /^[^./#]/.test(id),
    resolve: {
      alias: {
        '#platform': `${source}/platform/node.ts`,
        '#serve': `${source}/serve/listen.ts`,
        '#usage': `${source}/open/session-usage.ts`,
        '#upstream': `${source}/websocket/connect-upstream.ts`,
        '#upgrades': `${source}/upgrade/intercept-upgrades.ts`,
        '#session-modules': `${source}/open/node-modules.ts`,
        '#formats': `${source}/format/formats-page.ts`,
        '#yaml': `${source}/platform/yaml-node.ts`,
      },
    },
    plugins: [reportCalls(source)],
  })
  await bundle.write({ file: out, codeSplitting: false })
}

function reportCalls(source: string): Plugin {
  return {
    name: 'report-calls',
    transform(code, id) {
      if (!id.startsWith(source)) return null
      const report = `globalThis.traceCall?.(${JSON.stringify(id.slice(source.length + 1))})`
      const inserts = findFunctions(this.parse(code, { lang: 'ts' })).flatMap(({ type, start, end }) =>
        type === 'BlockStatement'
          ? [{ at: start + 1, text: `${report};` }]
          : [
              { at: start, text: `(${report}, ` },
              { at: end, text: ')' },
            ],
      )
      return inserts
        .sort((a, b) => b.at - a.at)
        .reduce((text, { at, text: inserted }) => text.slice(0, at) + inserted + text.slice(at), code)
    },
  }
}

/** The bodies of all functions below a node. */
function findFunctions(node: unknown): Node[] {
  if (typeof node !== 'object' || node === null) return []
  const inner = Object.values(node).flatMap(findFunctions)
  return isFunction(node) && node.body ? [node.body, ...inner] : inner
}

function isFunction(node: object): node is Node {
  return (
    'type' in node && /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(String(node.type))
  )
}
