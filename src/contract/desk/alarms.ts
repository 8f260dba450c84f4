import * as z from 'zod/mini';
import type { AlarmKind } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** Something that somebody should look at, see `ALARM_KINDS`. */
export const DeskAlarm = z.object({
  id: z.number(),
  kind: openEnum<AlarmKind>(),
  /** the shop it is about; null when it is about none or about all */
  shop: z.nullable(z.object({ id: z.number(), name: z.string() })),
  raisedAt: z.string(),
});

export type DeskAlarm = z.infer<typeof DeskAlarm>;

/** `GET /api/desk/alarms`: what nobody acknowledged yet, the newest first; a hundred at most. */
export const listDeskAlarms = {
  method: 'GET',
  path: '/api/desk/alarms',
  answer: z.object({ alarms: z.array(DeskAlarm) }),
};

/** `POST /api/desk/alarms/:alarm/acknowledgement`, without fields: the agent has seen it. 204. */
export const acknowledgeDeskAlarm = { method: 'POST', path: '/api/desk/alarms/:alarm/acknowledgement' };

export const AcknowledgeAlarmRequest = z.strictObject({});
