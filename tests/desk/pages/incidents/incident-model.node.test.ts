import { describe, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import { EMPTY_NOTICE } from '../../../../desk/pages/incidents/incident-draft.ts';
import { IncidentFormModel } from '../../../../desk/pages/incidents/incident-form-model.ts';
import { IncidentModel } from '../../../../desk/pages/incidents/incident-model.ts';
import type { IncidentDetail } from '../../../../src/contract/desk/incidents.ts';
import { ok, refused, SILENCE } from '../../../support/http-answers.ts';
import { aRow } from '../../a-desk-ticket.ts';
import { aDetail, anIncident } from './an-incident.ts';

/** What is kept, without a browser's store. */
function aKept(text = '') {
  const kept = {
    text,
    get: () => kept.text,
    keep(next: string) {
      kept.text = next;
    },
  };
  return kept;
}

/** An incident on a service that answers a solution like this, one after another. */
function aModel(answers: DeskAnswer<null>[], details: IncidentDetail[] = [aDetail()]) {
  const sent: { key: string; text: string }[] = [];
  const kept = aKept();
  const client = {
    read: async (): Promise<DeskAnswer<IncidentDetail>> => ok(details[0] as IncidentDetail),
    end: async (): Promise<DeskAnswer<null>> => ok(null),
    async solve(_: string, key: string, text: string) {
      sent.push({ key, text });
      return answers.shift() ?? SILENCE;
    },
  };
  return { model: new IncidentModel({ id: '12', client, kept }), sent, kept, details };
}

describe('solving', () => {
  test('keeps the text until the service has it, under one key however often it is pressed', async () => {
    const { model, sent, kept } = aModel([SILENCE, ok(null)]);
    model.type('Poprawka jest w 10.5.1.');
    expect(await model.solve()).toBe(false);
    expect([model.failure.value, kept.text]).toEqual(['unanswered', 'Poprawka jest w 10.5.1.']);
    expect(await model.solve()).toBe(true);
    expect(kept.text).toBe('');
    expect(sent[1]).toEqual(sent[0]);
  });

  test('of another text is another request', async () => {
    const { model, sent } = aModel([SILENCE, SILENCE]);
    model.type('Poprawka jest w 10.5.1.');
    await model.solve();
    model.type('Poprawka jest w 10.5.2.');
    await model.solve();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  test('whose answer was lost is no failure once it is read, and leaves no text behind', async () => {
    const { model, kept, details } = aModel([SILENCE]);
    await model.refresh();
    model.type('Poprawka jest w 10.5.1.');
    details[0] = aDetail({
      incident: anIncident({ solvedAt: '2026-11-22T10:00:00Z' }),
      solution: { text: 'Poprawka jest w 10.5.1.', by: { id: 'a1', name: 'Ola Nowak' } },
    });
    await model.solve();
    expect([model.failure.value, kept.text]).toEqual([null, '']);
  });

  test('that nobody answered, while somebody else did it, says that', async () => {
    const { model, details } = aModel([SILENCE]);
    model.type('Poprawka jest w 10.5.1.');
    await model.solve();
    details[0] = aDetail({
      incident: anIncident({ solvedAt: '2026-11-22T10:00:00Z' }),
      solution: { text: 'Cofnięto zmianę.', by: { id: 'a2', name: 'Jan Kos' } },
    });
    await model.refresh();
    expect(model.failure.value).toBe('conflict');
  });

  test('that somebody else did first is said, and shown as it stands', async () => {
    const { model, details } = aModel([refused('conflict')]);
    await model.refresh();
    model.type('Poprawka jest w 10.5.1.');
    details[0] = aDetail({ incident: anIncident({ solvedAt: '2026-11-22T10:00:00Z' }) });
    await model.solve();
    expect(model.failure.value).toBe('conflict');
    expect(model.detail.value?.incident.solvedAt).not.toBeNull();
  });

  test('without a text sends nothing and says so', async () => {
    const { model, sent } = aModel([]);
    model.type('  ');
    expect(model.isTextMissing.value).toBe(false);
    expect(model.check()).toBe(false);
    expect(model.isTextMissing.value).toBe(true);
    await model.solve();
    expect(sent).toEqual([]);
  });

  test('is under way until every ticket is reached', async () => {
    const { model, details } = aModel([]);
    await model.refresh();
    expect(model.isUnderWay.value).toBe(false);
    const incident = anIncident({ solvedAt: '2026-11-22T10:00:00Z' });
    details[0] = aDetail({ incident, counts: { linked: 2, waiting: 1, over: 0, answered: 1, kept: 0 } });
    await model.refresh();
    expect(model.isUnderWay.value).toBe(true);
    details[0] = aDetail({ incident, counts: { linked: 2, waiting: 0, over: 0, answered: 2, kept: 0 } });
    await model.refresh();
    expect(model.isUnderWay.value).toBe(false);
  });
});

test('an incident whose end was heard and not answered is ended, and no failure', async () => {
  const details = [aDetail()];
  const client = {
    read: async (): Promise<DeskAnswer<IncidentDetail>> => ok(details[0] as IncidentDetail),
    async end() {
      details[0] = aDetail({ incident: anIncident({ until: '2026-11-22T10:00:00Z' }) });
      return SILENCE;
    },
    solve: async () => SILENCE,
  };
  const model = new IncidentModel({ id: '12', client, kept: aKept() });
  await model.refresh();
  await model.end();
  expect(model.failure.value).toBeNull();
});

test('later pages of tickets stay open while the first one is read again', async () => {
  const pages: Record<string, IncidentDetail> = {
    '': aDetail({ tickets: [aRow('4'), aRow('3')], next: '3' }),
    '3': aDetail({ tickets: [aRow('2'), aRow('1')], next: null }),
  };
  const read = async (_: string, cursor = ''): Promise<DeskAnswer<IncidentDetail>> =>
    ok(pages[cursor] as IncidentDetail);
  const nothing = async () => SILENCE;
  const model = new IncidentModel({ id: '12', client: { read, end: nothing, solve: nothing }, kept: aKept() });
  await model.refresh();
  await model.more();
  pages[''] = aDetail({ tickets: [aRow('5'), aRow('4'), aRow('3')], next: '3' });
  await model.refresh();
  expect(model.detail.value?.tickets.map(({ number }) => number)).toEqual(['5', '4', '3', '2', '1']);
  expect(model.detail.value?.next).toBeNull();
});

describe('a new incident', () => {
  const DRAFT = JSON.stringify({ ...EMPTY_NOTICE, title: 'Przerwa', text: 'Naprawiamy.' });

  /** A form over a service that answers like this, one after another. */
  function aForm(answers: DeskAnswer<{ id: number }>[], kept = aKept(DRAFT)) {
    const keys: string[] = [];
    const add = async (key: string) => {
      keys.push(key);
      return answers.shift() ?? SILENCE;
    };
    return { model: new IncidentFormModel({ client: { add }, kept }), keys, kept };
  }

  test('is kept as it is typed, published once however often it is pressed, and then forgotten', async () => {
    const { model, keys, kept } = aForm([SILENCE, ok({ id: 12 })]);
    expect(await model.publish()).toBeNull();
    expect([model.failure.value, kept.text]).toEqual(['unanswered', DRAFT]);
    expect(await model.publish()).toBe(12);
    expect(new Set(keys).size).toBe(1);
    expect([kept.text, model.draft.value]).toEqual(['', EMPTY_NOTICE]);
  });

  test('stands still while it is published, so that nothing typed goes with it', async () => {
    const { model } = aForm([SILENCE]);
    const before = model.draft.value;
    const publishing = model.publish();
    model.type({ text: 'Za późno' });
    model.discard();
    expect(model.draft.value).toBe(before);
    await publishing;
    model.type({ text: 'Teraz' });
    expect(model.draft.value.text).toBe('Teraz');
  });

  test('that is not fit is not sent, and says why from then on', async () => {
    const { model, keys } = aForm([], aKept());
    expect(model.wrong.value).toEqual([]);
    expect(await model.publish()).toBeNull();
    expect(model.wrong.value).toEqual(['title', 'text']);
    model.type({ title: 'Przerwa' });
    expect(model.wrong.value).toEqual(['text']);
    expect(keys).toEqual([]);
  });
});
