import { AnnounceVersionRequest, ChangeSettingsRequest } from '../../contract/desk/settings.ts';
import { announceVersion } from '../../vendor-settings/announce-version.ts';
import { changeSettings } from '../../vendor-settings/change-settings.ts';
import { listSettings } from '../../vendor-settings/list-settings.ts';
import { readOfficeHours } from '../../vendor-settings/read-office-hours.ts';
import { settingsHistory } from '../../vendor-settings/settings-history.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin, asAgent } from './as-agent.ts';
import { refuseCursor } from './read-filters.ts';

/** `GET /api/desk/settings` */
export const answerReadSettings = asAgent(async (context, { store, firstSettings }) =>
  context.json(await listSettings(store, firstSettings)),
);

/** `GET /api/desk/office-hours` */
export const answerReadOfficeHours = asAgent(async (context, { store, firstSettings, now }) =>
  context.json({ stretches: await readOfficeHours(store, firstSettings, now()) }),
);

/** `GET /api/desk/settings/history` */
export const answerSettingsHistory = asAgent(async (context, { store }) => {
  const cursor = context.req.query('cursor');
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) return refuseCursor(context);
  return context.json(await settingsHistory(store, cursor === undefined ? null : Number(cursor)));
});

/** `POST /api/desk/settings` */
export const answerChangeSettings = asAdmin(async (context, { store, firstSettings, now }, admin) => {
  const read = await readJson(context, ChangeSettingsRequest);
  if (!read.ok) return read.refusal;
  const changed = await changeSettings(store, firstSettings, read.request.changes, admin.id, now());
  switch (changed.outcome) {
    case 'unfit':
      return problem(context, 'invalid-request', { errors: [{ path: changed.name, code: 'wrong-format' }] });
    case 'conflict':
      return problem(context, 'conflict');
    case 'changed':
      return context.body(null, 204);
  }
});

/** `POST /api/desk/version` */
export const answerAnnounceVersion = asAdmin(async (context, { store, now }, admin) => {
  const read = await readJson(context, AnnounceVersionRequest);
  if (!read.ok) return read.refusal;
  const { version, from } = read.request;
  const isAnnounced = await announceVersion(store, version, now(), { actor: admin.id, over: from });
  return isAnnounced ? context.body(null, 204) : problem(context, 'conflict');
});
