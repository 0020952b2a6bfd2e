import { BatchController } from './batch.controller.js';
import { TableBodies } from './table-bodies.adapter.js';
import { ReadTemplateQuery } from './read-template.query.js';
import { FileBatchHandler } from './file-batch.handler.js';

/** What the intake module runs of filing by table. */
export const BATCH_CONTROLLERS = [BatchController];

export const BATCH_PROVIDERS = [TableBodies, FileBatchHandler, ReadTemplateQuery];
