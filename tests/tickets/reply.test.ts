import { expect } from 'vitest';
import { replyAsAgent } from '../../src/channels/agent.ts';
import { replyFromPanel } from '../../src/channels/panel.ts';
import { hashToken, sha256 } from '../../src/identity/token.ts';
import { addNote } from '../../src/tickets/add-note.ts';
import { test } from '../support/fixtures.ts';

test('what was sent before an upgrade finds itself when it is sent again: its hash is made of the same parts', async ({
  api,
  customer,
}) => {
  const { number, token } = customer;
  const deps = { store: api.store, now: () => api.clock.now };
  const action = { number, actor: 'a_ola', author: 'Ola' };
  const caller = { kind: 'token', tokenHash: hashToken(token) } as const;
  const written = { text: 'Halo?', attachments: undefined };
  await replyFromPanel(deps, { number, caller, idempotencyKey: 'customer' }, written);
  await replyAsAgent(deps, action, 'agent', { text: 'Już.', status: 'solved', seenMessages: 2 });
  await addNote(deps, action, 'note', { text: 'Dzwonić.' });

  const rows = await api.store.selectFrom('idempotency_keys').selectAll().execute();
  const hashOf = (key: string) => rows.find((row) => row.key === key)?.request_hash;
  expect(hashOf('customer')).toBe(sha256(`["${number}",{"text":"Halo?"}]`));
  expect(hashOf('agent')).toBe(
    sha256(`{"number":"${number}","actor":"a_ola","text":"Już.","status":"solved","seenMessages":2}`),
  );
  expect(hashOf('note')).toBe(sha256(`{"number":"${number}","actor":"a_ola","note":"Dzwonić."}`));
});
