import {
  alreadySignedUp,
  listFull,
  notSignedUp,
  signUpOver,
  tooEarly,
  tooLate,
  trainingCancelled,
} from './training.errors.js';

export type TrainingStatus = 'OPEN' | 'CANCELLED';
export const SIGN_UP_STATUSES = ['CONFIRMED', 'WAITING', 'LEFT', 'ATTENDED', 'ABSENT'] as const;
export type SignUpStatus = (typeof SIGN_UP_STATUSES)[number];

/** A training or event (培训与活动). */
export interface Training {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  /** Office that gives it. */
  readonly hostCode: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly signUpUntil: Date;
  /** Seats. */
  readonly capacity: number;
  readonly status: TrainingStatus;
  readonly cancelledFor?: string;
  readonly version: number;
}

/** An enterprise's seats; whom it sends is its own business. */
export interface SignUp {
  readonly id: string;
  readonly enterpriseUscc: string;
  readonly enterpriseName: string;
  readonly seats: number;
  readonly status: SignUpStatus;
  readonly signedUpAt: Date;
}

export type NewSignUp = Omit<SignUp, 'status'>;

/** Whoever stands further back has no hope left. */
const LONGEST_WAITING_LIST = 500;

/**
 * The seats of one training. Nobody overtakes on the waiting list: while one waits, whoever comes later waits too, and
 * seats that fall free go to the first as soon as all of its seats are there.
 */
export class TrainingBook {
  private signUps: readonly SignUp[];

  /** `signUps` are those that stand, in the order in which they came. */
  constructor(
    private training: Training,
    signUps: readonly SignUp[],
  ) {
    this.signUps = signUps;
  }

  get state(): { readonly training: Training; readonly signUps: readonly SignUp[] } {
    return { training: this.training, signUps: this.signUps };
  }

  signUp(wish: NewSignUp, now: Date): void {
    this.assertOpen();
    if (now > this.training.signUpUntil) throw signUpOver();
    if (this.signUps.some(({ enterpriseUscc }) => enterpriseUscc === wish.enterpriseUscc)) throw alreadySignedUp();
    const waiting = this.signUps.filter(({ status }) => status === 'WAITING').length;
    if (waiting >= LONGEST_WAITING_LIST) throw listFull();
    const status = waiting === 0 && wish.seats <= this.free ? 'CONFIRMED' : 'WAITING';
    this.signUps = [...this.signUps, { ...wish, status }];
  }

  /** Gives the seats back, to whoever waits. */
  leave(enterpriseUscc: string, now: Date): void {
    this.assertOpen();
    if (now >= this.training.startsAt) throw tooLate();
    if (!this.signUps.some((each) => each.enterpriseUscc === enterpriseUscc)) throw notSignedUp();
    this.set((each) => each.enterpriseUscc === enterpriseUscc, 'LEFT');
    for (;;) {
      const first = this.signUps.find(({ status }) => status === 'WAITING');
      if (!first || first.seats > this.free) return;
      this.set(({ id }) => id === first.id, 'CONFIRMED');
    }
  }

  /** Says once it has begun who came; may be put right. */
  attend(signUpId: string, attended: boolean, now: Date): void {
    this.assertOpen();
    if (now < this.training.startsAt) throw tooEarly();
    const found = this.signUps.find(({ id }) => id === signUpId);
    if (!found || !['CONFIRMED', 'ATTENDED', 'ABSENT'].includes(found.status)) throw notSignedUp();
    this.set(({ id }) => id === signUpId, attended ? 'ATTENDED' : 'ABSENT');
  }

  cancel(reason: string, now: Date): void {
    this.assertOpen();
    if (now >= this.training.startsAt) throw tooLate();
    this.training = { ...this.training, status: 'CANCELLED', cancelledFor: reason };
  }

  private get free(): number {
    const taken = this.signUps.filter(({ status }) => status === 'CONFIRMED');
    return taken.reduce((left, { seats }) => left - seats, this.training.capacity);
  }

  private set(which: (signUp: SignUp) => boolean, status: SignUpStatus): void {
    this.signUps = this.signUps.map((each) => (which(each) ? { ...each, status } : each));
  }

  private assertOpen(): void {
    if (this.training.status === 'CANCELLED') throw trainingCancelled();
  }
}
