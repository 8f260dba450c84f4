import { readdirSync, rmSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';

const DAYS_SERVED = 30;

/** Panels that are open load files of the build they came with: those stay for a month, then they go. */
export const forgetOldFiles = (folder: string): Plugin => ({
  name: 'forget-old-files',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(folder)) {
      const file = `${folder}/${name}`;
      if (Date.now() - statSync(file).mtimeMs > DAYS_SERVED * 86_400_000) rmSync(file);
    }
  },
});
