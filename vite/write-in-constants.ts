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

/**
 * Tokens that never change are written where they are used: as properties they would cost every panel 150 bytes. The others get
 * short names, which cost it 130 less; with a sign in front, as a page's own of one letter may be set on every element.
 */
export function writeInConstants(): PostCssPlugin {
  return {
    postcssPlugin: 'write-in-constants',
    prepare() {
      const tokens = readTokens(); // read again for each file: in development they change
      const inFull = (value: string): string =>
        value.replace(/var\((--[\w-]+)\)/g, (use, name) => {
          const [only, another] = tokens.get(name) ?? [];
          if (!another) return only ? inFull(only) : use;
          return `var(${shortOf(name)})`;
        });
      const changing = [...tokens.keys()].filter((name) => tokens.get(name)?.[1]);
      const shortOf = (name: string) => `--_${changing.indexOf(name).toString(36)}`;
      return {
        Declaration(declaration) {
          const values = tokens.get(declaration.prop);
          if (values?.length === 1) return void declaration.remove();
          declaration.value = inFull(declaration.value);
          if (values) declaration.prop = shortOf(declaration.prop);
        },
      };
    },
  };
}
