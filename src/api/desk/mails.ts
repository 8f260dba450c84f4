import type { Context } from 'hono';
import type { PersonDeps } from '../../channels/email.ts';
import { listLetters } from '../../channels/list-letters.ts';
import { readLetter } from '../../channels/read-letter.ts';
import { giveLetterItsShop, type Settled, setLetterAside, takeLetterAsTicket } from '../../channels/settle-letter.ts';
import { ListMailsQuery, MailRequest, MailShopRequest } from '../../contract/desk/mails.ts';
import { ResendLetterRequest } from '../../contract/desk/read-ticket.ts';
import { recordMailRead, takeRawLetter } from '../../events/record-read.ts';
import { readAgain } from '../../mailbox/read-again.ts';
import { resendLetter } from '../../tickets/resend-letter.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from '../http/check-path.ts';
import { contentDisposition } from '../http/content-disposition.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';
import { readFilters } from './read-filters.ts';

const mailOf = (context: Context) => Number(pathParameter(context, 'mail'));

/** What settling a letter needs. Letters can be read again also where mail is not set up any more. */
function settleDeps(deps: ApiDeps): PersonDeps {
  return { ...deps, readAgain: (mail) => readAgain(deps.store, mail) };
}

/** `GET /api/desk/mails` */
export const answerListMails = asAgent(async (context, { store, mail }) => {
  const read = readFilters(context, ListMailsQuery);
  if (!read.ok) return read.refusal;
  const { fate, cursor } = read.filters;
  const list = await listLetters(store, fate, cursor === undefined ? null : Number(cursor));
  return context.json({ isOn: (mail?.mailboxes.length ?? 0) > 0, ...list });
});

/** `GET /api/desk/mails/:mail` */
export const answerReadMail = asAgent(async (context, deps, { id: actor }) => {
  const letter = await readLetter(settleDeps(deps), mailOf(context));
  if (!letter) return problem(context, 'not-found');
  await recordMailRead(deps, actor, letter.mail.id);
  return context.json(letter);
});

/** `GET /api/desk/mails/:mail/raw` */
export const answerGetMail = asAgent(async (context, deps, { id: actor }) => {
  const id = mailOf(context);
  const raw = await takeRawLetter(deps, actor, id);
  if (!raw) return problem(context, 'not-found');
  return context.body(new Uint8Array(raw), 200, {
    'Content-Type': 'message/rfc822',
    'Content-Disposition': contentDisposition(`list-${id}.eml`),
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
  });
});

/** `POST /api/desk/mails/:mail/shop` */
export const answerGiveMailItsShop = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, MailShopRequest);
  if (!read.ok) return read.refusal;
  const given = { mail: mailOf(context), shop: read.request.shop, actor };
  return answerSettled(context, await giveLetterItsShop(settleDeps(deps), given));
});

/** `POST /api/desk/mails/:mail/take` */
export const answerTakeMail = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, MailRequest);
  if (!read.ok) return read.refusal;
  return answerSettled(context, await takeLetterAsTicket(settleDeps(deps), { mail: mailOf(context), actor }));
});

/** `POST /api/desk/mails/:mail/set-aside` */
export const answerSetMailAside = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, MailRequest);
  if (!read.ok) return read.refusal;
  const settled = await setLetterAside(deps, { mail: mailOf(context), actor });
  return settled.outcome === 'settled' ? context.body(null, 204) : answerSettled(context, settled);
});

/** `POST /api/desk/deliveries/:delivery/resend` */
export const answerResendLetter = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, ResendLetterRequest);
  if (!read.ok) return read.refusal;
  const resent = await resendLetter(deps, { delivery: Number(pathParameter(context, 'delivery')), actor });
  if (resent.outcome === 'changed') return context.body(null, 204);
  if (resent.outcome === 'not-found') return problem(context, 'not-found');
  return problem(context, 'conflict', resent.mail ? { mail: resent.mail } : {});
});

function answerSettled(context: Context, settled: Settled): Response {
  if (settled.outcome === 'settled') return context.json({ fate: settled.fate, number: settled.number });
  return problem(context, settled.code, settled.ticket === undefined ? {} : { ticket: settled.ticket });
}
