import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import {
  DEFAULT_PAGE,
  decodePositionCursor,
  decodeTimeCursor,
  toPage,
  type Access,
  type Page,
  type PageQuery,
} from '@nqi/platform';
import { unknownTraining } from './training.errors.js';
import { TrainingRepository, type ListedTraining, type PlacedSignUp } from './trainings.repository.js';

/** What is on offer, and who comes. */
@Injectable()
export class ReadTrainingsQuery {
  constructor(
    private readonly trainings: TrainingRepository,
    private readonly clock: Clock,
  ) {}

  async list({ limit = DEFAULT_PAGE, cursor }: PageQuery, access: Access): Promise<Page<ListedTraining>> {
    const after = cursor === undefined ? undefined : decodeTimeCursor(cursor);
    const filter = { after: this.clock.now(), enterpriseUscc: enterpriseOf(access) };
    return toPage(
      await this.trainings.list(filter, limit, after),
      limit,
      ({ startsAt, id }) => [startsAt.toISOString(), id],
      (training) => training,
    );
  }

  async one(id: string, access: Access): Promise<ListedTraining> {
    const found = await this.trainings.find(id, enterpriseOf(access));
    if (!found) throw unknownTraining();
    return found;
  }

  async signUps(id: string, { limit = DEFAULT_PAGE, cursor }: PageQuery, access: Access): Promise<Page<PlacedSignUp>> {
    const after = cursor === undefined ? undefined : decodePositionCursor(cursor);
    await this.one(id, access);
    return toPage(
      await this.trainings.signUps(id, access, limit, after),
      limit,
      ({ position }) => [position],
      (signUp) => signUp,
    );
  }
}

const enterpriseOf = ({ principal }: Access): string | undefined =>
  principal.organizationKind === 'enterprise' ? principal.organizationId : undefined;
