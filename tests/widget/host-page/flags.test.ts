import { expect, test } from 'vitest';
import { hasFlag, setFlag } from '../../../widget/host-page/flags.ts';
import { aPanelPath } from '../../support/widget-storage.ts';

test('a route is found by the pages of its panel, and so is one that was set before the panel was known', () => {
  const panelPath = aPanelPath();
  expect(hasFlag('open', panelPath)).toBeUndefined();
  setFlag('open', '/', '1000225');
  expect(hasFlag('open', panelPath)).toBe('1000225');
  setFlag('open', panelPath, 'list');
  expect(hasFlag('open', panelPath)).toBe('list');
  setFlag('open', panelPath, false);
  expect([hasFlag('open', '/'), hasFlag('open', panelPath)]).toEqual([undefined, undefined]);
});
