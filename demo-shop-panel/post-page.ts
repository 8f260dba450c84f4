import { createHash } from 'node:crypto';
import { fillPage, type Values } from './fill-page.ts';
import { ALERT_ADDRESS, type PostLetter, type PostOffice } from './post-office.ts';
import { addressOf, type PostThread, toThreads } from './post-threads.ts';

const PAGE = '/demo/poczta';
/** A letter alone, as a mail program shows it. */
const LETTER = /^\/demo\/poczta\/(\d+)$/;
const HOSTS = ['localhost', '127.0.0.1'];
const TEMPLATE = new URL('./pages/demo/poczta.html', import.meta.url);

/** The longest that a visitor's field may be, and the largest file in bytes. */
const LONGEST = 5_000;
const LARGEST = 10 * 1024 * 1024;

/** Whether an address can stand in a header: nothing that is more than one, and no line's end. */
const ADDRESS = /^[^\s<>,;:"@]{1,64}@[a-z0-9.-]{1,100}$/i;

/** What a visitor typed into the form of a new letter. */
interface Typed {
  from: string;
  subject: string;
  text: string;
}

/**
 * Answers the page of the demo's mail: what was sent, and fields to write as a customer.
 * @param shopUrl a shop of the demo, which the first letter names
 * @returns null when the request is for something else
 */
export function answerPostPage(
  request: Request,
  office: PostOffice,
  shopUrl: string,
): Promise<Response> | Response | null {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\/$/, '');
  const [, id] = LETTER.exec(path) ?? [];
  if ((path !== PAGE && id === undefined) || !HOSTS.includes(url.hostname)) return null;
  const isRead = ['GET', 'HEAD'].includes(request.method);
  if (id !== undefined && isRead) return showLetter(office.letters().find((letter) => `${letter.id}` === id));
  if (isRead) return show(office, { first: firstLetter(shopUrl), sent: url.searchParams.get('wyslano') });
  if (id === undefined && request.method === 'POST') return write(request, office, firstLetter(shopUrl));
  return new Response(null, { status: 405, headers: { Allow: id === undefined ? 'GET, HEAD, POST' : 'GET, HEAD' } });
}

/** A letter with number and address, as who has the panel before them writes it. */
function firstLetter(shopUrl: string): Typed {
  return {
    from: 'anna@poczta.localhost',
    subject: 'Darmowa dostawa',
    text: `Gdzie ustawić próg darmowej dostawy?\n\nNumer pomocy: 7KcWt9Ru\nSklep: ${shopUrl}`,
  };
}

async function write(request: Request, office: PostOffice, first: Typed): Promise<Response> {
  // `no-referrer` of the page makes its Origin „null”, so what says where the press was is this header alone.
  const site = request.headers.get('Sec-Fetch-Site') ?? 'none';
  if (!['same-origin', 'none'].includes(site)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, LONGEST).trim() : '';
  };
  const answers = office.letters().find(({ id, way }) => way === 'out' && `${id}` === field('answers')) ?? null;
  const typed = { from: field('from'), subject: field('subject'), text: field('text') };
  const from = answers ? addressOf(answers.to) : typed.from;
  const file = await fileOf(form.get('file'));
  const mistake = mistakeOf(from, typed.text, file);
  if (mistake) return show(office, { first: answers ? first : typed, mistake });
  const subject = answers ? `Re: ${answers.subject.replace(/^Re: /, '')}` : typed.subject || '(bez tematu)';
  const id = await office.write({ from, subject, text: typed.text, file, answers });
  const location = `${PAGE}?wyslano=${id}#wyslano`;
  return new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } });
}

async function fileOf(value: string | File | null) {
  if (!(value instanceof File) || value.size === 0) return null;
  return { name: value.name, type: value.type, content: new Uint8Array(await value.arrayBuffer()) };
}

function mistakeOf(from: string, text: string, file: { content: Uint8Array } | null): string | null {
  if (!ADDRESS.test(from)) return 'Podaj adres e-mail, na przykład anna@poczta.localhost.';
  if (text === '') return 'Wpisz treść listu.';
  return file && file.content.length > LARGEST ? 'Wybierz plik do 10 MB.' : null;
}

interface Shown {
  /** what stands in the form of a new letter */
  first: Typed;
  /** the id of the letter that was just sent */
  sent?: string | null;
  mistake?: string;
}

function show(office: PostOffice, { first, sent = null, mistake }: Shown): Response {
  const threads = toThreads(office.letters());
  const body = fillPage(TEMPLATE, {
    ...first,
    title: mistake ? 'Nie wysłano – ' : sent ? 'Wysłano – ' : '',
    mistake: mistake ? [{ words: mistake }] : [],
    sent: sent ? [{}] : [],
    empty: threads.length === 0 ? [{}] : [],
    threads: threads.map((thread, place) => rowOfThread(thread, office, place === 0)),
  });
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(body) ?? [];
  return page(body, `'sha256-${createHash('sha256').update(style).digest('base64')}'`, mistake ? 422 : 200);
}

/** Its own styles stand at its elements; it asks for nothing from anywhere. */
function showLetter(letter: PostLetter | undefined): Response {
  return letter?.html ? page(letter.html, "'unsafe-inline'") : new Response(null, { status: 404 });
}

function page(body: string, style: string, status = 200): Response {
  const policy = [
    "default-src 'none'",
    `style-src ${style}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** @param isNewest its last letter is open; all others show their first words */
function rowOfThread({ person, number, letters }: PostThread, office: PostOffice, isNewest: boolean): Values {
  const isAlert = person === ALERT_ADDRESS;
  const answered = isAlert ? undefined : letters.findLast(({ way }) => way === 'out');
  return {
    id: `${letters[0]?.id ?? 0}`,
    person,
    role: isAlert ? 'Dyżur pomocy' : 'Skrzynka klienta',
    subject: letters.at(-1)?.subject.replace(/^Re: /, '') ?? '',
    desk: number === null ? [] : [{ number }],
    letters: letters.map((letter, place) => rowOf(letter, office, isNewest && place === letters.length - 1)),
    answer: answered ? [{ answered: `${answered.id}` }] : [],
  };
}

function rowOf(letter: PostLetter, office: PostOffice, isOpen: boolean): Values {
  const isOut = letter.way === 'out';
  return {
    id: `${letter.id}`,
    kind: letter.way,
    open: isOpen ? [{}] : [],
    who: isOut ? 'Pomoc' : addressOf(letter.from),
    to: letter.to,
    subject: letter.subject,
    time: timeOf(letter.at, new Date()),
    begins: letter.text.replace(/^Dzień dobry,\s*/, '').slice(0, 120),
    iso: letter.at.toISOString(),
    state: isOut ? [] : [{ words: office.isTaken(letter) ? 'pomoc odebrała' : 'czeka w skrzynce pomocy' }],
    parts: withLinks(letter.text),
    files: letter.files.map((name) => ({ name })),
    html: letter.html ? [{ address: `${PAGE}/${letter.id}` }] : [],
  };
}

const IN_WARSAW = { timeZone: 'Europe/Warsaw' } as const;

/** „dziś 9:05”, „wczoraj 9:05”, „28 listopada, 9:05”. */
function timeOf(at: Date, now: Date): string {
  const clock = at.toLocaleTimeString('pl-PL', { ...IN_WARSAW, hour: 'numeric', minute: '2-digit' });
  const dayOf = (date: Date) => date.toLocaleDateString('pl-PL', { ...IN_WARSAW, day: 'numeric', month: 'long' });
  if (dayOf(at) === dayOf(now)) return `dziś ${clock}`;
  return dayOf(at) === dayOf(new Date(now.getTime() - 86_400_000)) ? `wczoraj ${clock}` : `${dayOf(at)}, ${clock}`;
}

/** A letter's text with the addresses in it apart, so that they can be links. */
function withLinks(text: string): Values[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    const isLink = index % 2 === 1;
    return { plain: isLink ? [] : [{ words: part }], link: isLink ? [{ url: part }] : [] };
  });
}
