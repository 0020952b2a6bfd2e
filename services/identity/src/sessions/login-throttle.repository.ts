import type { ThrottleState } from './login-throttle.js';

export abstract class LoginThrottleRepository {
  abstract find(username: string): Promise<ThrottleState | undefined>;

  /** Counts one more failure, also when many fail at the same instant. */
  abstract recordFailure(username: string, at: Date): Promise<void>;

  /** Forgets the failures of a name, unless it is locked: then its state is returned and stays. */
  abstract forget(username: string, at: Date): Promise<ThrottleState | undefined>;
}
