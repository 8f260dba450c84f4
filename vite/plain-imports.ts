import type { Plugin } from 'vite';

/** For parts that a page may do without: a plain `import()`, instead of Vite's, which preloads styles and modules in 800 bytes. */
export const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
};
