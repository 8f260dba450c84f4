import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const TOKENS = 'widget/styles/tokens.css';

/** Without comments: they may speak of anything. */
const read = (file: string) => readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');

const sheets = globSync('widget/**/*.css').filter((file) => file !== TOKENS);
const tokens = new Set([...read(TOKENS).matchAll(/(--[\w-]+):/g)].map(([, name]) => name));

/** Values that only `tokens.css` may name. Words of CSS itself and the system's own colours are no values of ours. */
const RAW = {
  colour:
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color|color-mix)a?\(|:[^;{]*\b(?:black|white|red|green|blue|gr[ae]y)\b/i,
  'type size': /font-size:|font:[^;]*\d(?:px|r?em|%)/,
  radius: /radius:(?! *(?:0|var\(--[\w-]+\)) *;)/,
  duration: /(?<![\w.-])[\d.]+m?s\b/,
};

/** Raw values in a style sheet, by kind. */
function rawValues(css: string): string[] {
  return Object.entries(RAW).flatMap(([kind, pattern]) => {
    const found = pattern.exec(css);
    return found ? [`${kind}: ${found[0]}`] : [];
  });
}

describe('one visual language', () => {
  test.each(sheets)('%s names no colour, type size, radius or duration of its own', (file) => {
    expect(rawValues(read(file))).toEqual([]);
  });

  test('every token that is used exists, and every one that exists is used', () => {
    const used = [TOKENS, ...sheets].flatMap((file) => [...read(file).matchAll(/var\((--[\w-]+)\)/g)]);
    expect(new Set(used.map(([, name]) => name))).toEqual(tokens);
  });

  test('what is light has its dark', () => {
    const [light = '', dark = ''] = read(TOKENS).split(':host([data-pomoc="dark"])');
    const colours = (css: string) => [...css.matchAll(/(--[\w-]+): #[\da-f]+;/g)].map(([, name]) => name);
    expect(colours(dark.split('@media')[0] ?? '')).toEqual(colours(light));
  });

  test.each([
    ['a colour', 'p { color: #123; }'],
    ['a named colour', 'p { background: white; }'],
    ['a colour of a function', 'p { color: rgb(1 2 3); }'],
    ['a type size', 'p { font-size: 14px; }'],
    ['a size in a font', 'p { font: 14px/20px sans-serif; }'],
    ['a radius', 'p { border-radius: 6px; }'],
    ['a duration', 'p { transition: opacity 0.2s; }'],
  ])('%s would be found', (_, css) => {
    expect(rawValues(css)).toHaveLength(1);
  });
});

/** Selectors of a sheet that name no class, id or attribute: they are about every element of a kind in the whole drawer. */
function bareSelectors(css: string): string[] {
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].flatMap(([, text = '']) => text.split(','));
  return selectors.map((text) => text.trim()).filter((text) => !/^@|[.#[]|^[\d.]+%$|^(?:from|to)$/.test(text));
}

describe('what comes later with a part changes nothing that stands', () => {
  test.each(globSync('widget/features/**/*.css'))('%s names what is its own', (file) => {
    expect(bareSelectors(read(file))).toEqual([]);
  });

  test('an element alone would be found, also for some windows only', () => {
    expect(bareSelectors('@media (min-width: 601px) { .tools, h2 { order: -2; } }')).toEqual(['h2']);
  });
});
