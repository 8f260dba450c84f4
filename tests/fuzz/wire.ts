import { connect } from 'node:net';

/** How long an answer may take before the service counts as hanging. Machines are shared. Milliseconds. */
const PATIENCE_MS = 20_000;

/** A request as it is written to the connection, well formed or not. */
export interface WireRequest {
  method: string;
  /** path and query, as they stand in the request line */
  target: string;
  version: string;
  headers: [name: string, value: string][];
  body: Buffer | null;
  /** what follows the headers: the body with its length, in chunks, or with a length that is not its own */
  framing: 'length' | 'chunked' | 'too-short' | 'too-long' | 'none' | 'broken-chunks';
}

/** What came back: the first answer, or how the connection ended without one. */
export type WireAnswer =
  | { outcome: 'answered'; status: number; headers: [name: string, value: string][]; body: string }
  | { outcome: 'hung-up' }
  | { outcome: 'silent' };

/** The bytes of a request. Line feeds in headers are left out: what they break is another request. */
export function toBytes({ method, target, version, headers, body, framing }: WireRequest): Buffer {
  const lines = [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const content = body ?? Buffer.alloc(0);
  if (framing === 'chunked' || framing === 'broken-chunks') lines.push('Transfer-Encoding: chunked');
  else if (body && framing !== 'none') {
    const off = { length: 0, 'too-short': -Math.ceil(content.length / 2), 'too-long': 7 }[framing];
    lines.push(`Content-Length: ${content.length + off}`);
  }
  const head = Buffer.from(`${lines.map((line) => line.replace(/[\r\n]/g, ' ')).join('\r\n')}\r\n\r\n`);
  if (framing === 'chunked') {
    const size = Buffer.from(`${content.length.toString(16)}\r\n`);
    const chunk = content.length > 0 ? Buffer.concat([size, content, Buffer.from('\r\n')]) : Buffer.alloc(0);
    return Buffer.concat([head, chunk, Buffer.from('0\r\n\r\n')]);
  }
  return Buffer.concat([head, framing === 'broken-chunks' ? Buffer.from('zz\r\n') : Buffer.alloc(0), content]);
}

/** Sends a request over a connection of its own, says that nothing more comes, and reads the first answer. */
export function ask(port: number, request: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const chunks: Buffer[] = [];
    const finish = (answer: WireAnswer) => {
      clearTimeout(impatience);
      socket.destroy();
      resolve(answer);
    };
    const read = (isOver: boolean) => readAnswer(Buffer.concat(chunks), request.method === 'HEAD', isOver);
    const end = () => finish(read(true) ?? { outcome: 'hung-up' });
    const impatience = setTimeout(() => finish({ outcome: 'silent' }), PATIENCE_MS);
    socket.on('error', end); // cut off while it wrote
    socket.on('end', end);
    socket.on('close', end);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const answer = read(false);
      if (answer) finish(answer);
    });
    socket.write(toBytes(request));
    // Who waits for a body that does not come is told that it does not. Otherwise the answer would be for nobody.
    if (isCut(request)) socket.end();
  });
}

/** Whether less comes than was announced. */
export function isCut({ framing, body, headers }: WireRequest): boolean {
  if (headers.some(([name]) => name === 'Transfer-Encoding')) return true; // of which no body here knows
  return framing === 'too-long' || framing === 'broken-chunks' || (framing === 'none' && body !== null);
}

/** The first answer in what was heard; null while it is not whole. */
function readAnswer(heard: Buffer, isBare: boolean, isOver: boolean): WireAnswer | null {
  const end = heard.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [statusLine = '', ...lines] = heard.subarray(0, end).toString('latin1').split('\r\n');
  const status = Number(statusLine.split(' ')[1]);
  const rest = heard.subarray(end + 4);
  if (status < 200) return readAnswer(rest, isBare, isOver);
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  const headerOf = (name: string) => headers.find(([other]) => other === name)?.[1] ?? '';
  const answered = (body: Buffer): WireAnswer => ({ outcome: 'answered', status, headers, body: body.toString() });
  // What happens at the desk is told for as long as somebody listens.
  if (headerOf('content-type').startsWith('text/event-stream')) return answered(Buffer.alloc(0));
  if (isBare || status === 204 || status === 304) return answered(Buffer.alloc(0));
  if (headerOf('transfer-encoding') === 'chunked') {
    if (rest.subarray(-5).toString('latin1') === '0\r\n\r\n') return answered(rest);
    return isOver ? answered(rest) : null;
  }
  const length = Number(headerOf('content-length') || (isOver ? rest.length : Number.NaN));
  return rest.length >= length ? answered(rest.subarray(0, length)) : null;
}
