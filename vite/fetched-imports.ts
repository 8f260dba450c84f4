import { basename, dirname, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/**
 * What an `import()` could not have, Chromium refuses it for the life of the page, without asking the network again; so
 * it is with what that file imports in its turn. Therefore nothing is imported before all its files have come by
 * `fetch`, which forgets its failures. The import then finds them in the browser's cache, where the server lets them
 * stay for ever. Only a file that `fetch` loads and the import then cannot, as with a disabled cache, stays refused.
 */
const PRELOAD = `
const coming = {};
const get = async (name) => {
  try {
    const answer = await fetch(new URL(name, import.meta.url));
    if (!answer.ok) throw 0;
    await answer.blob();
  } catch (error) {
    delete coming[name];
    throw error;
  }
};
export const __vitePreload = async (load, names = load) => {
  await Promise.all(names.map((name) => (coming[name] ??= get(name))));
  return names === load ? __IMPORT__('./' + names[0]) : load();
};`;

/** Stands for `import`, which Vite would wrap. */
const WRITTEN_LATER = /\b__IMPORT__\b/g;

/** A function that does nothing before, an `import()`, its use, and the list that Vite left empty, maybe with the address of the module. */
const IMPORT = /(\(\(\)=>)?import\("\.\/([^"]+)"\)((?:(?!import\().)*?),\[\](?:,import\.meta(?:\.url)?)?\)/gs;

/** Vite wraps each `import()` in 800 bytes that preload styles and modules. Ours have no styles, and can be asked for again. */
export const fetchedImports: Plugin = {
  name: 'fetched-imports',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? PRELOAD : null),
  // Last of all, when the files have their names. Whose list changes has another name too: it imports what changed.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const here = withImports(file.fileName, bundle);
        let left = file.code.split('import("').length - 1;
        const code = file.code.replace(IMPORT, (_, alone, name, use) => {
          left -= 1;
          const needed = [...withImports(join(dirname(file.fileName), name), bundle)].filter((path) => !here.has(path));
          const list = JSON.stringify(needed.map((path) => basename(path)));
          // The list begins with the file, so the helper can import it: its name stands there once.
          if (alone && /^(?:\.then\(|$)/.test(use)) return `(${list})${use}`;
          return `${alone ?? ''}import("./${name}")${use},${list})`;
        });
        file.code = code.replace(WRITTEN_LATER, 'import');
        if (left > 0) this.error(`${file.fileName}: an import() without a list of its files`);
      }
    },
  },
};

/** A file and all that it imports at once. */
function withImports(path: string, bundle: Rolldown.OutputBundle): Set<string> {
  const paths = new Set([path]);
  for (const one of paths) {
    const file = bundle[one];
    if (file?.type === 'chunk') for (const imported of file.imports) paths.add(imported);
  }
  return paths;
}
