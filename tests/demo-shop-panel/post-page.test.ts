import { expect, test } from 'vitest';
import {
  ALERT_ADDRESS,
  type PostLetter,
  type PostOffice,
  type WrittenLetter,
} from '../../demo-shop-panel/post-office.ts';
import { answerPostPage } from '../../demo-shop-panel/post-page.ts';
import { toThreads } from '../../demo-shop-panel/post-threads.ts';

const PAGE = 'http://localhost:4100/demo/poczta';

let ids = 0;
function aLetter(otherwise: Partial<PostLetter>): PostLetter {
  ids += 1;
  const between = { from: 'Pomoc shopGold <pomoc@shopgold.localhost>', to: 'anna@poczta.localhost' };
  const content = { subject: 'Pomoc shopGold: potrzebujemy numeru', text: 'Dzień dobry,', html: null, files: [] };
  const ids_ = { id: ids, messageId: `<${ids}@test>`, references: [], replyTo: 'pomoc@shopgold.localhost' };
  return { way: 'out', at: new Date(), ...between, ...content, ...ids_, ...otherwise };
}

const fromAnna = { way: 'in', from: 'anna@poczta.localhost', to: 'pomoc@shopgold.localhost' } as const;

function anOffice(letters: PostLetter[] = []): PostOffice & { written: WrittenLetter[] } {
  const written: WrittenLetter[] = [];
  const write = (letter: WrittenLetter) => Promise.resolve(written.push(letter));
  const mail = {} as PostOffice['mail'];
  return { mail, letters: () => letters, isTaken: () => true, write, written, close: () => Promise.resolve() };
}

async function ask(office: PostOffice, init: RequestInit = {}, address = PAGE): Promise<Response> {
  const response = await answerPostPage(new Request(address, init), office, 'http://zuraw.localhost:4100');
  if (!response) throw new Error('nobody answers');
  return response;
}

function form(fields: Record<string, string>): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: 'POST', body };
}

test('letters stand together with what they answer, with their ticket, and what a stranger is asked with the letter', () => {
  const first = aLetter({ ...fromAnna, subject: 'Koszyk' });
  const question = aLetter({});
  const answer = aLetter({ ...fromAnna, subject: 'Re: …', references: [question.messageId] });
  const receipt = aLetter({ subject: '[1000015] Koszyk' });
  const other = aLetter({ subject: '[1000028] Inne' });
  const late = aLetter({ subject: '[1000015] Pomoc shopGold: odpowiedź może się spóźnić' });
  const ewa = aLetter({ to: 'ewa@poczta.localhost', references: [receipt.messageId] });
  const threads = toThreads([ewa, late, other, receipt, answer, question, first]);
  expect(threads.map(({ person, number, letters }) => [person, number, letters])).toEqual([
    ['ewa@poczta.localhost', null, [ewa]],
    ['anna@poczta.localhost', '1000015', [first, question, answer, receipt, late]],
    ['anna@poczta.localhost', '1000028', [other]],
  ]);
});

test('each letter has its day and time, and whether the service has it', async () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  const letters = [aLetter({ ...fromAnna, at: days(0) }), aLetter({ at: days(1) }), aLetter({ at: days(40) })];
  const page = await (await ask(anOffice(letters))).text();
  expect(page).toMatch(/>dziś \d{1,2}:\d\d<\/time>, pomoc odebrała/);
  expect(page).toMatch(/>wczoraj \d{1,2}:\d\d<\/time><\/span>/);
  expect(page).toMatch(/>\d{1,2} [a-zźń]+, \d{1,2}:\d\d<\/time>/);
});

test('a customer answers what came to them; what came to our own people on duty nobody answers', async () => {
  const receipt = aLetter({ subject: '[1000015] Koszyk' });
  const office = anOffice([receipt]);
  const file = new FormData();
  file.set('answers', `${receipt.id}`);
  file.set('text', 'Tak.');
  file.set('file', new File(['x'], 'zrzut.png', { type: 'image/png' }));
  const sent = await ask(office, { method: 'POST', body: file });
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/demo/poczta?wyslano=1#wyslano']);
  expect(office.written).toMatchObject([
    { from: 'anna@poczta.localhost', subject: 'Re: [1000015] Koszyk', text: 'Tak.', file: { name: 'zrzut.png' } },
  ]);
  expect(await (await ask(office)).text()).toContain('Odpowiedz jak klient');
  const alert = anOffice([aLetter({ to: ALERT_ADDRESS, subject: 'Awaria poza godzinami' })]);
  expect(await (await ask(alert)).text()).not.toContain('Odpowiedz jak klient');
});

test('what was typed stays when it cannot be sent', async () => {
  const office = anOffice();
  const response = await ask(office, form({ from: 'anna', subject: 'Mój <temat>', text: 'Długi opis' }));
  expect(response.status).toBe(422);
  const page = await response.text();
  expect(page).toContain('Podaj adres e-mail');
  for (const typed of ['value="anna"', 'value="Mój &lt;temat&gt;"', 'Długi opis</textarea>'])
    expect(page).toContain(typed);
  expect(office.written).toEqual([]);
});

test('nobody writes from another site, and no other method does anything', async () => {
  const office = anOffice([aLetter({ html: '<p>x</p>' })]);
  const elsewhere = { ...form({ from: 'a@b.localhost', text: 'x' }), headers: { 'Sec-Fetch-Site': 'cross-site' } };
  expect((await ask(office, elsewhere)).status).toBe(403);
  for (const method of ['PUT', 'DELETE']) expect((await ask(office, { method })).status).toBe(405);
  expect((await ask(office, { method: 'POST' }, `${PAGE}/${ids}`)).status).toBe(405);
  expect(await (await ask(office, {}, `${PAGE}/${ids}`)).text()).toBe('<p>x</p>');
  expect((await ask(office, {}, `${PAGE}/0`)).status).toBe(404);
  expect(answerPostPage(new Request('http://zuraw.localhost/demo/poczta'), office, '')).toBeNull();
  expect(office.written).toEqual([]);
});
