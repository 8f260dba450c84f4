import { readFileSync } from 'node:fs';
import type { CSSOptions } from 'vite';

type PostCssPlugin = NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>[number];

/** What `tokens.css` says of each name: one value, or another one for the dark or for forced colours. */
function readTokens(): Map<string, string[]> {
  const tokens = new Map<string, string[]>();
  for (const [, name = '', value = ''] of readFileSync('widget/styles/tokens.css', 'utf8').matchAll(
    /(--[\w-]+): (.+);/g,
  ))
    tokens.set(name, [...(tokens.get(name) ?? []), value]);
  return tokens;
}

/** Tokens that never change are written where they are used: as properties they would cost every panel 150 bytes. */
export function writeInConstants(): PostCssPlugin {
  return {
    postcssPlugin: 'write-in-constants',
    prepare() {
      const tokens = readTokens(); // read again for each file: in development they change
      const inFull = (value: string): string =>
        value.replace(/var\((--[\w-]+)\)/g, (use, name) => {
          const [only, another] = tokens.get(name) ?? [];
          return only && !another ? inFull(only) : use;
        });
      return {
        Declaration(declaration) {
          if (tokens.get(declaration.prop)?.length === 1) declaration.remove();
          else declaration.value = inFull(declaration.value);
        },
      };
    },
  };
}
