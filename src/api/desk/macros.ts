import type { Context } from 'hono';
import {
  AddMacroRequest,
  ArchiveMacroRequest,
  ChangeMacroRequest,
  OrderMacrosRequest,
} from '../../contract/desk/change-macro.ts';
import { addMacro, archiveMacro, changeMacro, type MacroChanged, orderMacros } from '../../macros/change-macros.ts';
import { listArchived, listMacros } from '../../macros/list-macros.ts';
import { readVendorSettings } from '../../vendor-settings/vendor-settings.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readIdempotencyKey } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { asAgent } from './as-agent.ts';

/** `GET /api/desk/macros` */
export const answerListMacros = asAgent(async (context, { store, firstSettings }) => {
  const { updates, signature } = await readVendorSettings(store, firstSettings);
  return context.json({ macros: await listMacros(store, updates), signature });
});

/** `GET /api/desk/macros/archived` */
export const answerListArchivedMacros = asAgent(async (context, { store }) =>
  context.json({ macros: await listArchived(store) }),
);

/** `POST /api/desk/macros` */
export const answerAddMacro = asAgent(async (context, deps, agent) => {
  const key = readIdempotencyKey(context);
  if (!key) return problem(context, 'idempotency-key-missing');
  const read = await readJson(context, AddMacroRequest);
  if (!read.ok) return read.refusal;
  const added = await addMacro(deps, agent.id, key, read.request);
  if (added.outcome === 'added') return context.json(added.macro, 201);
  return problem(context, added.outcome === 'key-reused' ? 'idempotency-key-reused' : added.outcome);
});

/** `POST /api/desk/macros/:macro` */
export const answerChangeMacro = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, ChangeMacroRequest);
  if (!read.ok) return read.refusal;
  return answerChanged(context, await changeMacro(deps, agent.id, pathParameter(context, 'macro'), read.request));
});

/** `POST /api/desk/macros/:macro/archived` */
export const answerArchiveMacro = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, ArchiveMacroRequest);
  if (!read.ok) return read.refusal;
  return answerChanged(
    context,
    await archiveMacro(deps, agent.id, pathParameter(context, 'macro'), read.request.isArchived),
  );
});

/** `POST /api/desk/macros/order` */
export const answerOrderMacros = asAgent(async (context, deps, agent) => {
  const read = await readJson(context, OrderMacrosRequest);
  if (!read.ok) return read.refusal;
  return answerChanged(context, await orderMacros(deps, agent.id, read.request.ids));
});

function answerChanged(context: Context, changed: MacroChanged): Response {
  return changed === 'changed' ? context.body(null, 204) : problem(context, changed);
}
