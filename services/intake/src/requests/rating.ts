export interface Rating {
  readonly stars: number;
  readonly reasons: readonly string[];
  readonly ratedAt: Date;
}

/** One and two stars (非常不满意, 不满意) are a bad rating (差评): it needs a reason, and it is put right. */
export const isBadRating = (stars: number): boolean => stars <= 2;
