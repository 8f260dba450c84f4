import { streamSSE } from 'hono/streaming';
import { agentSessionLasts } from '../../identity/read-agent-session.ts';
import { asAgent } from './as-agent.ts';
import { readDeskCookie } from './desk-cookie.ts';

/** A line that is silent longer is cut by proxies, and by our own server after 40 s. */
const HEARTBEAT_MS = 15_000;

/** How long a browser waits before it comes back after the line broke, in milliseconds. */
const RETRY_MS = 2000;

/** `GET /api/desk/events`. It ends with the session: whoever is signed out or shut out hears nothing more. */
export const answerFollowEvents = asAgent(async (context, { deskEvents, store, now }) => {
  const token = readDeskCookie(context) ?? '';
  const last = context.req.header('Last-Event-ID') ?? '';
  // Known before the browser hears that the line stands and reads everything: nothing happens in between unheard.
  const lastId = /^\d{1,9}$/.test(last) ? Number(last) : await deskEvents.newest();
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    // With an id from the first line on, whoever is cut before anything happened also says where it left.
    await stream.write(`retry: ${RETRY_MS}\nid: ${lastId}\n\n`);
    for await (const told of deskEvents.listen(lastId, gone.signal, HEARTBEAT_MS)) {
      if (!(await agentSessionLasts(store, token, now()))) return;
      if (told === 'heartbeat') await stream.write(': \n\n');
      else if (told === 'reload') await stream.writeSSE({ event: 'reload', data: '{}' });
      else
        await stream.writeSSE({ data: JSON.stringify(told.event), ...(told.id !== null && { id: String(told.id) }) });
    }
  });
});
