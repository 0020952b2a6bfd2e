import { JoinTrainingHandler } from './join-training.handler.js';
import { KeepTrainingHandler } from './keep-training.handler.js';
import { ReadTrainingsQuery } from './read-trainings.query.js';
import { TrainingsController } from './trainings.controller.js';
import { PgTrainingRepository } from './trainings.pg-repository.js';
import { TrainingRepository } from './trainings.repository.js';

/** What the intake module runs of trainings and events. */
export const TRAINING_CONTROLLERS = [TrainingsController];

export const TRAINING_PROVIDERS = [
  { provide: TrainingRepository, useClass: PgTrainingRepository },
  KeepTrainingHandler,
  JoinTrainingHandler,
  ReadTrainingsQuery,
];
