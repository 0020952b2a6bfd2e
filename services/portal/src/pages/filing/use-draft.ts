import { useEffect, useState } from 'react';
import type { Me } from '../../api/session.js';
import { EMPTY_DRAFT, type Draft } from './draft.js';

const keyOf = (me: Me): string => `nqi.filing.${me.username}`;

/** The draft of this person in this tab; it outlives a reload and a new log-in, not the closing of the tab. */
export function useDraft(me: Me) {
  const [draft, setDraft] = useState<Draft>(() => kept(me) ?? prefilled(me));
  useEffect(() => sessionStorage.setItem(keyOf(me), JSON.stringify(draft)), [me, draft]);
  const discard = () => {
    sessionStorage.removeItem(keyOf(me));
    setDraft(prefilled(me));
  };
  return { draft, setDraft, discard };
}

/** Nobody is asked for what the platform knows. */
const prefilled = (me: Me): Draft =>
  me.organizationKind !== 'enterprise'
    ? { ...EMPTY_DRAFT, mode: 'offline' }
    : {
        ...EMPTY_DRAFT,
        contactName: me.contactName ?? '',
        contactPhone: me.contactPhone ?? '',
        regionCode: me.regionCode ?? '',
        parkCode: me.parkCode === me.regionCode ? '' : (me.parkCode ?? ''),
      };

function kept(me: Me): Draft | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(me));
    return text ? { ...EMPTY_DRAFT, ...(JSON.parse(text) as Partial<Draft>) } : undefined;
  } catch {
    return undefined;
  }
}
