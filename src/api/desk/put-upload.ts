import { receiveAgentPart } from '../../attachments/receive-agent-part.ts';
import { pathParameter } from '../http/check-path.ts';
import { answerPart, readPart } from '../http/upload-part.ts';
import { asAgent } from './as-agent.ts';

/** `PUT /api/desk/tickets/:number/uploads/:id` */
export const answerPutDeskUpload = asAgent(async (context, deps, { id }) => {
  const read = await readPart(context);
  if (!read.ok) return read.refusal;
  const number = pathParameter(context, 'number');
  return answerPart(context, await receiveAgentPart(deps, read.part, { agent: id, number }));
});
