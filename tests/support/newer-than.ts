import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import compatData from '@mdn/browser-compat-data/forLegacyNode';
import { type AnyNode, parse } from 'acorn';

/** The oldest version of each browser that must do. */
export type Oldest = Readonly<Partial<Record<'chrome' | 'edge' | 'firefox' | 'safari', number>>>;

const { api, javascript } = compatData;
const builtins = javascript.builtins as Identifier;

/** Everything of the language and the browser by its last name: a method of many classes has many statements. */
const byName = new Map<string, CompatStatement[]>();
const collect = (within: Identifier) => {
  for (const [name, entry] of Object.entries(within as Record<string, Identifier>)) {
    if (name === '__compat') continue;
    const { __compat } = entry;
    if (__compat) byName.set(name, [...(byName.get(name) ?? []), __compat]);
    collect(entry);
  }
};
collect(api);
collect(builtins);

function has(statement: CompatStatement, oldest: Oldest): boolean {
  return Object.entries(oldest).every(([browser, version]) =>
    [statement.support[browser as keyof Oldest]].flat().some((support) => support && isIn(support, version)),
  );
}

function isIn(support: SimpleSupportStatement, version: number): boolean {
  const { version_added: added, version_removed, flags, prefix, alternative_name } = support;
  if (!added || version_removed || flags || prefix || alternative_name) return false;
  return Number.parseFloat(added.replace('≤', '')) <= version;
}

/**
 * What scripts use of the language and the browser that a browser lacks, by MDN's data: constructors, members of globals,
 * and members of anything whose name is in no older class. Names that the scripts define themselves are theirs.
 * @param sources the built files, as modules
 * @returns names, each once, sorted
 */
export function newerThan(oldest: Oldest, sources: readonly string[]): string[] {
  const used = new Map<string, CompatStatement[]>();
  const members = new Set<string>();
  const own = new Set<string>();
  for (const source of sources) {
    for (const node of everyNode(parse(source, { ecmaVersion: 2022, sourceType: 'module' }))) {
      if (node.type === 'MemberExpression' && node.property.type === 'Identifier' && !node.computed) {
        const { name } = node.property;
        const global = node.object.type === 'Identifier' ? ofGlobal(node.object.name) : undefined;
        if (!global) members.add(name);
        else
          noteStatement(
            used,
            `${(node.object as { name: string }).name}.${name}`,
            global[`${name}_static`] ?? global[name],
          );
      }
      if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
        noteStatement(used, `new ${node.callee.name}`, ofGlobal(node.callee.name));
      }
      if (node.type === 'Property' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition') {
        if (node.key.type === 'Identifier') own.add(node.key.name);
      }
      if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression') {
        if (node.left.property.type === 'Identifier') own.add(node.left.property.name);
      }
    }
  }
  for (const name of members) if (!own.has(name)) used.set(name, byName.get(name) ?? []);
  const newer = [...used].filter(([, of]) => of.length > 0 && !of.some((statement) => has(statement, oldest)));
  return newer.map(([name]) => name).toSorted();
}

/** The entry of a global class or namespace, if it is one. */
function ofGlobal(name: string): Record<string, Identifier> | undefined {
  if (!Object.hasOwn(api, name) && !Object.hasOwn(builtins, name)) return undefined;
  return (api[name] ?? builtins[name]) as Record<string, Identifier>;
}

function noteStatement(used: Map<string, CompatStatement[]>, name: string, entry: Identifier | undefined): void {
  if (entry?.__compat) used.set(name, [entry.__compat]);
}

function* everyNode(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of Object.values(node).flat()) if (typeof child?.type === 'string') yield* everyNode(child);
}
