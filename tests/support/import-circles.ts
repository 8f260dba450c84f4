import { moduleOf } from './import-rules.ts';
import { sourceFacts } from './source-facts.ts';

/**
 * Files that need each other: from each of them imports lead back to itself. Types and `import()` count as much as
 * values, for a reader has to follow them all.
 * @param sources every source by its path from the repository's root
 * @returns one line for each circle: all its files by name
 */
export function importCircles(sources: ReadonlyMap<string, string>): string[] {
  const imported = new Map(
    [...sources].map(([path, source]) => [
      path,
      sourceFacts(path, source).imports.flatMap(({ specifier }) => {
        const module = specifier === null ? null : moduleOf(path, specifier);
        return module !== null && sources.has(module) ? [module] : [];
      }),
    ]),
  );
  const reached = new Map([...sources.keys()].map((path) => [path, reachedFrom(path, imported)]));
  const circles = new Set<string>();
  for (const [path, within] of reached) {
    if (!within.has(path)) continue;
    const together = [...within].filter((other) => reached.get(other)?.has(path));
    circles.add(together.toSorted().join(' ↔ '));
  }
  return [...circles];
}

/** All files that the imports of one lead to; itself only when they lead back. */
function reachedFrom(path: string, imported: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set(imported.get(path));
  for (const one of reached) for (const next of imported.get(one) ?? []) reached.add(next);
  return reached;
}
