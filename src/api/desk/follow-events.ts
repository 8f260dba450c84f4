import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { DeskEvent } from '../../contract/desk/follow-events.ts';
import type { Told } from '../../events/event-feed.ts';
import { agentSessionLasts } from '../../identity/read-agent-session.ts';
import { howToReachUs } from '../../tickets/how-to-reach-us.ts';
import { loggableError } from '../http/loggable-error.ts';
import { asAgent } from './as-agent.ts';
import { readDeskCookie } from './desk-cookie.ts';

/** Proxies cut a silent stream, and our own server does so after 40 s. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it reconnects, in milliseconds. */
const RETRY_MS = 2000;

/**
 * `GET /api/desk/events`: a stream that ends with the agent's session, and with a fault, which the log is told of: Hono would
 * print it as it is, rows of customers and all. The browser connects again.
 */
export const answerFollowEvents = asAgent(async (context, { deskEvents, store, now, logger, firstSettings }) => {
  const token = readDeskCookie(context) ?? '';
  const last = context.req.header('Last-Event-ID') ?? '';
  // Read before the stream opens, after which the browser reads everything: no event in between is missed.
  const lastId = /^\d{1,9}$/.test(last) ? Number(last) : await deskEvents.newest();
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    // Send an id at once: a browser that is cut before the first event also reconnects with its position.
    await stream.write(`retry: ${RETRY_MS}\nid: ${lastId}\n\n`);
    try {
      for await (const told of deskEvents.listen(lastId, gone.signal, HEARTBEAT_MS)) {
        if (!(await agentSessionLasts(store, token, now()))) return;
        await tell(stream, told, async () => (await howToReachUs({ store, now, firstSettings }, 'pl')).opening.openNow);
      }
    } catch (error) {
      logger.error({ requestId: context.get('requestId'), code: 'internal', err: loggableError(error as Error) });
    }
  });
});

async function tell(stream: SSEStreamingApi, told: Told, isOpen: () => Promise<boolean>): Promise<void> {
  if (told === 'heartbeat') await stream.write(': \n\n');
  else if (told === 'reload') await stream.writeSSE({ event: 'reload', data: '{}' });
  else {
    const { told: telling, ...event } = told.event;
    const whole: DeskEvent = { ...event, ...(telling && { told: { ...telling, isOpen: await isOpen() } }) };
    await stream.writeSSE({ data: JSON.stringify(whole), ...(told.id !== null && { id: String(told.id) }) });
  }
}
