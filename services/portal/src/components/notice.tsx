import type { ReactNode } from 'react';

type Tone = 'good' | 'warn' | 'bad' | 'plain';

export function Notice({ tone = 'plain', title, children }: { tone?: Tone; title?: string; children?: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
    </div>
  );
}
