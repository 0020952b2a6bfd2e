import type { Finder } from './finder.js';
import { SHIPPED_PROPOSALS } from './shipped-proposals.js';
import { SHIPPED_QUESTIONS } from './shipped-questions.js';

/** The finder of the first edition; afterwards people publish what it asks and proposes. */
export const SHIPPED_FINDER: Finder = { start: 'goal', questions: SHIPPED_QUESTIONS, proposals: SHIPPED_PROPOSALS };
