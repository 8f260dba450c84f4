import { parseArgs } from 'node:util';
import { fireCannon, flood } from '../deliveries/cannon.ts';
import { BEGINNINGS, type Rally, rally, responders } from '../deliveries/ping-pong.ts';
import { preyOf, rob, tryOldLinks } from '../mailbox/rob.ts';
import { MAIL } from '../support/mail-settings.ts';
import { type Service, service } from '../support/service.ts';

/**
 * Letters of people who want something that is not theirs: to speak for another, to have us write to strangers, or to have
 * us and another program write to each other for ever. Ends with 1 when anybody got anything.
 */

const { values } = parseArgs({
  options: { each: { type: 'string', default: '5000' }, seed: { type: 'string', default: '14' } },
});
const wrong: string[] = [];
const say = (name: string, figures: object) => process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);

async function withService(work: (api: Service) => Promise<void>): Promise<void> {
  const api = await service({ mail: MAIL });
  await work(api);
  await api.discard();
}

await withService(async (api) => {
  const prey = await preyOf(api);
  const robbed = await rob(api, prey);
  const links = await tryOldLinks(api, prey);
  wrong.push(...robbed.wrong, ...links.opened);
  say('forged letters', { letters: robbed.letters, wrong: robbed.wrong.length, fates: robbed.fates });
  say('links that are over', { tries: links.tries, opened: links.opened.length });
});

await withService(async (api) => {
  const { wrong: complaints, ...figures } = await fireCannon(
    api,
    { each: Number(values.each), persons: 300, days: 4 },
    Number(values.seed),
  );
  wrong.push(...new Set(complaints));
  say('cannon', figures);
});

await withService(async (api) => {
  const { wrong: complaints, ...figures } = await flood(api, 700, 60);
  wrong.push(...complaints);
  say('flood', figures);
});

const rallies: Rally[] = [];
for (const responder of responders())
  for (const beginning of BEGINNINGS)
    await withService(async (api) => {
      rallies.push(await rally(api, responder, beginning));
    });
for (const { title, answers } of rallies) if (answers > 2) wrong.push(`${answers} answers to ${title}`);
say('programs that answer', {
  programs: responders().length,
  rallies: rallies.length,
  mostAnswers: Math.max(...rallies.map(({ answers }) => answers)),
  mostAutomatic: Math.max(...rallies.map(({ automatic }) => automatic)),
});

process.stdout.write(wrong.length === 0 ? 'sound\n' : wrong.map((words) => `WRONG ${words}\n`).join(''));
process.exitCode = wrong.length === 0 ? 0 : 1;
