import type { Context } from 'hono';
import { helpState as endpoint } from '../../contract/help/help-state.ts';
import { readHelpState } from '../../tickets/read-help-state.ts';
import type { ApiDeps } from '../api-deps.ts';
import { instant } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { readLanguage } from '../http/read-language.ts';

/** `GET /api/v1/help-state` */
export async function answerHelpState(context: Context, deps: ApiDeps): Promise<Response> {
  const asked = { language: readLanguage(context), isMailed: deps.mail !== null };
  return context.json(await readHelpState(deps, asked));
}

/** The endpoint in the words of the API’s document. */
export const readHelpStateOperation: Operation = {
  endpoint,
  id: 'readHelpState',
  tag: 'Shop',
  summary: 'How things stand, and how to reach us',
  description:
    'For pages that know no shop, such as the emergency page on a host of its own. An answer means that tickets are taken; what it says is of its own moment, so show it with its time.',
  security: ['nobody'],
  parameters: ['acceptLanguage'],
  answers: {
    200: {
      description: 'How things stand now.',
      body: {
        schema: {
          name: 'HelpState',
          schema: endpoint.answer,
          description: 'How things stand, and the ways to us.',
          fields: {
            at: instant('When that was looked at.'),
            sendsMail: {
              description: 'Whether letters go out. Without them no receipt, reply or link comes by e-mail.',
            },
            opening: { description: 'When the office is open.' },
            'opening.openNow': { description: 'Whether it is open now.' },
            'opening.text': { description: 'Its hours, in the language asked for.' },
            'opening.nextOpening': instant('When it opens next; null while it is open.', '2026-11-23T07:00:00Z'),
            contacts: { description: 'Other ways to us; null for what there is not.' },
            'contacts.email': { description: 'For when this service does not answer.' },
            'contacts.phone': { description: 'For outages.' },
            incidents: { description: 'Incidents that go on now.' },
            'incidents.title': { description: 'In a few words.' },
            'incidents.since': instant('Since when.'),
          },
        },
        examples: {
          'a quiet Sunday': {
            at: '2026-11-22T09:00:00Z',
            sendsMail: true,
            opening: { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' },
            contacts: { email: 'pomoc@shopgold.pl', phone: null },
            incidents: [],
          },
        },
      },
    },
  },
  problems: [],
};
