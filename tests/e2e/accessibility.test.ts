import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, openHelp, PANELS, type PanelName, startDemo } from '../support/demo.ts';
import { DRAWER, findings } from '../support/findings.ts';
import { layoutFaults, stillWrong } from '../support/layout-faults.ts';
import { tour } from '../support/tour.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Names of the animations that run in the drawer. */
function animations(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (document.querySelector('[data-pomoc]')?.shadowRoot?.getAnimations() ?? []).map(
      (animation) => (animation as CSSAnimation).animationName,
    ),
  );
}

type Faults = Record<'axe' | 'layout' | 'animations' | 'lost', string[]>;

/** How each state is looked at. */
const LOOKS = {
  light: { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' },
  dark: { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' },
  'forced colours, less motion': { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' },
} as const;

/** Until other colours are drawn, styles are computed of some elements in the old ones. */
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** The drawer is as dark as the panel that it is in, and these panels are light. */
function wear(theme: string): void {
  const drawer = document.querySelector<HTMLElement>('[data-pomoc]');
  if (drawer) drawer.dataset.pomoc = theme;
}

/** What is wrong with the page in one look. */
async function faultsIn(page: Page, look: keyof typeof LOOKS): Promise<Faults> {
  await page.emulateMedia(LOOKS[look]);
  await page.evaluate(wear, look === 'dark' ? 'dark' : 'light');
  await page.evaluate(nextFrame);
  const isForced = LOOKS[look].forcedColors === 'active';
  return {
    // the pretend panel's own colours are not at stake where they are forced
    axe: await stillWrong(() => findings(page, isForced ? DRAWER : 'html')),
    layout: isForced ? [] : await stillWrong(() => layoutFaults(page)),
    animations: (await animations(page)).filter((name) => isForced || !['turn', 'come'].includes(name)),
    lost: isForced ? await lostInForcedColours(page) : [],
  };
}

const NOTHING: Faults = { axe: [], layout: [], animations: [], lost: [] };

/** One tour, on which each state is looked at in every way: to come there takes longer than to look. */
describe('in every state of the widget axe and the layout check find nothing, and nothing moves but the spinner and the drawer that comes', () => {
  const seen: { state: string; look: keyof typeof LOOKS; faults: Faults }[] = [];
  beforeAll(
    () =>
      tour(demo, {}, async (page, state) => {
        for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
          seen.push({ state, look, faults: await faultsIn(page, look) });
        }
        await page.emulateMedia(LOOKS.light);
        await page.evaluate(wear, 'light');
      }),
    120_000,
  );

  test.each(Object.keys(LOOKS))('%s', (look) => {
    const states = seen.filter((one) => one.look === look);
    expect(states.length).toBeGreaterThan(30);
    for (const { state, faults } of states) expect.soft(faults, state).toEqual(NOTHING);
  });
});

/** What cannot be told from what it should differ from, once the system's few colours are all there is. */
function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-pomoc]')?.shadowRoot;
    const all = (selector: string) => [...(root?.querySelectorAll(selector) ?? [])];
    const style = (element: Element | undefined) => getComputedStyle(element ?? document.body);
    const lost: string[] = [];
    const ground = style(all('.drawer')[0]).backgroundColor;
    const [current] = all('.places [aria-current=true]');
    const [other] = all('.places [aria-current=false]');
    if (current && style(current).borderBottomColor === style(other).borderBottomColor) lost.push('selected place');
    for (const notice of all('.notice,.message,.chip')) {
      if (['rgba(0, 0, 0, 0)', ground].includes(style(notice).borderTopColor)) lost.push('edge of a notice');
    }
    for (const spinner of all('.spinner')) {
      if (style(spinner).borderTopColor === style(spinner).borderBottomColor) lost.push('spinner');
    }
    for (const field of all('[aria-invalid]')) if (style(field).borderTopWidth !== '2px') lost.push('invalid field');
    for (const idle of all('[aria-disabled=true]')) {
      const { color, opacity } = style(idle);
      if (opacity !== '1' || color === style(all('.drawer')[0]).color) lost.push(`disabled: ${idle.textContent}`);
    }
    for (const icon of all('svg:not(.minimised svg,.relief > svg) path'))
      if (style(icon).stroke === ground) lost.push('icon');
    for (const filled of all(':is(.primary,.minimised button,em):not([aria-disabled=true])')) {
      const { color, backgroundColor, forcedColorAdjust } = style(filled) as CSSStyleDeclaration & {
        forcedColorAdjust: string;
      };
      // The system lays its own ground under letters, of the colour that these letters have.
      if (color === backgroundColor || forcedColorAdjust !== 'none') lost.push(`letters: ${filled.textContent}`);
    }
    const focused = root?.activeElement;
    if (focused?.matches(':focus-visible:not([tabindex])') && style(focused).outlineStyle !== 'solid')
      lost.push('focus');
    return lost;
  });
}

const panels = Object.keys(PANELS) as PanelName[];
const looks = panels.flatMap((panel) => (['light', 'dark'] as const).map((colorScheme) => ({ panel, colorScheme })));

test.each(looks)('axe finds nothing in the panel $panel, $colorScheme: closed and open', async (look) => {
  const { page, end } = await demo.visit({ colorScheme: look.colorScheme });
  await page.goto(demo.url(look.panel));
  expect(await findings(page), 'closed').toEqual([]);
  await openHelp(page);
  expect(await findings(page), 'open').toEqual([]);
  await end();
});
