import { runService } from '@nqi/platform';
import { ledger } from './definition.js';

await runService(ledger);
