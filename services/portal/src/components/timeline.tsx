import type { ReactNode } from 'react';
import { Moment } from './moment.js';

export interface TimelineStep {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
}

/** What happened, newest first. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ key, at, title, detail }) => (
        <li key={key}>
          <Moment at={at} />
          <div>
            <div>{title}</div>
            {detail && <div className="soft">{detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
