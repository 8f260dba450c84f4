import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Encodable = Parameters<typeof isoCBOR.encode>[0];

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

interface Options {
  challenge: string;
  rp?: { id?: string };
  rpId?: string;
  user?: { id: string };
}

/** What a test changes of an honest answer. */
export interface Otherwise {
  origin?: string;
  rpId?: string;
  challenge?: string;
  counter?: number;
  isVerified?: boolean;
  userHandle?: string;
  type?: string;
}

/** An authenticator in software with one passkey (ES256): answers as a browser would, honestly or not. */
export class SoftAuthenticator {
  readonly #key: KeyObject;
  readonly #publicKey: { x: Uint8Array; y: Uint8Array };
  readonly #id = randomBytes(16);
  readonly #origin: string;
  #userHandle = '';
  #counter = 0;

  constructor(origin = 'http://localhost:4100') {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#publicKey = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
    this.#origin = origin;
  }

  /** Answers the options of `navigator.credentials.create`. */
  create(options: Options, otherwise: Otherwise = {}) {
    this.#userHandle = options.user?.id ?? '';
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(this.#publicKey.x)],
      [-3, new Uint8Array(this.#publicKey.y)],
    ]);
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, isoCBOR.encode(key as Encodable)]);
    const authData = Buffer.concat([this.#authData(options.rp?.id ?? '', 0x40, otherwise), attested]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, otherwise),
        attestationObject: base64url(isoCBOR.encode(attestation as Encodable)),
        transports: ['internal'],
      },
    };
  }

  /** Answers the options of `navigator.credentials.get`. */
  get(options: Options, otherwise: Otherwise = {}) {
    this.#counter += 1;
    const authData = this.#authData(options.rpId ?? '', 0, otherwise);
    const clientDataJSON = this.#clientData('webauthn.get', options.challenge, otherwise);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON,
        authenticatorData: base64url(authData),
        signature: base64url(sign('sha256', signed, this.#key)),
        userHandle: otherwise.userHandle ?? this.#userHandle,
      },
    };
  }

  #credential() {
    const id = base64url(this.#id);
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
  }

  #authData(rpId: string, flags: number, otherwise: Otherwise): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(otherwise.counter ?? this.#counter);
    const verified = otherwise.isVerified === false ? 0x01 : 0x05;
    return Buffer.concat([sha256(otherwise.rpId ?? rpId), Buffer.from([verified | flags]), counter]);
  }

  #clientData(type: string, challenge: string, otherwise: Otherwise): string {
    const data = {
      type: otherwise.type ?? type,
      challenge: otherwise.challenge ?? challenge,
      origin: otherwise.origin ?? this.#origin,
      crossOrigin: false,
    };
    return base64url(Buffer.from(JSON.stringify(data)));
  }
}
