import type { Context } from 'hono';
import { openSession as endpoint } from '../../contract/shops/open-session.ts';
import { OpenSessionRequest } from '../../contract/shops/requests.ts';
import { openShopSession } from '../../identity/open-shop-session.ts';
import type { AssertionDeps } from '../../identity/use-assertion.ts';
import { FIELD, instant } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE_ASSERTION, SAMPLE_SHOP } from '../docs/openapi/samples.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';

/** `POST /api/v1/session` */
export async function answerOpenSession(context: Context, deps: AssertionDeps): Promise<Response> {
  const read = await readJson(context, OpenSessionRequest);
  if (!read.ok) return read.refusal;
  const opened = await openShopSession(deps, read.request.token);
  if (!opened) return problem(context, 'unauthorised');
  return context.json(opened, 201, { 'Cache-Control': 'no-store' });
}

/** The endpoint in the words of the API’s document. */
export const openSessionOperation: Operation = {
  endpoint,
  id: 'openSession',
  tag: 'Sessions',
  summary: 'Exchange a panel’s signed word for a session',
  description:
    'The panel’s server signs a JWT (HS256, header `kid`) with the shop’s secret: `aud` is `pomoc-online`, `sub` the support number, `url` the address of installation, `iat`, `exp` at most 300 seconds later, and a `jti` of 16 to 64 characters that is used once. Whatever is wrong with it, the answer is the same.',
  security: ['nobody'],
  parameters: [],
  request: {
    schema: {
      name: 'OpenSessionRequest',
      schema: OpenSessionRequest,
      description: 'What the panel says of its shop.',
      fields: { token: { description: 'The JWT, in its compact form.' } },
    },
    examples: {
      'a signed token': {
        token: SAMPLE_ASSERTION,
      },
    },
  },
  answers: {
    201: {
      description: 'A session. The token is used up.',
      body: {
        schema: {
          name: 'Session',
          schema: endpoint.answer,
          description: 'A session of one shop.',
          fields: {
            session: { description: 'Goes into `Authorization: Bearer`; never into an address or storage.' },
            expiresAt: instant('When it ends.', '2026-11-22T10:00:00Z'),
            shop: { description: 'Whose session it is.' },
            'shop.supportNumber': FIELD.supportNumber,
            'shop.installUrl': { description: 'The address where the shop is installed.' },
          },
        },
        examples: {
          'a session': {
            session: 's_ZXhhbXBsZV9zZXNzaW9uX29mX2Ffc2hvcF8yNTZfYml0',
            expiresAt: '2026-11-22T10:00:00Z',
            shop: SAMPLE_SHOP,
          },
        },
      },
    },
  },
  problems: ['malformed-json', 'unauthorised', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
