import type { Plugin } from 'vite';

/** Vite wraps each `import()` in 800 bytes that preload styles and modules; the panel has no styles to preload. */
export const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
  // Last of all, when Vite has written its list of styles, which is always empty, and where the module stands.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replaceAll(',[],import.meta)', ')');
      }
    },
  },
};
