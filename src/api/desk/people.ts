import type { Context } from 'hono';
import { AddPersonRequest, ChangeRoleRequest } from '../../contract/desk/people.ts';
import {
  changeRole,
  disablePerson,
  inviteAgent,
  listPeople,
  type NotChanged,
  renewAccess,
} from '../../identity/people.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asAdmin } from './as-agent.ts';

/** `GET /api/desk/people` */
export const answerListPeople = asAdmin(async (context, deps) => context.json({ people: await listPeople(deps) }));

/** `POST /api/desk/people`: the only response that ever contains the code. */
export const answerAddPerson = asAdmin(async (context, deps, admin) => {
  const read = await readJson(context, AddPersonRequest);
  if (!read.ok) return read.refusal;
  const added = await inviteAgent(deps, admin, read.request);
  if (added.outcome !== 'added') return problem(context, 'conflict');
  const { id, code, until } = added;
  return context.json({ id, code, until }, 201);
});

/** `POST /api/desk/people/:agent/code`: the only response that ever contains the code. */
export const answerRenewPerson = asAdmin(async (context, deps, admin) => {
  const given = await renewAccess(deps, admin, pathParameter(context, 'agent'));
  if (given.outcome !== 'given') return answerNotChanged(context, given);
  const { code, until } = given;
  return context.json({ code, until }, 201);
});

/** `POST /api/desk/people/:agent/role` */
export const answerChangeRole = asAdmin(async (context, deps, admin) => {
  const read = await readJson(context, ChangeRoleRequest);
  if (!read.ok) return read.refusal;
  const changed = await changeRole(deps, admin, pathParameter(context, 'agent'), read.request.role);
  return changed.outcome === 'changed' ? context.body(null, 204) : answerNotChanged(context, changed);
});

/** `POST /api/desk/people/:agent/disabled` */
export const answerDisablePerson = asAdmin(async (context, deps, admin) => {
  const changed = await disablePerson(deps, admin, pathParameter(context, 'agent'));
  return changed.outcome === 'changed' ? context.body(null, 204) : answerNotChanged(context, changed);
});

function answerNotChanged(context: Context, { outcome }: NotChanged): Response {
  return problem(context, outcome === 'missing' ? 'not-found' : 'conflict');
}
