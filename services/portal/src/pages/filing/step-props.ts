import type { Dispatch, SetStateAction } from 'react';
import type { FormFault } from '../../components/error-summary.js';
import type { Draft } from './draft.js';

/** What every step of the filing gets. */
export interface StepProps {
  readonly draft: Draft;
  readonly setDraft: Dispatch<SetStateAction<Draft>>;
  readonly faults: readonly FormFault[];
  readonly setFaults: (faults: readonly FormFault[]) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}
