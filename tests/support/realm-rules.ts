import { type ESTree, parseSync, Visitor } from 'vite';
import { moduleOf } from './import-rules.ts';
import { sourceFacts } from './source-facts.ts';

/** What means the page: modules that may run in a realm of their own read it from `host`. */
const OF_THE_PAGE = new Set(
  `window self parent top document location history navigator screen visualViewport customElements CSS
  addEventListener removeEventListener dispatchEvent matchMedia getComputedStyle getSelection open close stop alert confirm
  prompt print scroll scrollTo scrollBy focus blur innerWidth innerHeight outerWidth outerHeight devicePixelRatio scrollX
  scrollY requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback event name CSSStyleSheet
  IntersectionObserver ResizeObserver PerformanceObserver`.split(/\s+/),
);

/** Methods of elements that libraries of panels have replaced: MooTools' `closest` finds what is inside. */
const REPLACED_OF_ELEMENTS = ['closest', 'getElementsByClassName', 'scrollTo'];

/** Of an element that is in no page Prototype's throws; `replaceWith()` takes it out as well. */
const isRemovalOfElement = (name: string, args: readonly unknown[]) => name === 'remove' && args.length === 0;

/** What libraries of panels have replaced, and the loader, which runs among them, does without. */
const REPLACED_OF_THE_LANGUAGE = [
  ...['entries', 'reduce', 'reduceRight', 'find', 'filter', 'every', 'some', 'flat', 'flatMap', 'at', 'reverse'],
  ...['bind', 'sub', 'repeat', 'toJSON', 'toISOString'],
];

/** Static functions of the same kind. */
const REPLACED_STATICS =
  /^(?:Object\.(?:keys|values|entries|fromEntries|assign)|Array\.from|Date\.parse|JSON\.\w+|Promise\.\w+|Function\.\w+)$/;

/** Classes that a page has not been seen to replace, or whose replacement does what it must. */
const LEFT_ALONE = ['Promise', 'MutationObserver', 'RegExp'];

/** Everything in one source that would trust a page, each with file and line: names of the page, `instanceof`, and methods that pages replace. */
export function realmViolations(path: string, source: string, isInLoader: boolean): string[] {
  const { program } = parseSync(path, source);
  const found = new Set<string>();
  const declared = new Set<string>();
  const notRead = new Set<number>();
  const types: ESTree.Span[] = [];
  const names: ESTree.IdentifierReference[] = [];
  const checks: ESTree.BinaryExpression[] = [];
  const news: ESTree.NewExpression[] = [];
  const add = (node: ESTree.Span, what: string) =>
    found.add(`${path}:${source.slice(0, node.start).split('\n').length} ${what}`);
  const textOf = (node: ESTree.Span) => source.slice(node.start, node.end);
  const type = (node: ESTree.Span) => void types.push(node);

  function declare(pattern: ESTree.Node | null): void {
    if (!pattern) return;
    if (pattern.type === 'Identifier') declared.add(pattern.name);
    else if (pattern.type === 'ObjectPattern') for (const property of pattern.properties) declare(property);
    else if (pattern.type === 'Property') declare(pattern.value);
    else if (pattern.type === 'ArrayPattern') for (const element of pattern.elements) declare(element);
    else if (pattern.type === 'AssignmentPattern') declare(pattern.left);
    else if (pattern.type === 'RestElement') declare(pattern.argument);
  }
  const declareFunction = ({ id, params }: { id?: ESTree.Node | null; params: readonly ESTree.Node[] }) => {
    declare(id ?? null);
    for (const param of params) declare(param);
  };

  new Visitor({
    TSTypeAnnotation: type,
    TSTypeAliasDeclaration: type,
    TSInterfaceDeclaration: type,
    TSTypeParameterInstantiation: type,
    TSAsExpression: ({ typeAnnotation }) => type(typeAnnotation),
    TSSatisfiesExpression: ({ typeAnnotation }) => type(typeAnnotation),
    ImportDeclaration: ({ specifiers }) => {
      for (const { local } of specifiers) declared.add(local.name);
    },
    VariableDeclarator: ({ id }) => declare(id),
    FunctionDeclaration: declareFunction,
    FunctionExpression: declareFunction,
    ArrowFunctionExpression: declareFunction,
    ClassDeclaration: ({ id }) => declare(id),
    CatchClause: ({ param }) => declare(param),
    Property: ({ key, computed, shorthand }) => {
      if (!computed && !shorthand) notRead.add(key.start);
    },
    PropertyDefinition: ({ key, computed }) => {
      if (!computed) notRead.add(key.start);
    },
    MethodDefinition: ({ key, computed }) => {
      if (!computed) notRead.add(key.start);
    },
    MemberExpression: (node) => {
      if (!node.computed) notRead.add(node.property.start);
      const text = textOf(node);
      if (isInLoader && REPLACED_STATICS.test(text)) add(node, `calls ${text}`);
      if (!isInLoader && /^performance\.getEntries/.test(text)) add(node, `means ${text} of the page: host.${text}`);
    },
    CallExpression: ({ callee, arguments: args }) => {
      if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return;
      const { name } = callee.property;
      if (REPLACED_OF_ELEMENTS.includes(name) || isRemovalOfElement(name, args))
        add(callee.property, `calls ${name}, which pages replace`);
      if (isInLoader && REPLACED_OF_THE_LANGUAGE.includes(name))
        add(callee.property, `calls ${name}, which pages replace`);
    },
    BinaryExpression: (node) => {
      if (node.operator === 'instanceof') checks.push(node);
    },
    NewExpression: (node) => void news.push(node),
    Identifier: (node) => void names.push(node as ESTree.IdentifierReference),
  }).visit(program);

  const isType = ({ start }: ESTree.Span) => types.some((span) => span.start <= start && start < span.end);
  for (const node of checks) {
    if (!declared.has(textOf(node.right)))
      add(node, `asks for instanceof ${textOf(node.right)}, which may be of another realm`);
  }
  if (isInLoader) {
    for (const { callee, start, end } of news) {
      const name = textOf(callee);
      if (!declared.has(name) && !LEFT_ALONE.includes(name))
        add({ start, end }, `makes a ${name}, which pages replace`);
    }
    for (const node of names) {
      if (/^(?:Element|Document|Event|Window|Request|fetch)$/.test(node.name) && isRead(node))
        add(node, `trusts ${node.name} of the page`);
    }
  } else {
    for (const node of names) {
      if (OF_THE_PAGE.has(node.name) && isRead(node)) add(node, `means ${node.name} of the page: host.${node.name}`);
    }
  }
  return [...found];

  function isRead(node: ESTree.IdentifierReference): boolean {
    return !declared.has(node.name) && !notRead.has(node.start) && !isType(node);
  }
}

/** The sources that the loader, or another entry, is built of, in the order in which they are imported. */
export function loaderSources(sources: ReadonlyMap<string, string>, entry = 'widget/loader.ts'): string[] {
  const seen = new Set([entry]);
  for (const path of seen) {
    for (const { specifier, typeOnly } of sourceFacts(path, sources.get(path) ?? '').imports) {
      const module = typeOnly || specifier === null ? null : moduleOf(path, specifier);
      if (module) seen.add(module);
    }
  }
  return [...seen];
}
