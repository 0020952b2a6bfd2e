export { officeMovesMigration, type OfficeColumn } from './office-columns.js';
export { OfficeMovesModule } from './office-moves.module.js';
export { OfficeMoves } from './office-moves.js';
