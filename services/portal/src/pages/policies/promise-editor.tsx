import { OPEN_TICKETS, type PromiseContent } from '../../api/promises.js';
import type { PolicyContent } from '../../api/policies.js';
import type { FormFault } from '../../components/error-summary.js';
import { ChoiceInput } from '../../components/inputs.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CONTENT } from './content-faults.js';
import { Ladder } from './ladder.js';
import { LimitRules } from './limit-rules.js';
import { LimitsField, limitsText } from './limits-field.js';
import { TreeField } from './tree-field.js';

interface Props {
  readonly content: PolicyContent;
  readonly faults: readonly FormFault[];
  /** Without it the content is only shown. */
  readonly onChange?: (content: PolicyContent) => void;
}

/** A service-level policy: what is promised to whom, what happens when it gets late, how long clocks may stand still. */
export function PromiseEditor({ content, faults, onChange }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const { openTickets, limits, rules, ladder, pauseLimits } = content as unknown as PromiseContent;
  const set = onChange && ((change: Partial<PromiseContent>) => onChange({ ...content, ...change }));
  return (
    <div className="policy-content">
      <fieldset className="group" id={`${CONTENT}.limits`}>
        <legend className="group-title">{t('promise.limits')}</legend>
        <p className="soft">{t('promise.limitsHint')}</p>
        {set ? (
          <LimitsField
            id={`${CONTENT}.limits`}
            limits={limits}
            required={['accept', 'first-response']}
            faults={faults}
            onChange={(changed) => set({ limits: changed })}
          />
        ) : (
          <p>{limitsText(limits, texts)}</p>
        )}
      </fieldset>
      <LimitRules
        id={`${CONTENT}.rules`}
        rules={rules}
        faults={faults}
        onChange={set && ((changed) => set({ rules: changed }))}
      />
      <Ladder
        id={`${CONTENT}.ladder`}
        rungs={ladder}
        faults={faults}
        onChange={set && ((changed) => set({ ladder: changed }))}
      />
      <TreeField
        id={`${CONTENT}.pauseLimits`}
        name="pauseLimits"
        value={pauseLimits}
        faults={faults}
        onChange={set && ((changed) => set({ pauseLimits: changed as PromiseContent['pauseLimits'] }))}
      />
      {set ? (
        <ChoiceInput
          id={`${CONTENT}.openTickets`}
          label={t('promise.openTickets')}
          value={openTickets}
          options={OPEN_TICKETS.map((value) => ({ value, label: t(`promise.open.${value}`) }))}
          faults={faults}
          onChange={(chosen) => set({ openTickets: chosen as PromiseContent['openTickets'] })}
        />
      ) : (
        <p>
          <span className="soft">{t('promise.openTickets')}</span> {t(`promise.open.${openTickets}`)}
        </p>
      )}
    </div>
  );
}
