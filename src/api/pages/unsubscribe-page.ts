import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { Language } from '../../contract/lists.ts';
import { endTicketMail, readUnsubscribe } from '../../tickets/end-ticket-mail.ts';
import type { ApiDeps } from '../api-deps.ts';
import { readLanguage } from '../http/read-language.ts';

/** What the `List-Unsubscribe` of letters names. Its key must not stand in a log, which has the pattern only. */
export const UNSUBSCRIBE_PATH = '/listy/:number/:key';

/** What the page says in one language. */
interface Words {
  title: (number: string) => string;
  question: (number: string) => string;
  /** what stays */
  stays: string;
  button: string;
  done: (number: string) => string;
  missing: string;
  missingAdvice: string;
}

const WORDS: Record<Language, Words> = {
  pl: {
    title: (number) => `Wiadomości o zgłoszeniu ${number}`,
    question: (number) => `Czy przestać wysyłać Ci wiadomości o zgłoszeniu ${number}?`,
    stays:
      'Zgłoszenie zostaje i nadal na nie odpowiadamy. Wiadomości o innych zgłoszeniach będą przychodzić jak dotąd.',
    button: 'Nie wysyłajcie wiadomości',
    done: (number) => `Wiadomości o zgłoszeniu ${number} już nie wysyłamy`,
    missing: 'Ten link niczego nie otwiera',
    missingAdvice: 'Mógł się uciąć przy kopiowaniu. Otwórz go prosto z wiadomości.',
  },
  en: {
    title: (number) => `Messages about ticket ${number}`,
    question: (number) => `Stop sending you messages about ticket ${number}?`,
    stays: 'The ticket stays, and we go on answering it. Messages about other tickets come as before.',
    button: 'Stop the messages',
    done: (number) => `We send no more messages about ticket ${number}`,
    missing: 'This link opens nothing',
    missingAdvice: 'It may have been cut when it was copied. Open it right from the message.',
  },
};

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 48px 16px; font: 16px/1.5 system-ui, sans-serif; color: #1a2124; background: #f1f0ec; }
main { max-width: 560px; margin: 0 auto; padding: 32px; background: #fff; border: 1px solid #dcdad4; border-radius: 12px; }
h1 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; }
p { margin: 0 0 20px; }
p:last-child { margin: 0; }
button { min-height: 44px; padding: 0 20px; font: inherit; font-weight: 600; color: #fff; background: #0f5f63; border: 0; border-radius: 8px; cursor: pointer; }
:focus-visible { outline: 3px solid #0f5f63; outline-offset: 3px; }
@media (prefers-color-scheme: dark) {
  body { color: #eceae6; background: #161a1b; }
  main { background: #1f2526; border-color: #3a4244; }
  button { color: #06201f; background: #6cc5c1; }
  :focus-visible { outline-color: #6cc5c1; }
}`;

const HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Robots-Tag': 'noindex',
};

/** `GET /listy/:number/:key`: asks, or says that it was done, and changes nothing: scanners follow links. */
export async function answerUnsubscribePage(context: Context, deps: ApiDeps): Promise<Response> {
  const address = addressOf(context);
  const found = await readUnsubscribe(deps, address);
  if (!found) return answerMissing(context);
  if (found.isEnded) return answerEnded(context, found.language, address.number);
  const words = WORDS[found.language];
  const body = html`<h1>${words.question(address.number)}</h1>
<p>${words.stays}</p>
<form method="post"><button>${words.button}</button></form>`;
  return context.html(page(found.language, words.title(address.number), body), 200, HEADERS);
}

/** `POST /listy/:number/:key`: ends the mail of the ticket, by the page's button or a mail program's own (RFC 8058). */
export async function answerUnsubscribe(context: Context, deps: ApiDeps): Promise<Response> {
  const address = addressOf(context);
  const ended = await endTicketMail(deps, address);
  if (!ended) return answerMissing(context);
  return answerEnded(context, ended.language, address.number);
}

function answerEnded(context: Context, language: Language, number: string): Response | Promise<Response> {
  const words = WORDS[language];
  const body = html`<h1>${words.done(number)}</h1>
<p>${words.stays}</p>`;
  return context.html(page(language, words.title(number), body), 200, HEADERS);
}

/** What is under `/listy/` and no whole link: a page, as a person follows it from a letter. */
export const UNSUBSCRIBE_REST = '/listy/*';

/** A page in words for what a link of a letter leads to and is not there: it opens nothing. */
export function answerMissing(context: Context): Response | Promise<Response> {
  const language = readLanguage(context);
  const { missing, missingAdvice } = WORDS[language];
  const body = html`<h1>${missing}</h1>
<p>${missingAdvice}</p>`;
  return context.html(page(language, missing, body), 404, HEADERS);
}

function addressOf(context: Context): { number: string; key: string } {
  return { number: context.req.param('number') ?? '', key: context.req.param('key') ?? '' };
}

function page(language: Language, title: string, body: ReturnType<typeof html>): string {
  return String(html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Pomoc online</title>
<style>${raw(STYLE)}</style>
</head>
<body><main>
${body}
</main></body>
</html>`);
}
