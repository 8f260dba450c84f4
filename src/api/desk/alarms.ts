import { AcknowledgeAlarmRequest } from '../../contract/desk/alarms.ts';
import { acknowledgeAlarm, listAlarms } from '../../guard/alarms.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';

/** `GET /api/desk/alarms` */
export const answerListAlarms = asAgent(async (context, { store }) =>
  context.json({ alarms: await listAlarms(store) }),
);

/** `POST /api/desk/alarms/:alarm/acknowledgement` */
export const answerAcknowledgeAlarm = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, AcknowledgeAlarmRequest);
  if (!read.ok) return read.refusal;
  const isThere = await acknowledgeAlarm(deps, Number(pathParameter(context, 'alarm')), actor);
  return isThere ? context.body(null, 204) : problem(context, 'not-found');
});
