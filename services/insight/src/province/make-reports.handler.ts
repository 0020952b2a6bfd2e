import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@nqi/kernel';
import { DailyFiguresQuery } from './daily-figures.query.js';
import { cityOf, daysToCheck, daysToReport, type DailyFigures } from './daily-report.js';
import { ProvinceReports } from './province-reports.repository.js';

/** Makes each city's report of each day once, and another version of it when late facts changed its figures. */
@Injectable()
export class MakeReportsHandler {
  constructor(
    private readonly figures: DailyFiguresQuery,
    private readonly reports: ProvinceReports,
    private readonly clock: Clock,
  ) {}

  /** How many were made. */
  async execute(): Promise<number> {
    let made = 0;
    for (const hub of await this.figures.hubs()) made += (await this.report(hub)) + (await this.correct(hub));
    return made;
  }

  private async report(hub: string): Promise<number> {
    let made = 0;
    for (const day of daysToReport(this.clock.now(), await this.reports.lastDay(cityOf(hub)))) {
      made += await this.make(hub, day, 1, await this.figures.execute(hub, day));
    }
    return made;
  }

  private async correct(hub: string): Promise<number> {
    let made = 0;
    for (const { day, version, figures: said } of await this.reports.newest(
      cityOf(hub),
      daysToCheck(this.clock.now()),
    )) {
      const figures = await this.figures.execute(hub, day);
      if (!isDeepStrictEqual(figures, said)) made += await this.make(hub, day, version + 1, figures);
    }
    return made;
  }

  private async make(hub: string, day: string, version: number, figures: DailyFigures): Promise<number> {
    const report = { id: newId(), city: cityOf(hub), day, version, figures, madeAt: this.clock.now() };
    return (await this.reports.add(report)) ? 1 : 0;
  }
}
