import { screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ProblemCode } from '../../../../../src/contract/problem.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { momentInWords } from '../../../../../widget/words/pl/dates.ts';
import { beforeSteps, lazyWords } from '../../../../../widget/words/pl/lazy-views.ts';
import { formWords, words } from '../../../../../widget/words/pl/panel.ts';
import { factLabels, sendingWords, sentWords } from '../../../../../widget/words/pl/sending.ts';
import { field, fillIn, openDrawer, PHONE, send, statusKnown } from '../../../../support/widget-drawer.tsx';
import { aDraft, anEntry, aReceipt, aShopStatus, ZURAW } from '../../../../support/widget-nouns.ts';
import { htmlPage, noNetwork, problem, serveShopStatus, serveTickets } from '../../../../support/widget-service.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';

beforeEach(() => void serveShopStatus(aShopStatus()));

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const landing = (name: string) => screen.findByRole('heading', { level: 2, name });

/** The letter that a `mailto:` link opens: to whom, and its lines. */
function letterOf(link: HTMLAnchorElement) {
  const { pathname, searchParams } = new URL(link.href);
  return { to: pathname, subject: searchParams.get('subject'), body: searchParams.get('body') ?? '' };
}

const emailLink = () => screen.getByRole<HTMLAnchorElement>('link', { name: aShopStatus().contacts.email });

/** What the vendor needs to know, whichever way a ticket comes. */
function expectEverythingIn(text: string): void {
  const { subject, description } = aDraft();
  const topic = 'Konfiguracja i opcje sklepu';
  for (const part of [ZURAW.supportNumber, ZURAW.installUrl, topic, subject, description]) expect(text).toContain(part);
}

describe('a ticket that arrives', () => {
  test('shows its number, the promised time in Poland and the hours', async () => {
    serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    expect(await landing(sentWords.sent)).toBeTruthy();
    expect(screen.getByText('1000015')).toBeTruthy();
    const time = screen.getByText('środa, 25 listopada, 10:00');
    expect(time.getAttribute('datetime')).toBe('2026-11-25T09:00:00Z');
    const page = document.body.textContent?.replaceAll('\u00a0', ' ');
    expect(page).toContain(sendingWords.panelFirst);
    expect(page).toContain('pon.–pt. 8:00–16:00');
  });

  test('by the form is not told to be read before others, nor one without a promise a time', async () => {
    serveTickets(aReceipt({ channel: 'form', answerBy: null }));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sentWords.sent);
    expect(document.body.textContent?.replaceAll('\u00a0', ' ')).not.toContain(sendingWords.panelFirst);
    expect(screen.queryByText(sendingWords.answerBy)).toBeNull();
  });

  test('makes room for another one, which knows the address already', async () => {
    serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sentWords.sent);
    await userEvent.click(button(words.newTicket));
    await screen.findByLabelText(formWords.description);
    const fields = [field(formWords.description), field(words.email)];
    expect(fields.map(({ value }) => value)).toEqual(['', aDraft().email]);
    expect(screen.queryByLabelText(sendingWords.subject)).toBeNull();
  });

  test('can have its number copied', async () => {
    serveTickets(aReceipt());
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sentWords.sent);
    await userEvent.click(button(sentWords.copyNumber));
    expect(await screen.findByText(sentWords.copied)).toBeTruthy();
    expect(copied).toEqual(['1000015']);
  });
});

describe('a ticket that is refused', () => {
  test('says so in words, keeps the text, and offers an e-mail with everything filled in', async () => {
    serveTickets(() => problem('support-expired'));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    expect((await screen.findByRole('alert')).textContent).toContain(words.notSent);
    expect([field(sendingWords.subject).value, field(formWords.description).value]).toEqual([
      aDraft().subject,
      aDraft().description,
    ]);
    const { to, subject, body } = letterOf(emailLink());
    expect([to, subject]).toEqual(['pomoc@shopgold.pl', aDraft().subject]);
    expectEverythingIn(body);
  });

  test('can be corrected and sent again, under another key', async () => {
    const answers = [() => problem('invalid-request'), () => Response.json(aReceipt(), { status: 201 })];
    const tickets = serveTickets(() => answers.shift()?.() ?? noNetwork());
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await screen.findByRole('alert');
    await userEvent.fill(field(sendingWords.subject), 'Inny temat');
    await send();
    expect(await landing(sentWords.sent)).toBeTruthy();
    expect(JSON.parse(tickets[1]?.body ?? '').subject).toBe('Inny temat');
    expect(new Set(tickets.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(2);
  });

  test('because the shop is not recognised lets the shop be corrected', async () => {
    serveTickets(() => problem('shop-unrecognised'));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await screen.findByRole('alert');
    await userEvent.click(await screen.findByRole('button', { name: lazyWords.correct }));
    expect((await screen.findByLabelText<HTMLInputElement>(sendingWords.supportNumber)).value).toBe(
      ZURAW.supportNumber,
    );
  });

  test('by a panel that cannot load what sending needs is told so, with the address from the loader', async () => {
    const model = openDrawer({ canLoad: false });
    await statusKnown(model);
    await userEvent.fill(field(formWords.description), aDraft().description);
    await send();
    await screen.findByRole('alert');
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: 'zapas@shopgold.pl' });
    expect(letterOf(link).body).toContain(aDraft().description);
    expect(field(formWords.description).value).toBe(aDraft().description);
  });
});

describe('a ticket that nobody answers', () => {
  test('shows its text, waits, offers an e-mail, and goes by a press with the same key', async () => {
    let isDown = true;
    const tickets = serveTickets(() => (isDown ? htmlPage(502) : Response.json(aReceipt(), { status: 201 })));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    expect(await landing(sendingWords.waiting)).toBeTruthy();
    expect(document.body.textContent).toContain(aDraft().description);
    expectEverythingIn(letterOf(emailLink()).body);
    isDown = false;
    await userEvent.click(button(sendingWords.sendNow));
    expect(await landing(sentWords.sent)).toBeTruthy();
    expect(tickets).toHaveLength(7);
    expect(new Set(tickets.map(({ headers, body }) => `${headers.get('Idempotency-Key')} ${body}`)).size).toBe(1);
  });

  test('because the service asks for a pause says until when, and may be sent or changed at once', async () => {
    const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
    serveTickets(() => problem('rate-limited', { 'Retry-After': inAnHour }));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    expect(await landing(sendingWords.paused)).toBeTruthy();
    const said = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(said.join()).toContain(`${sentWords.pausedMore} ${momentInWords(inAnHour)}.`);
    expect(button(sendingWords.sendNow)).toBeTruthy();
    await userEvent.click(button(sendingWords.withdraw));
    expect((await screen.findByLabelText<HTMLInputElement>(sendingWords.subject)).value).toBe(aDraft().subject);
  });

  test('can have its text copied, all of it', async () => {
    serveTickets(noNetwork);
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sendingWords.waiting);
    await userEvent.click(button(sentWords.copy));
    expect(await screen.findByText(sentWords.copied)).toBeTruthy();
    expectEverythingIn(copied[0] ?? '');
  });
});

describe('an outage', () => {
  const phone = () => screen.queryByRole<HTMLAnchorElement>('link', { name: PHONE });
  const said = () => document.body.textContent?.replaceAll('\u00a0', ' ');
  const full = (code: ProblemCode) => () => problem(code, { 'Retry-After': '900' });

  async function sendOutage(): Promise<void> {
    await fillIn({ topic: 'outage' });
    await userEvent.click(await screen.findByLabelText(factLabels['shop-down']));
    await send();
  }

  test.each(['rate-limited', 'unavailable'] as const)(
    'that the service does not take now (%s) has telephone and hours beside its text',
    async (code) => {
      serveTickets(full(code));
      await statusKnown(openDrawer());
      await sendOutage();
      expect(await landing(sendingWords.paused)).toBeTruthy();
      expect(phone()?.href).toBe('tel:+48220000000');
      expect(said()).toContain('pon.–pt. 8:00–16:00');
      expect(said()).toContain(aDraft().description);
      expect(await screen.findByText(beforeSteps[0] ?? '')).toBeTruthy();
    },
  );

  test('has them while nobody answers, who never said how to call', async () => {
    serveShopStatus(noNetwork);
    serveTickets(noNetwork);
    await statusKnown(openDrawer());
    await sendOutage();
    await landing(sendingWords.waiting);
    expect(phone()).toBeTruthy();
    expect(said()).toContain('pon.–pt. 8:00–16:00');
  });

  test('is the only ticket that has them', async () => {
    serveTickets(full('rate-limited'));
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sendingWords.paused);
    expect(document.body.innerHTML).not.toContain('tel:');
  });

  test('has no empty telephone where the vendor has none', async () => {
    serveTickets(full('rate-limited'));
    await statusKnown(openDrawer({ phone: '' }));
    await sendOutage();
    await landing(sendingWords.paused);
    expect(document.body.innerHTML).not.toContain('tel:');
    expect(document.body.textContent).not.toContain(lazyWords.call);
  });

  test('that arrives has the telephone first, its place, what to do meanwhile, and where to go without a panel', async () => {
    const emergencyPage = 'https://pomoc.example/awaria';
    serveShopStatus({ ...aShopStatus(), emergencyPage });
    serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await sendOutage();
    await landing(sentWords.sent);
    const page = await screen.findByRole<HTMLAnchorElement>('link', { name: 'pomoc.example/awaria' });
    expect(page.href).toBe(emergencyPage);
    const text = said() ?? '';
    const order = [PHONE, aReceipt().number, lazyWords.placed, factLabels['shop-down'], ...beforeSteps];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    expect(text.indexOf(PHONE)).toBeGreaterThan(0);
  });

  test('of which nothing was ticked has the telephone, and is not said to come before others', async () => {
    serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn({ topic: 'outage' });
    await send();
    await screen.findByText(lazyWords.factsMissing);
    await send();
    await landing(sentWords.sent);
    expect(phone()).toBeTruthy();
    await screen.findByText(lazyWords.before);
    expect(said()).not.toContain(lazyWords.placed);
  });

  test('is no other ticket: that has neither telephone nor advice', async () => {
    serveTickets(aReceipt());
    await statusKnown(openDrawer());
    await fillIn();
    await send();
    await landing(sentWords.sent);
    expect(phone()).toBeNull();
    expect(said()).not.toContain(lazyWords.before);
  });
});

describe('an outage of an earlier page', () => {
  const draft = aDraft({ topic: 'outage', facts: ['shop-down'] });

  async function aLaterPage() {
    const panelPath = aPanelPath();
    await openWidgetStore().change({
      store: 'outbox',
      key: 'k',
      value: anEntry({ key: 'k', draft, directory: panelPath }),
    });
    await statusKnown(openDrawer({ panelPath }));
    await landing(sendingWords.asking);
  }

  test('asks whether it still is one, and goes when told', async () => {
    const tickets = serveTickets(aReceipt());
    await aLaterPage();
    expect(document.body.textContent).toContain(sentWords.stillDown);
    expect(document.body.textContent).toContain('niedziela, 22 listopada, 10:00');
    expect(tickets).toEqual([]);
    await userEvent.click(button(sendingWords.sendNow));
    expect(await landing(sentWords.sent)).toBeTruthy();
  });

  test('is back in the form when told', async () => {
    await aLaterPage();
    await userEvent.click(button(sendingWords.withdraw));
    expect((await screen.findByLabelText<HTMLInputElement>(sendingWords.subject)).value).toBe(draft.subject);
    expect((await screen.findByLabelText<HTMLInputElement>('Sklep nie otwiera się klientom')).checked).toBe(true);
  });
});
