import type { Plugin } from 'vite';

/** Chromium reads it in a file's first line; to other browsers it is a comment. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Has the browser compile the functions of a build's entries while they come, beside the page's thread. Otherwise each is
 * compiled at its first call, in the way of the first field (docs/proof.md). Not for parts that are
 * loaded behind it: most of what they hold is called later, or never.
 */
export const compileAtOnce: Plugin = {
  name: 'compile-at-once',
  apply: 'build',
  // Behind terser, which takes comments out, and before a file gets its name.
  renderChunk: { order: 'post', handler: (code, { isEntry }) => (isEntry ? { code: HINT + code, map: null } : null) },
};
