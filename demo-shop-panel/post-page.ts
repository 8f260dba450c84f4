import { createHash } from 'node:crypto';
import { fillPage } from './fill-page.ts';
import type { PostLetter, PostOffice } from './post-office.ts';

const PAGE = '/demo/poczta';
const HOSTS = ['localhost', '127.0.0.1'];
const TEMPLATE = new URL('./pages/demo/poczta.html', import.meta.url);

/** The longest that a visitor's field may be. */
const LONGEST = 5_000;

/** Whether an address can stand in a header: nothing that is more than one, and no line's end. */
const ADDRESS = /^[^\s<>,;:"@]{1,64}@[a-z0-9.-]{1,100}$/i;

/**
 * Answers the page of the demo's mail: what was sent, and fields to write as a customer.
 * @returns null when the request is for something else
 */
export function answerPostPage(request: Request, office: PostOffice): Promise<Response> | Response | null {
  const url = new URL(request.url);
  if (url.pathname.replace(/\/$/, '') !== PAGE || !HOSTS.includes(url.hostname)) return null;
  return request.method === 'POST' ? write(request, office) : show(office, url);
}

async function write(request: Request, office: PostOffice): Promise<Response> {
  // `no-referrer` of the page makes its Origin „null”, so what says where the press was is this header alone.
  const site = request.headers.get('Sec-Fetch-Site') ?? 'none';
  if (!['same-origin', 'none'].includes(site)) return new Response(null, { status: 403 });
  const form = new URLSearchParams(await request.text());
  const field = (name: string) => (form.get(name) ?? '').slice(0, LONGEST).trim();
  const answers = office.letters().find(({ id, way }) => way === 'out' && `${id}` === field('answers')) ?? null;
  const from = answers ? addressOf(answers.to) : field('from');
  const text = field('text');
  if (!ADDRESS.test(from) || text === '') return redirect(`${PAGE}?blad=1`);
  const subject = answers ? `Re: ${answers.subject}` : field('subject') || '(bez tematu)';
  office.write({ from, subject, text, answers });
  return redirect(PAGE);
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}

const addressOf = (person: string) => /<([^<>]+)>/.exec(person)?.[1] ?? person.trim();

function show(office: PostOffice, url: URL): Response {
  const body = fillPage(TEMPLATE, {
    mistake: url.searchParams.has('blad') ? [{}] : [],
    empty: office.letters().length === 0 ? [{}] : [],
    letters: office.letters().map(rowOf),
  });
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return new Response(body, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

function rowOf(letter: PostLetter) {
  const isOut = letter.way === 'out';
  return {
    id: `${letter.id}`,
    way: isOut ? 'Od pomocy' : 'Od klienta',
    kind: letter.way,
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    time: letter.at.toLocaleTimeString('pl-PL', { timeZone: 'Europe/Warsaw', hour: '2-digit', minute: '2-digit' }),
    parts: withLinks(letter.text),
    answer: isOut ? [{ id: `${letter.id}`, from: addressOf(letter.to) }] : [],
  };
}

/** A letter's text with the addresses in it apart, so that they can be links. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    const isLink = index % 2 === 1;
    return { plain: isLink ? [] : [{ words: part }], link: isLink ? [{ url: part }] : [] };
  });
}
