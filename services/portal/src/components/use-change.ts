import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { IdempotencyKeys } from '../api/idempotency-keys.js';

interface Options<T> {
  /** What may look different afterwards; also after a failure, which often means that somebody was faster. */
  readonly touches: readonly QueryKey[];
  readonly onDone?: (answer: T) => void;
}

/** A change that a person asked for, as `ActionModal` wants it. */
export function useChange<T>(work: () => Promise<T>, { touches, onDone }: Options<T>) {
  const cache = useQueryClient();
  return useMutation<T, Error, void>({
    mutationFn: work,
    onSuccess: onDone,
    onSettled: () => Promise.all(touches.map((queryKey) => cache.invalidateQueries({ queryKey }))),
  });
}

/** The same for what creates: the same content sent twice makes one thing. */
export function useCreation<Body, T>(
  bodyOf: () => Body,
  create: (body: Body, idempotencyKey: string) => Promise<T>,
  { touches, onDone }: Options<T>,
) {
  const keys = useRef(new IdempotencyKeys(() => crypto.randomUUID()));
  const work = () => {
    const body = bodyOf();
    return create(body, keys.current.keyFor(body));
  };
  const forget = (answer: T) => {
    keys.current.forget();
    onDone?.(answer);
  };
  return useChange(work, { touches, onDone: forget });
}
