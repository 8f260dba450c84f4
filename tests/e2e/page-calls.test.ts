import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Demo, LETTER, send, startDemo, typeLetter, type Visit } from '../support/demo.ts';

/** What a page calls, and how a call ended: with a value, or with a reason a developer can read. */
declare const SGPomoc: (command: string, ...details: unknown[]) => Promise<unknown>;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

let visit: Visit;
let page: Page;

/** A page of the panel, whose tag has further attributes. */
async function onPanel(attributes: Record<string, string> = {}): Promise<void> {
  visit = await demo.visit();
  page = visit.page;
  await page.addInitScript((given) => {
    new MutationObserver((_, observer) => {
      const tag = document.querySelector<HTMLElement>('script[src*="/pomoc.js"]');
      if (!tag) return;
      Object.assign(tag.dataset, given);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  }, attributes);
  await page.goto(demo.url('zuraw'));
  await page.waitForFunction(() => 'SGPomoc' in window);
}

const drawer = () => page.getByRole('dialog', { name: 'Pomoc online' });
const entry = () => page.locator('#PomocOnline');

describe('a page may', () => {
  beforeEach(() => onPanel());

  test('open, close and toggle the help, with a text that fills only what is empty', async () => {
    await page.evaluate(() => SGPomoc('open', { topic: 'configuration', subject: 'Dostawa' }));
    await drawer().waitFor();
    expect(await page.getByLabel('Tytuł').inputValue()).toBe('Dostawa');
    await page.evaluate(() => SGPomoc('prefill', { subject: 'Inny temat', description: 'Nie działa próg.' }));
    expect(await page.getByLabel('Tytuł').inputValue()).toBe('Dostawa');
    expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe('Nie działa próg.');
    await page.evaluate(() => SGPomoc('close'));
    await drawer().waitFor({ state: 'detached' });
    await page.evaluate(() => SGPomoc('toggle'));
    await drawer().waitFor();
    await visit.end();
  });

  test('close the help without the focus leaving what somebody types there', async () => {
    await entry().click();
    await drawer().waitFor();
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('input'), { id: 'own' });
      document.body.append(field);
      field.focus();
      return SGPomoc('close');
    });
    await drawer().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
    await visit.end();
  });

  test('tell who writes: shown beside the address, and sent with the ticket', async () => {
    await page.evaluate(() => SGPomoc('open', { email: 'anna@sklep.pl', name: 'Anna  Żuraw' }));
    await page.getByText('Pomoc do').waitFor();
    await page.getByText('Podpis: Anna Żuraw').waitFor();
    expect(await page.getByLabel('Twój e-mail').inputValue()).toBe('anna@sklep.pl');
    await typeLetter(page, { ...LETTER, email: 'anna@sklep.pl' });
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/v1/tickets'));
    const number = await send(page);
    expect((await sent).postDataJSON().contact).toEqual({ email: 'anna@sklep.pl', name: 'Anna Żuraw' });
    const { contact_name: stored } = await demo.store
      .selectFrom('tickets')
      .select('contact_name')
      .where('number', '=', number)
      .executeTakeFirstOrThrow();
    expect(stored).toBe('Anna Żuraw');
    await visit.end();
  });

  test('ask for the state, which holds nothing that a person wrote', async () => {
    const before = await page.evaluate(() => SGPomoc('state'));
    expect(before).toMatchObject({ isOpen: false, isSigned: false, ticket: 'draft', unread: 0 });
    await page.evaluate(() => SGPomoc('open', { subject: 'Tajny temat' }));
    await page.getByText('Pomoc do').waitFor();
    const after = (await page.evaluate(() => SGPomoc('state'))) as SGPomocState;
    expect(after).toMatchObject({ isOpen: true, support: 'active', shop: { supportNumber: '7KcWt9Ru' } });
    expect(JSON.stringify(after)).not.toContain('Tajny');
    await visit.end();
  });

  test('listen once', async () => {
    const calls = await page.evaluate(async () => {
      const heard: string[] = [];
      await SGPomoc('once', 'ready', () => heard.push('ready'));
      await SGPomoc('once', 'open', () => heard.push('open'));
      for (const command of ['open', 'close', 'open', 'close']) await SGPomoc(command);
      return heard;
    });
    expect(calls).toEqual(['ready', 'open']);
    await visit.end();
  });

  test('hide the entry and show it again as it was', async () => {
    await page.evaluate(() => SGPomoc('hide'));
    expect(await entry().isVisible()).toBe(false);
    await page.evaluate(() => SGPomoc('hide'));
    await page.evaluate(() => SGPomoc('show'));
    expect(await entry().isVisible()).toBe(true);
    expect(await entry().getAttribute('style')).toBeFalsy();
    await visit.end();
  });

  test('listen, and stop listening; whoever comes late is told at once that all is ready', async () => {
    await page.evaluate(async () => {
      const heard: unknown[] = [];
      const listener = (detail: unknown) => heard.push(detail ?? 'nothing');
      Object.assign(window, { heard, listener });
      await SGPomoc('on', 'ready', listener);
      await SGPomoc('on', 'open', listener);
      await SGPomoc('on', 'ticket-created', listener);
      await SGPomoc('on', 'ticket-created', listener);
      await SGPomoc('open');
      await SGPomoc('off', 'open', listener);
      await SGPomoc('close');
      await SGPomoc('open');
    });
    await page.getByText('Pomoc do').waitFor();
    await typeLetter(page, LETTER);
    const number = await send(page);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
      'nothing',
      'nothing',
      { number },
    ]);
    await visit.end();
  });

  test('add what it knows to the technical information, which the person sees before it is sent', async () => {
    await page.evaluate(() => SGPomoc('context', { zamowienie: '1234', kasa: 'https://sklep.pl/?klient=Jan' }));
    await page.evaluate(() => SGPomoc('open'));
    await page.getByText('Pomoc do').waitFor();
    await page.getByRole('button', { name: 'Informacje techniczne' }).click();
    await page.getByLabel('zamowienie 1234').waitFor();
    await page.getByLabel('kasa https://sklep.pl/?klient', { exact: true }).waitFor();
    const sent = page.waitForRequest('**/tickets');
    await typeLetter(page, LETTER);
    await send(page);
    expect((await sent).postDataJSON().diagnostics).toMatchObject({
      zamowienie: '1234',
      kasa: 'https://sklep.pl/?klient',
    });
    await visit.end();
  });

  test('ask what is wrong with it', async () => {
    const findings = (await page.evaluate(() => SGPomoc('doctor'))) as {
      check: string;
      isOk: boolean;
      found: string;
    }[];
    expect(findings.map(({ check }) => check)).toEqual([
      'version',
      'tag',
      'frame',
      'browser',
      'built-ins',
      'service',
      'supportNumber',
      'installUrl',
      'shopVersion',
      'launcher',
      'storage',
      'support',
      'registered',
      'origin',
      'signature',
      'identity',
    ]);
    expect(findings.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(findings.find(({ check }) => check === 'supportNumber')?.found).toBe('7KcWt9Ru, from this page');
    await visit.end();
  });

  test('send us away: nothing of ours stays, and a new tag begins anew', async () => {
    await page.evaluate(() => SGPomoc('open'));
    await drawer().waitFor();
    await page.evaluate(() => SGPomoc('destroy'));
    expect(await page.locator('[data-pomoc]').count()).toBe(0);
    expect(await page.evaluate(() => 'SGPomoc' in window)).toBe(false);
    await page.evaluate(() =>
      document.querySelector('#PomocOnline')?.addEventListener('click', (event) => event.preventDefault()),
    );
    await entry().click();
    expect(await drawer().count()).toBe(0);
    await page.evaluate(() => {
      const old = document.querySelector<HTMLScriptElement>('script[src*="/pomoc.js"]');
      const tag = document.createElement('script');
      tag.src = old?.src ?? '';
      document.body.append(tag);
    });
    await page.waitForFunction(() => 'SGPomoc' in window);
    await entry().click();
    await drawer().waitFor();
    await visit.end();
  });

  test.each([
    ['an unknown command', ['dance'], 'unknown-command'],
    ['the name of something every object has', ['constructor'], 'unknown-command'],
    ['an unknown event', ['on', 'click', null], 'unknown-event'],
    ['a listener that is none', ['on', 'open', 'openMe'], 'invalid-argument'],
    ['a text that is none', ['open', { subject: 7 }], 'invalid-argument'],
    ['a name with digits', ['context', { order1: '7' }], 'invalid-argument'],
    ['a token that is none', ['identify', 7], 'invalid-argument'],
    ['a name longer than any', ['prefill', { name: 'x'.repeat(101) }], 'invalid-argument'],
  ])('read what is wrong with a call: %s', async (_, [command, ...details], code) => {
    const reason = await page.evaluate(
      ([name, given]) =>
        SGPomoc(name as string, ...(given as unknown[])).then(
          () => null,
          (error: Error & { code?: string }) => [error.name, error.code, error.message.length > 10],
        ),
      [command, details],
    );
    expect(reason).toEqual(['CallError', code, true]);
    await visit.end();
  });
});

test('calls made before the script is there are done when it comes', async () => {
  const early = await demo.visit();
  await early.page.addInitScript(() => {
    const call = (...details: unknown[]) => {
      // biome-ignore lint/suspicious/noExplicitAny: the stub of the documentation
      const stub = (window as any).SGPomoc;
      stub.q = stub.q || [];
      stub.q.push(details);
    };
    Object.assign(window, { SGPomoc: call });
    call('prefill', { subject: 'Wczesny temat' });
    call('open');
  });
  await early.page.goto(demo.url('zuraw'));
  await early.page.getByRole('dialog').waitFor();
  expect(await early.page.getByLabel('Tytuł').inputValue()).toBe('Wczesny temat');
  expect(early.complaints).toEqual([]);
  await early.end();
});

describe('the page to try everything on', () => {
  const log = () => page.getByRole('log');
  /** @param options of the browser: its window */
  async function onPlayground(options: Parameters<Demo['visit']>[0] = {}): Promise<void> {
    visit = await demo.visit(options);
    page = visit.page;
    await page.goto(new URL('/demo/playground/', demo.url('zuraw')).href);
    await log().getByText('sgpomoc:ready').or(page.locator('[data-pomoc-online=auto]')).first().waitFor();
  }

  test('shows the tag that runs, attribute by attribute', async () => {
    await onPlayground();
    for (const [label, value] of Object.entries({ 'data-position': 'left', 'data-theme': 'dark', 'data-lang': 'en' }))
      await page.getByLabel(label).selectOption(value);
    await page.getByLabel('data-token-url').selectOption({ index: 1 });
    await expect.poll(() => page.locator('#snippet').textContent()).toContain('data-token-url');
    const same = await page.evaluate(() => {
      const shown = new DOMParser().parseFromString(document.querySelector('#snippet')?.textContent ?? '', 'text/html');
      const running = document.querySelector('script[async]');
      const attributesOf = (tag: Element | null | undefined) =>
        Object.fromEntries([...(tag?.attributes ?? [])].map(({ name, value }) => [name, value]));
      return [attributesOf(shown.querySelector('script')), attributesOf(running)];
    });
    expect(Object.keys(same[0] ?? {})).toEqual(
      expect.arrayContaining(['src', 'data-support-number', 'data-token-url']),
    );
    expect(same[0]).toEqual(same[1]);
    await visit.end();
  });

  test('every call that it lists answers, and all calls and attributes are there', async () => {
    await onPlayground();
    const buttons = page.locator('#calls button');
    const called = new Set<string>();
    for (let index = 0; index < (await buttons.count()); index++) {
      const words = (await buttons.nth(index).textContent()) ?? '';
      called.add(words.split("'")[1] ?? '');
      // Pressed by script: the drawer that an earlier call opened may lie above.
      await buttons.nth(index).evaluate((button: HTMLElement) => button.click());
      await log().getByText(`SGPomoc(${words}) → `).first().waitFor();
    }
    expect(await log().getByText('CallError').count()).toBe(0);
    const byHand = ['on', 'once', 'off', 'identify'];
    const types = readFileSync('widget/pomoc.d.ts', 'utf8');
    const [, commands = ''] = /interface SGPomocCommands \{(.*?)\n\}/s.exec(types) ?? [];
    const known = [...commands.matchAll(/^ {2}(\w+)[(<]/gm)].map(([, name = '']) => name);
    expect([...called, ...byHand].toSorted()).toEqual(known.toSorted());
    expect(visit.complaints).toEqual([]);
    await visit.end();
  });

  test('fits a phone, and axe finds nothing', async () => {
    await onPlayground({ viewport: { width: 390, height: 800 }, bypassCSP: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    await visit.end();
  });
});

test('the drawer stands at the left where the tag says so', async () => {
  await onPanel({ position: 'left' });
  await entry().click();
  const box = await drawer().boundingBox();
  expect(box?.x).toBeLessThan(20);
  await visit.end();
});

describe('in English', () => {
  beforeEach(() => onPanel({ lang: 'en' }));

  test('a ticket is written, sent and found again', async () => {
    await entry().click();
    await page.getByText('Support until').waitFor();
    await page.getByLabel('What is happening?').fill('Where do I set the threshold?');
    await page.getByLabel('Title').fill('Free delivery from 200 zł');
    await page.getByText('Configuration and options of the shop').waitFor();
    await page.getByLabel('Your e-mail').fill('office@shop.pl');
    await page.getByRole('button', { name: 'Send ticket' }).click();
    await page.getByRole('heading', { name: 'We have your ticket' }).waitFor();
    await page.getByRole('button', { name: 'My tickets' }).click();
    await page.getByText('Free delivery from 200 zł').click();
    await page.getByText('Where do I set the threshold?').waitFor();
    const letters = await page.evaluate(() => document.querySelector('[data-pomoc]')?.shadowRoot?.textContent ?? '');
    expect(letters.replace('200 zł', '')).not.toMatch(/[ąćęłńóśźż]/i);
    await visit.end();
  });

  test('only the English panel is loaded', async () => {
    const loaded: string[] = [];
    page.on('response', (response) => loaded.push(new URL(response.url()).pathname));
    await entry().click();
    await page.getByText('Support until').waitFor();
    const panels = loaded.filter((path) => path.startsWith('/panel/')).map((path) => path.slice(1));
    const filesOf = (part: string) => {
      const built = JSON.parse(readFileSync(`dist/${part}.json`, 'utf8')) as Record<string, { file: string }>;
      return Object.values(built).map(({ file }) => file);
    };
    expect(panels.length).toBeGreaterThan(1);
    expect(['panel-en', 'importer', 'reader', 'badge'].flatMap(filesOf)).toEqual(expect.arrayContaining(panels));
    await visit.end();
  });
});
