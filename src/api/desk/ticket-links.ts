import { MakeTicketCodeRequest } from '../../contract/desk/ticket-links.ts';
import { makeTicketCode, revokeLinksByAgent } from '../../tickets/ticket-links.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';

/** `DELETE …/links` */
export const answerRevokeDeskLinks = asAgent(async (context, deps, { id: actor }) => {
  const action = { number: pathParameter(context, 'number'), actor, author: null };
  return (await revokeLinksByAgent(deps, action)) ? context.body(null, 204) : problem(context, 'not-found');
});

/** `POST …/code`: the only response that ever contains the code. */
export const answerMakeTicketCode = asAgent(async (context, deps, { id: actor }) => {
  const read = await readJson(context, MakeTicketCodeRequest);
  if (!read.ok) return read.refusal;
  const made = await makeTicketCode(deps, { number: pathParameter(context, 'number'), actor, author: null });
  return made ? context.json({ ...made, url: `${deps.publicUrl}/z/` }, 201) : problem(context, 'not-found');
});
