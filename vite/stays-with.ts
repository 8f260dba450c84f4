import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Keeps what a later part of the page shares with an earlier one in the earlier one's file. Without an import of the
 * earlier part, the build moves all that the two share into a file of its own: one more request, and it compresses worse.
 * A module that is not in the build any more fails it.
 * @param table module → the part that is always loaded before it; both are paths from the repository's root
 */
export function staysWith(table: Record<string, string>): Plugin {
  const parts = new Map(
    Object.entries(table).map((paths) => paths.map((path) => join(process.cwd(), path)) as [string, string]),
  );
  const left = new Set(parts.keys());
  return {
    name: 'stays-with',
    apply: 'build',
    transform(code, id) {
      const before = parts.get(id);
      left.delete(id);
      return before ? `import ${JSON.stringify(before)};\n${code}` : null;
    },
    buildEnd(error) {
      if (!error && left.size > 0)
        throw new Error(`not in the build, so nothing stays with it: ${[...left].join(', ')}`);
    },
  };
}
