import { type Node, type Source, walk } from '#tests/setup/source'

/** One place where a text is asked for by its key. `pattern` matches the full keys that it may mean. */
export type Use = { path: string; written: string; pattern: RegExp; optional: boolean }

/**
 * The keys a file asks for. Each translator is bound by its name in the function where it is used, never handed on.
 * A key is a literal (also both sides of `?:`), a template whose holes stand for one step each (`status.${status}`),
 * a constant that is one of these, or a variable, which may mean every key directly in the translator's namespace —
 * or beside the example that it is cast to (`verb as 'attendee.cancel'`).
 */
export function usedKeys({ path, program }: Source): { uses: Use[]; problems: string[] } {
  const uses: Use[] = []
  const problems: string[] = []
  const factories = new Map<string, string>()
  const scopes = [new Map<string, Bound>()]
  const find = (name: string) => scopes.findLast((scope) => scope.has(name))?.get(name)
  const bound = (name: string) => find(name)?.namespace

  walk(program as unknown as Node, (node) => {
    if (node.type === 'VariableDeclarator' && is(node.init, 'ArrowFunctionExpression')) {
      const namespace = namespaceOf(node.init.body as Node, factories)
      if (namespace !== undefined) factories.set(String((node.id as Node).name), namespace)
    }
    return undefined
  })
  walk(program as unknown as Node, (node) => {
    if (/Function/.test(node.type)) {
      const names = (node.params as Node[])
        .filter((param) => param.type === 'Identifier')
        .map((param) => String(param.name))
      scopes.push(new Map(names.map((name) => [name, {}])))
      return () => void scopes.pop()
    }
    if (node.type === 'VariableDeclarator') bind(node.id as Node, node.init as Node | null)
    if (node.type === 'CallExpression') call(node)
    return undefined
  })
  return { uses, problems }

  function bind(id: Node, init: Node | null): void {
    if (!init) return
    if (id.type === 'Identifier') {
      scopes.at(-1)?.set(String(id.name), { namespace: namespaceOf(init, factories), init })
    }
    const all = unwrap(init)
    if (id.type !== 'ArrayPattern' || all.type !== 'CallExpression') return
    const [list] = all.arguments as Node[]
    if (list?.type !== 'ArrayExpression') return
    const names = id.elements as (Node | null)[]
    for (const [index, name] of names.entries()) if (name) bind(name, (list.elements as Node[])[index] ?? null)
  }

  function call(node: Node): void {
    const [callee, args] = [unwrap(node.callee as Node), node.arguments as Node[]]
    const method = callee.type === 'MemberExpression' ? String((callee.property as Node).name) : ''
    const target = method ? unwrap(callee.object as Node) : callee
    const namespace = target.type === 'Identifier' ? bound(String(target.name)) : namespaceOf(target, factories)
    const isTranslator = namespace !== undefined && ['', 'rich', 'raw', 'has', 'markup'].includes(method)
    if (isTranslator && args[0])
      for (const key of keys(args[0], (name) => find(name)?.init)) use(namespace, key, method)
    for (const arg of args) {
      const name = arg.type === 'Identifier' ? String(arg.name) : ''
      if (bound(name) !== undefined) problems.push(`${path} hands its translator ${name} on`)
    }
  }

  function use(namespace: string, key: string, method: string): void {
    const full = namespace ? `${escaped(namespace)}\\.${key}` : key
    const pattern = new RegExp(`^${full}${method === 'raw' ? '(\\..+)?' : ''}$`)
    uses.push({ path, written: full.replaceAll('\\', ''), pattern, optional: method === 'has' })
  }
}

/** What a name stands for: a translator of this namespace, or any other value. */
type Bound = { namespace?: string; init?: Node }

/** The keys that an argument may mean, as sources of regular expressions. */
function keys(argument: Node, constant: (name: string) => Node | undefined): string[] {
  const node = unwrap(argument)
  const both = (...sides: unknown[]) => sides.flatMap((side) => keys(side as Node, constant))
  const example = (argument.typeAnnotation as Node | undefined)?.literal as Node | undefined
  const init = node.type === 'Identifier' ? constant(String(node.name)) : undefined
  if (example) return [`${escaped(String(example.value)).replace(/[^.]+$/, '')}[^.]+`]
  if (init && ['Literal', 'TemplateLiteral', 'ConditionalExpression'].includes(init.type)) return keys(init, constant)
  if (node.type === 'Literal') return [escaped(String(node.value))]
  if (node.type === 'ConditionalExpression') return both(node.consequent, node.alternate)
  if (node.type === 'LogicalExpression') return both(node.left, node.right)
  if (node.type !== 'TemplateLiteral') return ['[^.]+']
  return [(node.quasis as { value: { cooked: string } }[]).map((quasi) => escaped(quasi.value.cooked)).join('[^.]+')]
}

const MAKERS = ['getTranslations', 'useTranslations', 'createTranslator']

function namespaceOf(expression: Node, factories: Map<string, string>): string | undefined {
  const node = unwrap(expression)
  if (node.type !== 'CallExpression' || !is(node.callee, 'Identifier')) return undefined
  const name = String(node.callee.name)
  if (!MAKERS.includes(name)) return factories.get(name)
  const [argument] = node.arguments as Node[]
  if (argument?.type !== 'ObjectExpression') return argument ? String(argument.value) : ''
  const property = (argument.properties as Node[]).find((each) => (each.key as Node | undefined)?.name === 'namespace')
  return property ? String((property.value as Node).value) : ''
}

const BRANDS = ['Serai', 'CSV', 'XLSX']
const SPOKEN = [
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt'],
  ...['label', 'text', 'heading', 'hint', 'caption', 'summary', 'submit', 'trigger', 'keep', 'word'],
]

/** Texts that stand in the markup itself instead of the messages: between tags, and in what is read aloud. */
export function literalTexts({ path, program }: Source): string[] {
  const found: string[] = []
  const add = (text: string) => {
    if (/\p{L}/u.test(text) && !BRANDS.includes(text.trim())) found.push(`${path}: ${text.trim()}`)
  }
  walk(program as unknown as Node, (node) => {
    if (node.type === 'JSXText') add(String(node.value))
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node.children as Node[])
        if (child.type === 'JSXExpressionContainer') spoken(child.expression as Node)
    }
    const name = node.type === 'JSXAttribute' ? String((node.name as Node).name) : ''
    if (SPOKEN.includes(name) && node.value) spoken(node.value as Node)
    return undefined
  })
  return found

  function spoken(expression: Node): void {
    const node = unwrap(expression)
    if (node.type === 'JSXExpressionContainer') spoken(node.expression as Node)
    if (node.type === 'Literal' && typeof node.value === 'string') add(node.value)
    if (node.type === 'TemplateLiteral') {
      for (const quasi of node.quasis as { value: { cooked: string } }[]) add(quasi.value.cooked)
    }
    const sides = [node.consequent, node.alternate, node.left, node.right] as (Node | undefined)[]
    if (/^(Conditional|Logical)Expression$/.test(node.type)) for (const side of sides) if (side) spoken(side)
  }
}

function unwrap(node: Node): Node {
  const inner = ['AwaitExpression', 'ChainExpression'].includes(node.type)
    ? (node.argument ?? node.expression)
    : undefined
  const typed = /^(TS\w+Expression|ParenthesizedExpression)$/.test(node.type) ? node.expression : inner
  return typed ? unwrap(typed as Node) : node
}

const is = (value: unknown, type: string): value is Node => (value as Node | null)?.type === type
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
