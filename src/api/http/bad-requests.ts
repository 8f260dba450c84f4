import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import { problemJson } from './problem.ts';

/** Problem codes by the error codes of Node's HTTP parser. */
const CODES: Record<string, ProblemCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** A refusal without a parsed request. */
export function bareRefusal(code: ProblemCode): { status: number; headers: Record<string, string>; body: string } {
  return {
    status: PROBLEMS[code].status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: problemJson(code),
  };
}

/**
 * Answers an unparsable or too slow request and closes the connection. While a response is being sent it only closes: a
 * second response would be mixed into the first.
 */
export function refuseBadRequests(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }, response) => answers.set(socket, response));
  server.on('clientError', (error: Error & { code?: string }, duplex) => {
    const socket = duplex as Socket;
    const answer = answers.get(socket);
    const isBeingAnswered = answer?.headersSent && !answer.writableFinished;
    if (socket.writable && !isBeingAnswered) socket.write(asText(CODES[error.code ?? ''] ?? 'malformed-request'));
    socket.destroySoon();
  });
}

function asText(code: ProblemCode): string {
  const { status, headers, body } = bareRefusal(code);
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
