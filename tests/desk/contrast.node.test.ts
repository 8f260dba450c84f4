import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The colours of the desk by name, light and dark. */
const COLOURS = new Map(
  [
    ...readFileSync('desk/css/tokens.css', 'utf8').matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);

type Scheme = 'light' | 'dark';
type Pair = readonly [front: string, behind: string];

/** WCAG 2.2, relative luminance of a colour as `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio of two colours. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const named = (name: string, scheme: Scheme) => COLOURS.get(name)?.[scheme] ?? '';

/** Pairs that are nearer than they may be. */
const tooNear = (pairs: readonly Pair[], scheme: Scheme, least: number) =>
  pairs.filter(([front, behind]) => !(contrast(named(front, scheme), named(behind, scheme)) >= least));

const SURFACES = ['ground', 'surface', 'raised', 'hover', 'selected', 'tint', 'note'];
const TEXTS: Pair[] = [
  ...['ink', 'muted', 'brand'].flatMap((front) => SURFACES.map((behind): Pair => [front, behind])),
  ...['bad', 'warn', 'good'].flatMap((meaning): Pair[] => [
    ['ink', meaning],
    [`${meaning}-ink`, meaning],
    ...['ground', 'surface', 'raised', 'hover', 'selected'].map((behind): Pair => [`${meaning}-ink`, behind]),
  ]),
  ['warn-ink', 'note'],
  ['on-brand', 'brand'],
];
/** What edges of controls, and the ring of the focus, stand on. */
const EDGES: Pair[] = [
  ...['ground', 'surface', 'raised'].map((behind): Pair => ['field', behind]),
  ...SURFACES.map((behind): Pair => ['brand', behind]),
  ['note-line', 'note'],
  ['note-line', 'surface'],
];

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  test('every text can be read where it stands (WCAG 1.4.3)', () => {
    expect(tooNear(TEXTS, scheme, 4.5)).toEqual([]);
  });

  test('every edge of a control is seen (WCAG 1.4.11)', () => {
    expect(tooNear(EDGES, scheme, 3)).toEqual([]);
  });

  test('a line that only separates would not do as an edge', () => {
    expect(tooNear([['line', 'surface']], scheme, 3)).toHaveLength(1);
  });
});

test('black on white is 21 to 1, and a colour that there is not is near to any', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(tooNear([['nothing', 'surface']], 'light', 3)).toHaveLength(1);
});
