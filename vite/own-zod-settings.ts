import type { Plugin } from 'vite';

/**
 * zod keeps its settings on the global object, which is the page's: one global more there, and another zod of the page
 * would change ours. Here they stay within the module.
 */
export const ownZodSettings: Plugin = {
  name: 'own-zod-settings',
  apply: 'build',
  transform: {
    filter: { id: /\/zod\/v4\/core\/(?:core|registries)\.js$/, code: 'globalThis' },
    handler: (code) => `const zodGlobal = {};\n${code.replaceAll('globalThis', 'zodGlobal')}`,
  },
};
