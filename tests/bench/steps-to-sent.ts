import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { sharedChromium } from '../support/chromium.ts';
import { startDemo } from '../support/demo.ts';

/**
 * What somebody does from the press on the entry to a ticket that is sent, in five stories: steps (fields and choices they
 * must see to), presses (clicks and keys that are not text), and seconds by the keystroke-level model of Card, Moran and
 * Newell: 0.28 s a key, 1.3 s a press of the pointer (1.1 to point, 0.2 to press), 1.35 s of thought a step. The run is
 * real: each story ends with what the page says of a ticket that is sent, or it fails.
 *
 * `node tests/bench/steps-to-sent.ts --bench FOLDER`, with the bench's peers built; without it, ours alone.
 */
const { values } = parseArgs({ options: { bench: { type: 'string' }, old: { type: 'boolean', default: false } } });

const SECONDS = { key: 0.28, pointer: 1.3, thought: 1.35 };

interface Story {
  name: string;
  title: string;
  text: string;
  topic: string;
  fact?: string;
  file?: true;
}

const EMAIL = 'biuro@sklep.pl';
const FILE = {
  name: 'plik.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const STORIES: Story[] = [
  {
    name: 'a setting',
    title: 'Próg darmowej dostawy',
    text: 'Gdzie ustawić próg darmowej dostawy tylko dla paczkomatów?',
    topic: 'configuration',
  },
  {
    name: 'daily work, with a file',
    title: 'Raport sprzedaży',
    text: 'Raport sprzedaży za listopad pokazuje zamówienia dwa razy.',
    topic: 'running',
    file: true,
  },
  {
    name: 'an outage',
    title: 'Nie da się zamówić',
    text: 'Klienci nie mogą złożyć zamówienia, sklep nie działa od rana.',
    topic: 'outage',
    fact: 'Klienci nie mogą złożyć zamówienia',
  },
  {
    name: 'outside support',
    title: 'Plik CSV z hurtowni',
    text: 'Sprawdźcie plik CSV z hurtowni, import staje na wierszu 3217.',
    topic: 'N8',
  },
  {
    name: 'nothing fits',
    title: 'Pytanie o fakturę',
    text: 'Czy mogę prosić o duplikat faktury za zakup programu?',
    topic: 'other',
  },
];

/** Somebody at the page, whose steps and presses are counted. */
class Person {
  steps = 0;
  presses = 0;
  keys = 0;
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async press(selector: string): Promise<void> {
    this.presses++;
    await this.page.locator(selector).first().click();
  }
  async write(selector: string, text: string): Promise<void> {
    this.steps++;
    await this.press(selector);
    this.keys += text.length;
    await this.page.locator(selector).first().pressSequentially(text);
  }
  get seconds(): number {
    return this.keys * SECONDS.key + this.presses * SECONDS.pointer + this.steps * SECONDS.thought;
  }
}

async function addFile(person: Person, button: string): Promise<void> {
  person.steps++;
  const chooser = person.page.waitForEvent('filechooser');
  await person.press(button);
  await (await chooser).setFiles(FILE);
  person.presses++; // on the file in the system's window
}

const DONE = 'h2:has-text("Zgłoszenie zostało wysłane"), h2:has-text("Mamy Twoje zgłoszenie")';

/** The form of this build: what happens first; title and topic follow, and are looked at. */
async function ours(person: Person, story: Story): Promise<void> {
  const { page } = person;
  await person.press('#PomocOnline');
  person.steps++;
  person.keys += story.text.length; // the cursor stands there
  await page.locator('textarea[name=description]').pressSequentially(story.text);
  if (story.file) await addFile(person, 'button:has-text("Dodaj plik")');
  person.steps += 2; // title and topic are read
  await page.locator('.topics strong').waitFor();
  await page.waitForTimeout(700);
  if (story.topic.startsWith('N')) await person.press('button:has-text("Tak, ")');
  if (story.fact) {
    person.steps++;
    await person.press(`label:has-text("${story.fact}"):has(input[type=checkbox])`);
  }
  await person.write('input[name=email]', EMAIL);
  await person.press('button[type=submit]');
  await page.locator(DONE).waitFor();
}

/** The form of the commit before: topic, title, description. */
async function before(person: Person, story: Story): Promise<void> {
  const { page } = person;
  await person.press('#PomocOnline');
  await page.locator('option[value=configuration]').waitFor({ state: 'attached' });
  person.steps++;
  person.presses += 2; // the list, and the line in it
  await page.locator('select[name=topic]').selectOption(story.topic);
  if (story.fact) {
    person.steps++;
    await person.press(`label:has-text("${story.fact}")`);
  }
  await person.write('input[name=subject]', story.title);
  await person.write('textarea[name=description]', story.text);
  if (story.file) await addFile(person, 'button:has-text("Dodaj plik")');
  await person.write('input[name=email]', EMAIL);
  await person.press('button[type=submit]');
  await page.locator(DONE).waitFor();
}

/** Sentry's feedback: it asks for no topic and no title; a file is a screenshot of its own making only. */
async function sentry(person: Person, story: Story): Promise<void> {
  await person.press('.widget__actor');
  await person.write('#email', EMAIL);
  await person.write('#message', story.text);
  await person.press('button[type=submit], .btn--primary');
  await person.page.locator('.success__message, .success__content').first().waitFor();
}

/** PostHog's conversations: who one is, then a chat. */
async function posthog(person: Person, story: Story): Promise<void> {
  const box = '#ph-conversations-widget-container';
  await person.press(`${box} button`);
  await person.write(`${box} input[type=email]`, EMAIL);
  await person.press(`${box} form button[type=submit], ${box} button[type=submit]`);
  await person.write(`${box} textarea`, story.text);
  await person.press(`${box} button[aria-label*="end"]`);
  await person.page.locator(box).getByText(story.text).waitFor();
}

const rows: string[] = [];

async function run(
  name: string,
  url: string,
  drive: (person: Person, story: Story) => Promise<void>,
  page: () => Promise<{ page: Page; end: () => Promise<unknown> }>,
): Promise<void> {
  for (const story of STORIES) {
    const visit = await page();
    await visit.page.goto(url);
    const person = new Person(visit.page);
    const outcome = await drive(person, story).then(
      () => `${person.steps} | ${person.presses} | ${person.seconds.toFixed(0)}`,
      (error: Error) => `failed: ${error.message.split('\n')[0]}`,
    );
    rows.push(
      `| ${story.name} | ${name} | ${outcome} |${story.file && drive !== ours && drive !== before ? ' without it' : ''}`,
    );
    await visit.end();
  }
}

const demo = await startDemo();
await run(values.old ? 'the commit before' : 'Pomoc online', demo.url('zuraw'), values.old ? before : ours, () =>
  demo.visit(),
);
await demo.close();

for (const [contestant, drive] of [
  ['sentry-async-bare', sentry],
  ['posthog-conversations', posthog],
] as const) {
  if (!values.bench || !existsSync(join(values.bench, 'contestants', contestant))) continue;
  const folder = join(values.bench, 'contestants', contestant);
  const { serve } = await import(join(values.bench, 'server.mjs'));
  const adapter = JSON.parse(readFileSync(join(folder, 'adapter.json'), 'utf8'));
  const server = await serve(folder, adapter);
  const browser = await sharedChromium();
  await run(contestant, server.origin, drive, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    return { page, end: () => context.close() };
  });
  server.close();
}
process.stdout.write(
  `| story | form | steps | presses | seconds |\n| --- | --- | --: | --: | --: |\n${rows.toSorted().join('\n')}\n`,
);
process.exit(0);
