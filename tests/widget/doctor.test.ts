import { afterEach, expect, test, vi } from 'vitest';
import { examine } from '../../widget/doctor.ts';
import type { Finding } from '../../widget/features/page-api/findings.ts';
import type { Told } from '../../widget/features/page-api/tell-doctor.ts';
import type { EmbedConfig } from '../../widget/host-page/embed-config.ts';
import type { PanelHandle } from '../../widget/panel.ts';

const API = 'https://pomoc.example';
const CONFIG: EmbedConfig = { api: API, email: '', facts: {}, panelPath: '/', launcher: 'auto' };

const TOLD: Told = {
  facts: { supportNumber: '7KcWt9Ru' },
  source: 'tag',
  status: undefined,
  isDurable: true,
  identity: 'refused',
};
const load = () => Promise.resolve({ call: () => Promise.resolve(TOLD) } as unknown as PanelHandle);

/** A tag that loads nothing. */
function putTag(attributes: Record<string, string> = {}): void {
  const tag = document.createElement('script');
  Object.assign(tag, { type: 'text/plain', ...attributes });
  tag.setAttribute('src', `${API}/pomoc.js`);
  document.body.append(tag);
}

async function find(check: string, panel = load): Promise<Finding | undefined> {
  vi.spyOn(console, 'table').mockImplementation(() => {});
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 200 }));
  return (await examine(CONFIG, panel)).find((finding) => finding.check === check);
}

afterEach(() => {
  vi.restoreAllMocks();
  for (const tag of document.querySelectorAll('script[src$="/pomoc.js"]')) tag.remove();
  Reflect.deleteProperty(window, 'SGPomoc');
});

test('what the panel knows stands behind what is found without it, and all of it is printed', async () => {
  putTag();
  const printed = vi.spyOn(console, 'table').mockImplementation(() => {});
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 200 }));
  const findings = await examine(CONFIG, load);
  expect(findings.at(-1)).toEqual({ check: 'identity', isOk: false, found: 'refused' });
  expect(findings).toContainEqual({ check: 'supportNumber', isOk: true, found: '7KcWt9Ru, from the tag' });
  expect(printed).toHaveBeenCalledExactlyOnceWith(findings);
});

test('a shop that the service is still asked about is waited for: only then is the panel asked', async () => {
  vi.spyOn(console, 'table').mockImplementation(() => {});
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 200 }));
  const config = { ...CONFIG, isLearning: true };
  const heard: unknown[] = [];
  const asked = () => {
    heard.push(config.isLearning);
    return load();
  };
  setTimeout(() => {
    config.isLearning = false;
  }, 120);
  await examine(config, asked);
  expect(heard).toEqual([false]);
  await examine({ ...config, isLearning: true, standing: 'known' }, load); // who is known is not learned
});

test('one tag is in order', async () => {
  putTag();
  expect(await find('tag')).toEqual({ check: 'tag', isOk: true, found: 'one' });
});

test('of two tags it says that the first counts', async () => {
  putTag();
  putTag();
  Object.assign(window, { SGPomoc: { tags: 2 } });
  expect(await find('tag')).toMatchObject({ isOk: false, found: expect.stringContaining('the first counts') });
});

test('a script in a shadow root, or copied into the page, has no attributes', async () => {
  expect(await find('tag')).toMatchObject({ isOk: false, found: expect.stringContaining('shadow root') });
});

test('a script of another host is not the tag', async () => {
  putTag();
  document.querySelector('script[src$="/pomoc.js"]')?.setAttribute('src', 'https://other.example/pomoc.js');
  expect(await find('tag')).toMatchObject({ isOk: false });
});

test('in a browser that is too old it names what is missing, and does not load the panel', async () => {
  const descriptor = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover') as PropertyDescriptor;
  Reflect.deleteProperty(HTMLElement.prototype, 'popover');
  const untouched = vi.fn(load);
  try {
    expect(await find('browser', untouched)).toEqual({
      check: 'browser',
      isOk: false,
      found: 'too old: it has no popover',
    });
  } finally {
    Object.defineProperty(HTMLElement.prototype, 'popover', descriptor);
  }
  expect(untouched).not.toHaveBeenCalled();
});

test('it names a built-in that the page replaced', async () => {
  const { Request } = window;
  Object.assign(window, { Request: class {} });
  try {
    expect(await find('built-ins')).toMatchObject({
      isOk: true,
      found: expect.stringMatching(/the page replaced .*\bRequest\b/),
    });
  } finally {
    Object.assign(window, { Request });
  }
});

test('a frame of its own is left behind by none of it', async () => {
  await find('tag');
  expect([...document.documentElement.children].filter(({ nodeName }) => nodeName === 'IFRAME')).toEqual([]);
});

test('why the panel does not come is a finding, no rejection', async () => {
  const failing = () => Promise.reject(new TypeError('Failed to fetch'));
  expect(await find('panel', failing)).toEqual({
    check: 'panel',
    isOk: false,
    found: 'not all of its files came: Failed to fetch',
  });
});

test('a service that answers with an error is named with its status', async () => {
  vi.spyOn(console, 'table').mockImplementation(() => {});
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 502 }));
  const findings = await examine(CONFIG, load);
  expect(findings).toContainEqual({ check: 'service', isOk: false, found: `${API}: answers 502` });
});
