/** `DELETE /api/desk/sessions`: ends every session of the agent, on every machine; 204. */
export const signOutEverywhere = { method: 'DELETE', path: '/api/desk/sessions' };
