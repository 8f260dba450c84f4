import { signal } from '@preact/signals';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import deskCss from '../../../desk/css/desk.css?inline';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { Router } from '../../../desk/models/router.ts';
import type { SessionModel } from '../../../desk/models/session-model.ts';
import { Desk } from '../../../desk/views/Desk.tsx';
import type { QueueRow } from '../../../src/contract/desk/queue-row.ts';
import { pretendHttp, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket, aMessage, aRow } from '../a-desk-ticket.ts';
import { aShop } from '../pages/a-shop.ts';
import { aBlock } from '../pages/blocks/a-block.ts';
import { aDetail, anIncident } from '../pages/incidents/an-incident.ts';
import { aMacro } from '../pages/macros/a-macro.ts';

/** What cannot be broken: no space, no hyphen, as long as a subject may be. */
const LONG = 'https_adres_bez_zadnej_przerwy_'.repeat(6).padEnd(200, 'x');
const AT = '2026-11-22T09:00:00Z';
const AGENT = { id: 'a2', name: LONG.slice(0, 100) };
const NUMBER = '1000015';

const row: QueueRow = aRow(NUMBER, { subject: LONG, shop: { id: 1, name: LONG }, assignee: AGENT });
const file = { id: 'f', name: `${LONG}.png`, type: 'image/png', bytes: 12 };
const shop = aShop({ name: LONG, installUrl: `https://${LONG}.pl`, edition: LONG, contactEmail: `${LONG}@a.pl` });
const { ticket, ...around } = aDeskTicket();
const LONG_TERMS = {
  installedOn: '2026-10-04',
  individualTerms: LONG,
  purchaseAccount: LONG,
  seller: LONG,
  note: LONG,
  endedAt: null,
};
const changed = { at: AT, by: AGENT };

const ANSWERS: Record<string, unknown> = {
  '/api/desk/queue': {
    at: AT,
    sections: [{ section: 'on-time', count: 1, tickets: [row], next: null }],
    counts: { all: 1, mine: 0, unassigned: 0, outages: 0 },
  },
  [`/api/desk/tickets/${NUMBER}`]: {
    ...around,
    ticket: {
      ...ticket,
      ...row,
      contact: { email: `${LONG}@a.pl`, name: LONG, phone: LONG, mail: 'bounced' },
      copies: [`${LONG}@a.pl`],
      diagnostics: { [LONG]: LONG },
      incident: { id: 12, title: LONG, solvedAt: null },
    },
    merged: [
      { number: '1000023', subject: LONG, proof: 'panel', isSamePerson: false, undoUntil: '2026-12-01T09:00:00Z' },
    ],
    messages: [
      aMessage(1, { author: LONG, text: LONG, attachments: [file] }),
      aMessage(2, { kind: 'note', author: AGENT.name, text: `http://${LONG}.pl` }),
    ],
    shop: {
      terms: LONG_TERMS,
      ...shop,
      blockedUntil: AT,
      earlier: [{ number: '1000023', subject: LONG, status: 'closed', receivedAt: AT }],
    },
    audit: [{ at: AT, actor: LONG, action: 'ticket.opened', details: {} }],
    present: [{ agent: AGENT, isWriting: true }],
  },
  '/api/desk/alarms': {
    alarms: [{ id: 1, kind: 'shop-tickets', shop: { id: 1, name: LONG }, raisedAt: AT }],
  },
  '/api/desk/blocks': {
    blocks: [aBlock(1, { shop: { id: 1, name: LONG, supportNumber: LONG }, reason: LONG, addedBy: AGENT })],
  },
  '/api/desk/incidents': {
    running: [anIncident({ title: LONG, text: LONG, fromVersion: LONG })],
    coming: [],
    ended: [],
    next: null,
  },
  '/api/desk/incidents/12': aDetail({
    incident: anIncident({ title: LONG, text: LONG, english: { title: LONG, text: LONG }, solvedAt: AT }),
    solution: { text: LONG, by: AGENT },
    tickets: [row],
    history: [{ at: AT, actor: LONG, action: 'notice.added' }],
  } as never),
  '/api/desk/shops': { shops: [shop], next: null },
  '/api/desk/shops/1': {
    shop: {
      ...shop,
      purchasedOn: '2026-09-14',
      supportMonths: 6,
      boughtDirectly: true,
      terms: LONG_TERMS,
      revision: 1,
    },
    history: [{ id: 1, at: AT, by: { id: LONG, name: LONG }, field: 'individualTerms', before: LONG, after: LONG }],
    tickets: [{ number: NUMBER, subject: LONG, status: 'new', receivedAt: AT }],
    coverage: [],
    addresses: [{ id: 1, kind: 'shop', address: shop.installUrl, since: AT, until: null, counts: true }],
    signature: 'optional',
    secrets: [{ kid: LONG.slice(0, 40), madeAt: AT, revokedAt: null }],
  },
  '/api/desk/macros': { macros: [aMacro('1', { title: LONG.slice(0, 80), text: LONG, changed })], signature: null },
  '/api/desk/settings': {
    settings: [{ name: 'privacy', value: `https://${LONG}.pl`, changed }],
    currentVersion: '10.5.0',
  },
  '/api/desk/settings/history': {
    entries: [{ id: 1, at: AT, by: AGENT, action: 'settings.changed', subject: 'privacy', from: LONG, to: LONG }],
    next: null,
  },
  '/api/desk/keys': {
    keys: [
      {
        id: `r_${LONG.slice(0, 38)}`,
        name: LONG,
        scopes: ['registry:write'],
        madeAt: AT,
        madeBy: AGENT,
        usedAt: AT,
        revokedAt: null,
      },
    ],
  },
  '/api/desk/sessions': { sessions: [{ id: 'e_1', label: LONG, begunAt: AT, lastUsedAt: AT, isThis: true }] },
};

/** The desk's styles, before those of its pages; files after this one have none. */
const style = document.createElement('style');
style.textContent = deskCss;

let desk: DeskModel | undefined;
beforeEach(() => document.head.prepend(style));
afterEach(() => {
  desk?.[Symbol.dispose]();
  style.remove();
});

/** The desk at an address, over a service whose every word is as long as it may be. */
async function open(hash: string): Promise<void> {
  history.replaceState(null, '', hash);
  const http = pretendHttp(({ path }) => {
    const body = ANSWERS[path.replace(/\?.*$/, '')];
    return body ? { body } : SILENCE;
  });
  const me = { ...AGENT, email: `${LONG}@a.pl`, role: 'admin' } as const;
  desk = new DeskModel({ me, client: createDeskClient(http), router: new Router(), store: await openDeskStore() });
  const session = { isStillIn: signal(false), session: signal({ state: 'signed-out' }) } as unknown as SessionModel;
  void desk.lists.refresh();
  void desk.alarms.refresh();
  render(<Desk model={desk} session={session} http={http} />);
}

/**
 * What reaches beyond the window, and what scrolls to the side: each with a word of where it is. A table that is meant to
 * scroll in its box can be reached by keys.
 */
function tooWide(): string[] {
  return [...document.querySelectorAll<HTMLElement>('body *')]
    .filter(
      (element) =>
        element.checkVisibility() &&
        !element.closest('svg, select, input, textarea, .skip, dialog, .table[tabindex] *'),
    )
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const scrolls = !element.matches('.table[tabindex]') && /auto|scroll/.test(getComputedStyle(element).overflowX);
      return left < -1 || right > innerWidth + 1 || (scrolls && element.scrollWidth > element.clientWidth + 1);
    })
    .map((element) => `${element.localName}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`);
}

/** What is there once a page, or the list where there is none, shows what it was answered. */
const SHOWN: Record<string, string | RegExp> = {
  '#': /^https_adres/,
  [`#${NUMBER}`]: /^Wyślij też do/, // comes last
  [`#${NUMBER}/shop`]: /^https_adres/,
  '#/incidents': /^https_adres/,
  '#/incidents/12': /^https_adres/,
  '#/shops': /^https_adres/,
  '#/shops/1': /^https_adres/,
  '#/blocks': /^https_adres/,
  '#/macros': /^https_adres/,
  '#/settings': /^https_adres/,
  '#/systems': /^https_adres/,
  '#/sessions': /https_adres/,
};

test.each(Object.entries(SHOWN))(
  'at %s no word without a break widens anything, however narrow the window',
  async (hash, text) => {
    await page.viewport(1280, 800);
    await open(hash);
    const place = () => within(document.querySelector<HTMLElement>('.page') ?? document.body);
    await expect
      .poll(() =>
        place()
          .queryAllByText(text)
          .some((element) => element.checkVisibility()),
      )
      .toBe(true);
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    for (const width of [1280, 390, 320]) {
      await page.viewport(width, 800);
      expect([width, document.documentElement.scrollWidth - innerWidth, tooWide()]).toEqual([width, 0, []]);
    }
  },
);

test('nor a title while it is written, beside how shops will see it', async () => {
  await open('#/incidents/new');
  fireEvent.input(await screen.findByLabelText('Tytuł'), { target: { value: LONG } });
  fireEvent.input(screen.getByLabelText('Co się dzieje i co zrobić'), { target: { value: LONG } });
  fireEvent.input(screen.getByLabelText('Od wersji'), { target: { value: LONG } });
  for (const width of [1280, 390, 320]) {
    await page.viewport(width, 800);
    expect([width, tooWide()]).toEqual([width, []]);
  }
});
