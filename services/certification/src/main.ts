import { runService } from '@nqi/platform';
import { definition } from './definition.js';

await runService(definition);
