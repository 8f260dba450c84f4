import type { Plugin } from 'vite';

/** Words stand in one folder a language, with the same names in each: a build takes the folder of its own. */
export function wordsOf(language: string): Plugin {
  return {
    name: 'words-of',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.includes('words/pl/')) return null;
      return this.resolve(source.replace('words/pl/', `words/${language}/`), importer, { ...options, skipSelf: true });
    },
  };
}
