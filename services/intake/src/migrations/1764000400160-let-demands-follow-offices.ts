import { followOffices } from '@nqi/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DEMAND_OFFICE } from '../office-columns.js';

/** Demands are worked at a hub, which may move like any office. Its number is behind that of what makes moves known. */
export class LetDemandsFollowOffices1764000400160 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await followOffices(runner, DEMAND_OFFICE);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
