import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A letter as a server got it. */
export interface GotLetter {
  envelope: { from: string; to: string[] };
  raw: string;
  /** the header fields by their names in lower case, unfolded */
  header: Record<string, string>;
  body: string;
}

/** What a test's server answers: nothing for yes, or an error with the code and words of the answer. */
export interface Script {
  mailFrom?: (address: string) => Error | undefined;
  rcptTo?: (address: string) => Error | undefined;
  data?: (letter: GotLetter) => Error | undefined | Promise<Error | undefined>;
  auth?: (user: string, password: string) => boolean;
}

/** An answer of the server with its code, such as `550 5.1.1 No such user`. */
export function answer(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

/** A sender that dies within a letter hears no answer, and the letter is none. */
const hangUp = () => undefined;

/** A real SMTP server that keeps what it accepts. @param at its port; a free one unless given */
export async function startSmtpServer(script: Script = {}, options: SMTPServerOptions = {}, at = 0) {
  const letters: GotLetter[] = [];
  const server = new SMTPServer({
    authOptional: script.auth === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    ...options,
    onAuth: ({ username, password }, _session, done) =>
      script.auth?.(username ?? '', password ?? '') === false
        ? done(answer(535, '5.7.8 Authentication failed'))
        : done(null, { user: username ?? '' }),
    onMailFrom: ({ address }, _session, done) => done(script.mailFrom?.(address)),
    onRcptTo: ({ address }, _session, done) => done(script.rcptTo?.(address)),
    onData: (stream, session, done) => {
      void buffer(stream).then(async (bytes) => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const letter = toLetter(bytes.toString('utf8'), { from, to: rcptTo.map(({ address }) => address) });
        const refusal = await script.data?.(letter);
        if (!refusal) letters.push(letter);
        done(refusal);
      }, hangUp);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => {
    server.listen(at, '127.0.0.1', listening);
  });
  const { port } = server.server.address() as { port: number };
  return { port, letters, script, close: () => new Promise<void>((closed) => server.close(() => closed())) };
}

function toLetter(raw: string, envelope: GotLetter['envelope']): GotLetter {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const header = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { envelope, raw, header, body: raw.slice(end + 4) };
}
