import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NoticeKind } from '../../../../src/contract/lists.ts';
import type { ShopStatus } from '../../../../src/contract/shops/shop-status.ts';
import { HoursLine } from '../../../../widget/features/advice/HoursLine.tsx';
import { Notices } from '../../../../widget/features/advice/Notices.tsx';
import { Rules } from '../../../../widget/features/my-tickets/views/Rules.tsx';
import { type Draft, EMPTY_DRAFT } from '../../../../widget/outbox/draft.ts';
import type { Panel, ViewProps } from '../../../../widget/panel.ts';
import { adviceWords } from '../../../../widget/words/pl/advice.ts';
import { unlisted } from '../../../support/unlisted.ts';
import { stopClock } from '../../../support/widget-models.ts';
import { aShopStatus, aStoredStatus, NOW } from '../../../support/widget-nouns.ts';

beforeEach(() => stopClock());

const NOTICE = {
  id: 'n-1',
  kind: 'incident' as const,
  title: 'Przerwa',
  text: '<b>Naprawiamy</b>',
  since: '2026-11-22T08:00:00Z',
};

/** A panel whose service says so, now or when it was last heard. */
function told(otherwise: Partial<ShopStatus>, { isFresh = true, at = NOW } = {}): Panel {
  const last = aStoredStatus({ status: aShopStatus(otherwise), at });
  const draft = signal<Draft>(EMPTY_DRAFT);
  const edit = (change: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...change };
  };
  const shop = { statusState: signal({ last, isFresh, isAsking: false }), facts: signal({ shopVersion: '10.4.2' }) };
  const office = { advisory: ['10', '10.4.2.0.0', 'n-of-the-loader'], facts: { shopVersion: '10.4.2' } };
  return { shop, draft, edit, office } as unknown as Panel;
}

/** A panel with one notice of this kind, and topics that suit incidents and holes. */
function toldOf(kind: NoticeKind, id: string): Panel {
  const topics = (['running', 'security'] as const).map((id) => ({
    id,
    label: id,
    covered: true,
    rule: null,
    note: null,
    promised: true,
  }));
  return told({ notices: [{ ...NOTICE, id, kind }], topics });
}

/** Notices in a form with its fields. @returns what hears that it is sent */
function renderInForm(panel: Panel) {
  const sent = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={sent}>
      <Notices panel={panel} />
      <textarea name="description" />
      <input name="email" />
    </form>,
  );
  return sent;
}

const joinButton = () => screen.getByRole('button', { name: 'Mnie też dotyczy: Przerwa' });

test('an incident says since when, and its words are words only', () => {
  render(<Notices panel={told({ notices: [NOTICE] })} />);
  expect(screen.getByRole('status').innerText).toContain('<b>Naprawiamy</b>');
  expect(screen.getByText('Od: niedziela, 22 listopada, 9:00')).toBeDefined();
});

test('a kind that this build does not know is shown quietly', () => {
  render(<Notices panel={told({ notices: [{ ...NOTICE, id: 'n-2', kind: unlisted('feast') }] })} />);
  expect(screen.getByText('Przerwa').parentElement?.className).toBe('notice');
});

test('what was hidden stays hidden, also when it is told again', async () => {
  const first = render(<Notices panel={told({ notices: [{ ...NOTICE, id: 'n-3' }] })} />);
  await userEvent.click(screen.getByRole('button', { name: 'Ukryj: Przerwa' }));
  expect(screen.queryByText('Przerwa')).toBeNull();
  first.unmount();
  render(
    <Notices
      panel={told({
        notices: [
          { ...NOTICE, id: 'n-3' },
          { ...NOTICE, id: 'n-4', title: 'Inna' },
        ],
      })}
    />,
  );
  expect(screen.queryByText('Przerwa')).toBeNull();
  expect(screen.getByText('Inna')).toBeDefined();
});

test.each([
  ['incident', 'running'],
  ['advisory', 'security'],
] as const)(
  '„mnie też dotyczy” of an %s fills an empty form in, and asks for the e-mail alone',
  async (kind, topic) => {
    const model = toldOf(kind, `me-${kind}`);
    const sent = renderInForm(model);
    await userEvent.click(joinButton());
    expect(sent).not.toHaveBeenCalled();
    expect(document.activeElement?.getAttribute('name')).toBe('email');
    expect(model.draft.value).toMatchObject({
      topic,
      subject: 'Przerwa',
      description: 'Ten problem dotyczy też mojego sklepu.',
      about: { notice: `me-${kind}`, shopVersion: '10.4.2' },
    });
    expect(screen.getByRole('status').innerText).toContain('To zgłoszenie dołączymy do tego problemu.');
  },
);

test('with an e-mail that is known, „mnie też dotyczy” is one press: it sends', async () => {
  const model = toldOf('incident', 'me-once');
  model.edit({ email: 'biuro@ksiegarnia-zuraw.pl' });
  const sent = renderInForm(model);
  await userEvent.click(joinButton());
  expect(sent).toHaveBeenCalledOnce();
  expect(model.draft.value).toMatchObject({ subject: 'Przerwa', about: { notice: 'me-once' } });
});

test('a text that is begun stays as it is: only the link is added, and said; it can be taken back', async () => {
  const model = toldOf('incident', 'me-2');
  model.edit({ topic: 'updates', description: 'Nie mogę pobrać aktualizacji.', email: 'biuro@ksiegarnia-zuraw.pl' });
  const sent = renderInForm(model);
  await userEvent.click(joinButton());
  expect(sent).not.toHaveBeenCalled();
  expect(model.draft.value).toMatchObject({
    topic: 'updates',
    subject: '',
    description: 'Nie mogę pobrać aktualizacji.',
    about: { notice: 'me-2' },
  });
  await userEvent.click(screen.getByRole('button', { name: 'Nie dołączaj: Przerwa' }));
  expect(model.draft.value.about).toBeUndefined();
  expect(model.draft.value.description).toBe('Nie mogę pobrać aktualizacji.');
  expect(joinButton()).toBeDefined();
});

test('news of a version is no problem, and whoever may not ask about it is not led to a refusal', () => {
  render(<Notices panel={toldOf('update', 'me-3')} />);
  expect(screen.queryByRole('button', { name: /Mnie też/ })).toBeNull();
  render(<Notices panel={told({ notices: [{ ...NOTICE, id: 'me-4' }], topics: [] })} />);
  expect(screen.queryByRole('button', { name: /Mnie też/ })).toBeNull();
});

test('a notice of an earlier visit is not shown: it may be over', () => {
  render(<Notices panel={told({ notices: [{ ...NOTICE, id: 'n-5' }] }, { isFresh: false })} />);
  expect(screen.queryByText('Przerwa')).toBeNull();
  // What the loader carries is of now.
  expect(screen.getByText(adviceWords.advised)).toBeTruthy();
});

const closed = { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' };

test('above the button stands that the office is closed, and nothing while it is open', () => {
  const { container } = render(<HoursLine panel={told({ opening: closed }, { at: NOW - 600_000 })} />);
  expect(container.textContent.replaceAll('\u00a0', ' ')).toContain('Biuro jest teraz zamknięte. Otwieramy');
  expect(render(<HoursLine panel={told({})} />).container.textContent).toBe('');
});

test('a version that is behind is told with the rules (A1)', () => {
  const status = signal(aShopStatus({ version: { yours: '10.4.2', current: '10.5.0', behind: true } }));
  const panel = { shop: { status }, emailAddress: () => '' } as unknown as Panel;
  const { container } = render(<Rules panel={panel} parts={{} as ViewProps['parts']} />);
  expect(container.textContent.replaceAll('\u00a0', ' ')).toContain('najnowsza to 10.5.0');
});

test.each([
  ['kept from an earlier visit', { isFresh: false }],
  ['more than an hour old', { at: NOW - 3_600_001 }],
])('an answer %s says nothing of whether somebody is there', (_, when) => {
  const { container } = render(<HoursLine panel={told({ opening: closed }, when)} />);
  expect(container.textContent).toBe('');
});
