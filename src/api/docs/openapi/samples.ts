/** Values shared by the examples. None belongs to a real person or shop. */
export const SAMPLE = {
  number: '1000015',
  supportNumber: '7KcWt9Ru',
  installUrl: 'https://www.ksiegarnia-zuraw.pl',
  token: 'ZXhhbXBsZV90aWNrZXRfdG9rZW5fb2ZfMjU2X2JpdHM',
  uploadId: 'ZXhhbXBsZV91cGxvYWQxMg',
  idempotencyKey: '0f8c3a52-6d1e-4b7a-9c25-3e8f1b0a7d64',
  receivedAt: '2026-11-22T09:00:00Z',
  answerBy: '2026-11-25T09:00:00Z',
} as const;

/** The shop of the examples, as requests without a session name it. */
export const SAMPLE_SHOP = { supportNumber: SAMPLE.supportNumber, installUrl: SAMPLE.installUrl };

/** What a panel signs: it proves nothing. */
export const SAMPLE_ASSERTION =
  'eyJhbGciOiJIUzI1NiIsImtpZCI6ImV4YW1wbGUifQ.eyJhdWQiOiJwb21vYy1vbmxpbmUifQ.c2lnbmF0dXJl';
