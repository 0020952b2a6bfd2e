import type { QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ActionModal } from './action-modal.js';
import { useChange } from './use-change.js';

interface Props<T> {
  readonly label: string;
  readonly title: string;
  readonly explain: string;
  readonly danger?: boolean;
  readonly work: () => Promise<T>;
  readonly touches: readonly QueryKey[];
  readonly onDone?: (answer: T) => void;
}

/** A change of one row that needs no words, only a second thought. */
export function ConfirmedButton<T>({ label, title, explain, danger, work, touches, onDone }: Props<T>) {
  const [open, setOpen] = useState(false);
  const change = useChange(work, {
    touches,
    onDone: (answer) => {
      setOpen(false);
      onDone?.(answer);
    },
  });
  return (
    <>
      <Button size="small" danger={danger} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <ActionModal
        open={open}
        title={title}
        confirm={label}
        danger={danger}
        mutation={change}
        onClose={() => setOpen(false)}
      >
        <p>{explain}</p>
      </ActionModal>
    </>
  );
}
