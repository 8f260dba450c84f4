import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * `#words/panel.ts` is the file of that name in `widget/words/`, in the folder of the build's own language: each language
 * has the same files with the same names in them. Without this plugin (types, tests) it is the Polish one, by package.json.
 */
export function wordsOf(language: string): Plugin {
  return {
    name: 'words-of',
    enforce: 'pre',
    resolveId: (source) =>
      source.startsWith('#words/')
        ? join(process.cwd(), 'widget/words', language, source.replace('#words/', ''))
        : null,
  };
}
