/** `GET /attachments/:id`: a file of a thread, always as a download. For the ticket's token or its shop's session. */
export const getAttachment = { method: 'GET', path: '/api/v1/attachments/:id' };

/** `GET /api/desk/attachments/:id`: a file of any ticket, always as a download, never shown by its own type. */
export const getDeskAttachment = { method: 'GET', path: '/api/desk/attachments/:id' };
