import { minifySync, type Plugin } from 'vite';

/**
 * Simplifies each chunk by Vite's own minifier before terser sees it: each finds what the other leaves, which is a quarter
 * of a percent. It renames nothing.
 */
export const compressFirst: Plugin = {
  name: 'compress-first',
  apply: 'build',
  renderChunk: {
    order: 'pre',
    handler(code, { fileName }) {
      const { code: compressed, errors } = minifySync(fileName, code, {
        module: true,
        compress: { target: 'es2022' },
        mangle: false,
        codegen: { removeWhitespace: false },
      });
      if (errors[0]) this.error(errors[0].message);
      return { code: compressed, map: null };
    },
  },
};
