import { type Agent, request } from 'node:http';

/** How long an answer may take before the client gives up on it. Milliseconds. */
const PATIENCE_MS = 5000;

/** A ticket as a client keeps it until it is answered: the same key and the same bytes, however often it is sent. */
export interface Submission {
  key: string;
  subject: string;
  body: string;
}

export interface Answer {
  status: number;
  body: string;
}

/** Sends a submission to a port of this machine; null when no whole answer came back. */
export function postTicket(port: number, { key, body }: Submission, agent?: Agent): Promise<Answer | null> {
  return new Promise((resolve) => {
    const sending = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/api/v1/tickets',
      agent: agent ?? false,
      timeout: PATIENCE_MS,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'Idempotency-Key': key,
      },
    });
    sending.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }));
      response.on('error', () => resolve(null)); // cut off in the middle
    });
    sending.on('timeout', () => sending.destroy());
    sending.on('error', () => resolve(null));
    sending.on('close', () => resolve(null)); // after a whole answer this comes too late to matter
    sending.end(body);
  });
}
