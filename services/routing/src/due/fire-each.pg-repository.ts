import { isTransient, type Database } from '@nqi/persistence';
import type { Fired } from './due-rows.repository.js';

export interface DueClaim {
  /** Locks one due row that nobody else holds and that is not among the failed; undefined when there is none. */
  readonly claim: (failed: readonly string[]) => Promise<string | undefined>;
  /** Does what is due of a claimed row, in the transaction that holds it. */
  readonly fire: (id: string) => Promise<void>;
}

/** Claims and fires up to `limit` rows one after the other; one that fails does not keep the others waiting. */
export async function fireEach(database: Database, limit: number, { claim, fire }: DueClaim): Promise<Fired> {
  const failed: { id: string; error: unknown }[] = [];
  let done = 0;
  for (let left = limit; left > 0; left -= 1) {
    let claimed: string | undefined;
    try {
      const id = await database.transaction(async () => {
        claimed = await claim(failed.map((each) => each.id));
        if (claimed !== undefined) await fire(claimed);
        return claimed;
      });
      if (id === undefined) break;
      done += 1;
    } catch (error) {
      if (claimed === undefined || isTransient(error)) throw error;
      failed.push({ id: claimed, error });
    }
  }
  return { done, failed };
}
