/** What an institution has finished, as far as routing saw it. */
export interface TrackRecord {
  /** Cases finished within their limit, and those that were late. */
  readonly met: number;
  readonly missed: number;
  /** Cases finished per working day of late. */
  readonly finishedPerDay: number;
}

/** The past as a decision sees it. What is missing is neutral: it favours nobody. */
export interface PastWork {
  readonly records: ReadonlyMap<string, TrackRecord>;
  /** Who finished the enterprise's last case in the domain. */
  readonly earlierInstitutionId?: string;
}

export const NOTHING_PAST: PastWork = { records: new Map() };
