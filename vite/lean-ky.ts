import type { Plugin } from 'vite';
import { cutProgram } from './cut-program.ts';
import { CUT_FROM_CORE, LEFT_OUT } from './ky-left-out.ts';

/** The panel without the parts of ky that no call reaches. A version of ky that has them elsewhere fails the build, instead of growing it. */
export const leanKy: Plugin = {
  name: 'lean-ky',
  enforce: 'pre',
  load: (id) => Object.entries(LEFT_OUT).find(([path]) => id.endsWith(path))?.[1] ?? null,
  transform(code, id) {
    return id.endsWith('ky/distribution/core/Ky.js') ? cutProgram(code, this.parse(code), CUT_FROM_CORE) : null;
  },
  buildEnd(error) {
    const loaded = [...this.getModuleIds()];
    for (const path of Object.keys(LEFT_OUT)) {
      if (!error && !loaded.some((id) => id.endsWith(path))) throw new Error(`${path} is no part of ky any more`);
    }
  },
};
