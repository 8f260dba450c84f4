import { expect, test } from 'vitest';
import { helpState } from '../../../src/contract/help/help-state.ts';
import { addIncident } from '../../../src/incidents/add-incident.ts';
import { MAIL } from '../../support/mail-settings.ts';
import { NOW, service } from '../../support/service.ts';

const ask = (api: Awaited<ReturnType<typeof service>>, headers: Record<string, string> = {}) =>
  api.app.request(helpState.path, { headers });

test('any page learns how things stand, with the time, and whether letters go out', async () => {
  const api = await service({ mail: MAIL });
  const words = { english: null, until: null, fromVersion: null, toVersion: null, since: NOW };
  await addIncident(api.store, { ...words, kind: 'incident', title: 'Przerwa', text: 'Szukamy.' }, 'operator', NOW);
  await addIncident(api.store, { ...words, kind: 'update', title: 'Nowa wersja', text: 'Jest.' }, 'operator', NOW);
  const response = await ask(api, { Origin: 'https://awaria.example' });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(helpState.answer.parse(await response.json())).toEqual({
    at: '2026-11-22T09:00:00Z',
    sendsMail: true,
    opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' },
    contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00' },
    incidents: [{ title: 'Przerwa', since: '2026-11-22T09:00:00Z' }],
  });
  await api.discard();
});

test('without mail it says so; in English where that is asked for; while nothing can be stored it is no answer', async () => {
  const api = await service();
  const said = helpState.answer.parse(await (await ask(api, { 'Accept-Language': 'en' })).json());
  expect([said.sendsMail, said.opening.text]).toEqual([false, 'Mon–Fri 8:00–16:00']);
  await api.store.destroy();
  expect((await ask(api)).status).toBeGreaterThanOrEqual(500);
  await api.discard();
});
