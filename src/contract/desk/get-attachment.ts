/** `GET /api/desk/attachments/:id`: a file of any ticket, always as a download, never shown by its own type. */
export const getDeskAttachment = { method: 'GET', path: '/api/desk/attachments/:id' };
