import { maskPhone, normalizePhone } from '@nqi/kernel';
import { FieldCipher } from './field-cipher.js';
import { loadFieldCipher } from './field-keys-file.js';
import { SettingsReader } from './settings.js';

const SEALED = /^enc:[^:]+:[^:]+:(.*)$/s;

/**
 * The telephone of a request's contact as it lies in tables and travels in events: sealed, bound to its request, and
 * behind that what everybody may see of it, so that a list needs no key. All services that keep it share the keys.
 */
export class ContactPhones {
  constructor(private readonly cipher: FieldCipher) {}

  seal(phone: string, requestId: string): string {
    const shown = maskPhone(phone);
    return `${this.cipher.seal(normalizePhone(phone), placeOf(requestId, shown))}:${shown}`;
  }

  /** The telephone itself; one from before sealing is returned as it is. Throws when it was tampered with or moved. */
  open(stored: string, requestId: string): string {
    return this.cipher.open(stored, placeOf(requestId, shownPhone(stored)));
  }

  /** As it came, or sealed when it came in clear. */
  kept(given: string, requestId: string): string {
    return SEALED.test(given) ? given : this.seal(given, requestId);
  }

  /** The same telephone under the key of now. */
  reseal(stored: string, requestId: string): string {
    return this.seal(this.open(stored, requestId), requestId);
  }
}

/** What everybody may see of a stored telephone. */
export const shownPhone = (stored: string): string => SEALED.exec(stored)?.[1] ?? maskPhone(stored);

/** The cipher of `CONTACT_KEY_FILE`, which intake and routing read alike; made when it is missing. */
const loadContactCipher = (): Promise<FieldCipher> => {
  const read = new SettingsReader();
  return loadFieldCipher(read.finish(read.text('CONTACT_KEY_FILE')));
};

/** What a service that keeps such telephones provides. */
export const CONTACT_PROVIDERS = [
  { provide: FieldCipher, useFactory: () => loadContactCipher() },
  { provide: ContactPhones, inject: [FieldCipher], useFactory: (cipher: FieldCipher) => new ContactPhones(cipher) },
];

const placeOf = (requestId: string, shown: string): string => `request.contact_phone/${requestId}/${shown}`;
