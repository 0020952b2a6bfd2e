import { WorkingCalendar, type OfficeClosure, type OfficeShift, type OfficeWindow } from '@nqi/kernel';

export interface PublishedDay {
  readonly date: string;
  readonly type: 'holiday' | 'makeup_workday';
  readonly name: { readonly zh: string; readonly en: string };
}

/** Where one office's hours differ from the common ones. */
export interface OwnHours {
  readonly windows?: readonly OfficeWindow[];
  readonly shifts?: readonly OfficeShift[];
  readonly closures?: readonly OfficeClosure[];
}

export interface CalendarContent {
  readonly days: readonly PublishedDay[];
  readonly coverageFrom: string;
  readonly coverageUntil: string;
  readonly windows: readonly OfficeWindow[];
  /** Of offices that keep hours of their own, by code. */
  readonly offices: Readonly<Record<string, OwnHours>>;
  /** Where the days of a year were announced, by year. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * One edition of the calendar: what was announced, what offices keep of their own, and the working time derived from
 * it. An edition never changes; a correction is the next one.
 */
export class CalendarEdition {
  readonly working: WorkingCalendar;
  private readonly ofOffices = new Map<string, WorkingCalendar>();

  /** Throws `invalid` when the hours or days make no calendar. */
  constructor(
    readonly version: number,
    readonly content: CalendarContent,
  ) {
    const { days, coverageFrom, coverageUntil, windows, offices } = content;
    const common = { days, coverageFrom, coverageUntil, windows };
    this.working = new WorkingCalendar(common);
    for (const [code, own] of Object.entries(offices)) {
      this.ofOffices.set(code, new WorkingCalendar({ ...common, ...own }));
    }
  }

  /** An office's own calendar, or the common one. */
  ofOffice(code: string | undefined): WorkingCalendar {
    return (code === undefined ? undefined : this.ofOffices.get(code)) ?? this.working;
  }
}

/** The newest edition that this process knows, for whoever counts from now on. */
export class PublishedCalendar {
  constructor(private edition: CalendarEdition) {}

  get newest(): CalendarEdition {
    return this.edition;
  }

  get working(): WorkingCalendar {
    return this.edition.working;
  }

  /** Last date whose holidays are announced. */
  get coverageUntil(): string {
    return this.edition.content.coverageUntil;
  }

  /** An older edition than the one known is ignored. */
  follow(edition: CalendarEdition): void {
    if (edition.version > this.edition.version) this.edition = edition;
  }
}
