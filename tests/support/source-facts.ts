import { type ESTree, parseSync, Visitor } from 'vite';

/** An import as it is written, whatever its form. */
export interface ImportFact {
  /** what it names, or null when that is computed at run time */
  specifier: string | null;
  line: number;
  /** erased before anything runs */
  typeOnly: boolean;
}

/** A place in a source that a rule may mind, in the source's own words. */
export interface Place {
  text: string;
  line: number;
}

export interface SourceFacts {
  imports: ImportFact[];
  /** readings of the clock and of chance */
  ambient: Place[];
  sql: Place[];
}

const AMBIENT = ['Date.now', 'Math.random', 'Temporal.Now'];
const QUERY_BUILDERS = ['selectFrom', 'insertInto', 'replaceInto', 'updateTable', 'deleteFrom', 'mergeInto'];
const SQL_TEXT =
  /^\s*(select\s.+\sfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|pragma\s|(create|drop|alter)\s+(table|index|view)\s)/is;

/** Reads what the rules of the architecture are about out of one TypeScript source. */
export function sourceFacts(path: string, source: string): SourceFacts {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  const facts: SourceFacts = { imports: [], ambient: [], sql: [] };
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length;
  const textOf = (node: ESTree.Span) => source.slice(node.start, node.end);

  function addImport(node: ESTree.Span, target: ESTree.Node | null, typeOnly: boolean): void {
    if (target === null) return;
    const specifier = target.type === 'Literal' && typeof target.value === 'string' ? target.value : null;
    facts.imports.push({ specifier, line: lineAt(node.start), typeOnly });
  }
  function add(places: Place[], node: ESTree.Span): void {
    places.push({ text: textOf(node), line: lineAt(node.start) });
  }

  new Visitor({
    ImportDeclaration: (node) => addImport(node, node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => addImport(node, node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => addImport(node, node.source, node.exportKind === 'type'),
    ImportExpression: (node) => addImport(node, node.source, false),
    TSImportType: (node) => addImport(node, node.source, true),
    MemberExpression: (node) => {
      if (AMBIENT.includes(memberName(node))) add(facts.ambient, node);
    },
    NewExpression: (node) => {
      if (textOf(node.callee) === 'Date' && node.arguments.length === 0) add(facts.ambient, node);
    },
    CallExpression: (node) => {
      if (textOf(node.callee) === 'Date') add(facts.ambient, node);
      const [called = '', method = ''] =
        node.callee.type === 'MemberExpression' ? memberName(node.callee).split('.') : [];
      if (called === 'sql' || QUERY_BUILDERS.includes(method)) add(facts.sql, node);
    },
    TaggedTemplateExpression: (node) => {
      if (textOf(node.tag) === 'sql') add(facts.sql, node);
    },
    Literal: (node) => {
      if (typeof node.value === 'string' && SQL_TEXT.test(node.value)) add(facts.sql, node);
    },
    TemplateLiteral: (node) => {
      if (SQL_TEXT.test(textOf(node).slice(1))) add(facts.sql, node);
    },
  }).visit(program);
  return facts;
}

/** `Date.now` for `Date.now`, `Date['now']` and `Date?.now`; what the member belongs to is empty when it is no plain name. */
function memberName(node: ESTree.MemberExpression): string {
  const { object, property } = node;
  const owner = object.type === 'Identifier' ? object.name : '';
  const name = property.type === 'Literal' ? String(property.value) : 'name' in property ? property.name : '';
  return `${owner}.${name}`;
}
