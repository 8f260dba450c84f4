import * as z from 'zod/mini';
import { line } from '../text.ts';
import { agentFields } from './agent.ts';

/** `GET /api/desk/sessions`: the agent's sessions, the current one first, then the last used; at most a hundred. */
export const listDeskSessions = {
  method: 'GET',
  path: '/api/desk/sessions',
  answer: z.object({
    sessions: z.array(
      z.object({
        /** the public id of the session; opens nothing */
        id: z.string(),
        /** browser and system, such as `Firefox · Windows`; null when unknown */
        label: z.nullable(z.string()),
        begunAt: z.string(),
        /** may lag by a minute */
        lastUsedAt: z.string(),
        isThis: z.boolean(),
      }),
    ),
  }),
};

export type DeskSessions = z.infer<typeof listDeskSessions.answer>['sessions'];

/** `DELETE /api/desk/sessions/:session`: ends one of the agent's own sessions; 204, also when it had expired. */
export const endDeskSession = { method: 'DELETE', path: '/api/desk/sessions/:session' };

/** `POST /api/desk/password`: the agent's own new password. 204 and every other session ends; 403 `wrong-password`. */
export const changeDeskPassword = { method: 'POST', path: '/api/desk/password' };

/** Its body. */
export const ChangePasswordRequest = z.strictObject({ oldPassword: line(1, 200), newPassword: agentFields.password });
