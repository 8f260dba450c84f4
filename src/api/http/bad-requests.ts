import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROBLEMS, type ProblemCode } from '../../contract/problem.ts';
import { problemJson } from './problem.ts';
import { answerAndThrowAway } from './throw-away.ts';

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
 * Answers an unparsable or too slow request and closes the connection. While a response is being sent, or when it was
 * sent before the request had arrived, it only closes: a second response would be taken for another one. Who is too slow is
 * cut at once; others are still sending, and must be able to read the answer.
 */
export function refuseBadRequests(server: Server): void {
  const answers = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>();
  const refused = new WeakSet<Duplex>();
  server.on('request', (request, response) => answers.set(request.socket, { request, response }));
  server.on('clientError', (error: Error & { code?: string }, duplex) => {
    const socket = duplex as Socket;
    if (refused.has(socket)) return; // what came after it is no request either
    refused.add(socket);
    const last = answers.get(socket);
    const isAnswered = last?.response.headersSent && !(last.response.writableFinished && last.request.complete);
    const code = CODES[error.code ?? ''] ?? 'malformed-request';
    if (!socket.writable || isAnswered) socket.destroySoon();
    else if (code === 'request-timeout') {
      socket.write(asText(code));
      socket.destroySoon();
    } else answerAndThrowAway(socket, asText(code));
  });
}

function asText(code: ProblemCode): string {
  const { status, headers, body } = bareRefusal(code);
  const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
}
