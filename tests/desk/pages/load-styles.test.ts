import { expect, test } from 'vitest';
import { loadStyles } from '../../../desk/pages/load-styles.ts';

const sheets = (href: string) => [...document.head.querySelectorAll('link')].filter((link) => link.href === href);

test('a sheet is loaded once, and counts before it is said to be there', async () => {
  const href = 'data:text/css,.of-a-page{width:7px}';
  await Promise.all([loadStyles(href), loadStyles(href)]);
  await loadStyles(href);
  document.body.innerHTML = '<div class="of-a-page"></div>';
  expect(getComputedStyle(document.body.firstElementChild as Element).width).toBe('7px');
  expect(sheets(href)).toHaveLength(1);
  sheets(href)[0]?.remove();
});

test('one that did not come is asked for again, and leaves nothing behind', async () => {
  const href = 'http://127.0.0.1:1/none.css';
  for (const _ of ['first', 'again']) {
    await expect(loadStyles(href)).rejects.toThrow(href);
    expect(sheets(href)).toEqual([]);
  }
});
