import type { Account } from '../accounts/account.js';
import type { Person, PersonalDataCase } from './personal-data-case.js';

/** The keys that one export's answers are encrypted with; both as JWK in JSON. */
export interface ExportKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

export interface Answer {
  readonly caseId: string;
  readonly service: string;
  readonly part: number;
  readonly parts: number;
  readonly content: string;
}

export abstract class PersonalDataRepository {
  /** Keeps the case and asks the services. Resolves to the one that is still open, if there is one. */
  abstract ask(one: PersonalDataCase, username: string, keys: ExportKeys): Promise<string>;

  /** The account as an erasure must see it, held against changes; undefined when it is out of use already. */
  abstract lockPerson(userId: string): Promise<{ person: Person; account: Account } | undefined>;

  /** Keeps the case; the account is out of use from now on, and nobody knows its password. */
  abstract startErasure(
    one: PersonalDataCase,
    account: Account,
    receiptHash: Buffer,
    passwordHash: string,
  ): Promise<void>;

  /** Asks the services about the erasures whose time has come; says how many. */
  abstract askDue(at: Date): Promise<number>;

  /** Throws away what was not fetched in time. */
  abstract expire(at: Date): Promise<void>;

  /** Keeps a part of an answer, once; the case is done when every service's are all there. */
  abstract keep(answer: Answer, at: Date): Promise<void>;

  abstract listExports(userId: string): Promise<PersonalDataCase[]>;

  /** Services of which something is missing yet. */
  abstract waitingFor(caseId: string): Promise<string[]>;

  abstract findErasure(receiptHash: Buffer): Promise<PersonalDataCase | undefined>;

  abstract answers(caseId: string): Promise<Answer[]>;

  /** One export of the user, held until the transaction ends, with the key that opens it while it is there. */
  abstract lockExport(userId: string, id: string): Promise<{ one: PersonalDataCase; privateKey?: string } | undefined>;

  /** Fetched: the answers and their key are gone. */
  abstract finish(id: string, at: Date): Promise<void>;
}
