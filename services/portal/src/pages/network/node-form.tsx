import { useState } from 'react';
import { addNode, editNode, NODE_LEVELS, type NodeLevel, type ServiceNode } from '../../api/network.js';
import { DOMAINS } from '../../api/shapes.js';
import { ActionModal } from '../../components/action-modal.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoiceInput, ChoicesInput, NumberInput, TextInput } from '../../components/inputs.js';
import { useCreation } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { NodeChoice } from '../../components/node-choice.js';

interface Props {
  /** The office to edit; a new one without. */
  readonly node?: ServiceNode;
  readonly etag?: string;
  readonly onClose: () => void;
}

const factsOf = (node?: ServiceNode) => ({
  code: node?.code ?? '',
  level: (node?.level ?? 'PARK') as NodeLevel,
  parentCode: node?.parentCode ?? '',
  nameZh: node?.name.zh ?? '',
  nameEn: node?.name.en ?? '',
  regionCode: node?.regionCode ?? '',
  covers: node?.covers ?? [],
  domains: node?.domains ?? [...DOMAINS],
  capacity: node?.capacity,
});
type NodeFacts = ReturnType<typeof factsOf>;

/** Adds an office or changes what is known of one. Coverage moves: what it takes, another gives up. */
export function NodeForm({ node, etag, onClose }: Props) {
  const { t } = useTexts();
  const [facts, setFacts] = useState<NodeFacts>(factsOf(node));
  const [reason, setReason] = useState('');
  const change = (changes: Partial<NodeFacts>) => setFacts({ ...facts, ...changes });
  const save = useCreation(
    () => facts,
    (body, key) =>
      node ? editNode(node.code, { ...editOf(node, body), ...(reason && { reason }) }, etag) : addNode(body, key),
    { touches: [['network']], onDone: onClose },
  );
  const faults = faultsOf(save.error, 'node');
  const complete = [facts.code, facts.nameZh, facts.nameEn, facts.regionCode].every((text) => text.trim() !== '');
  return (
    <ActionModal
      open
      title={t(node ? 'network.edit' : 'network.add')}
      confirm={t('network.save')}
      disabled={!complete || (!facts.parentCode && facts.level !== 'PROVINCE')}
      mutation={save}
      onClose={onClose}
    >
      {!node && (
        <>
          <TextInput
            id="node.code"
            label={t('network.code')}
            hint={t('network.codeHint')}
            value={facts.code}
            max={14}
            faults={faults}
            onChange={(code) => change({ code })}
          />
          <ChoiceInput
            id="node.level"
            label={t('network.level')}
            value={facts.level}
            options={NODE_LEVELS.map((level) => ({ value: level, label: t(`nodeLevel.${level}`) }))}
            onChange={(level) => change({ level: level as NodeLevel })}
          />
          <TextInput
            id="node.regionCode"
            label={t('network.region')}
            value={facts.regionCode}
            max={9}
            faults={faults}
            onChange={(regionCode) => change({ regionCode })}
          />
        </>
      )}
      {facts.level !== 'PROVINCE' && (
        <NodeChoice
          id="node.parentCode"
          label={t('network.parent')}
          value={facts.parentCode}
          except={node?.code}
          faults={faults}
          onChange={(parentCode) => change({ parentCode })}
        />
      )}
      <TextInput
        id="node.nameZh"
        label={t('network.nameZh')}
        value={facts.nameZh}
        max={100}
        faults={faults}
        onChange={(nameZh) => change({ nameZh })}
      />
      <TextInput
        id="node.nameEn"
        label={t('network.nameEn')}
        value={facts.nameEn}
        max={200}
        faults={faults}
        onChange={(nameEn) => change({ nameEn })}
      />
      <ChoicesInput
        id="node.covers"
        label={t('network.covers')}
        hint={t('network.coversHint')}
        value={facts.covers}
        faults={faults}
        onChange={(covers) => change({ covers })}
      />
      <ChoicesInput
        id="node.domains"
        label={t('network.domains')}
        value={facts.domains}
        options={DOMAINS.map((domain) => ({ value: domain, label: t(`domain.${domain}`) }))}
        faults={faults}
        onChange={(domains) => change({ domains })}
      />
      <NumberInput
        id="node.capacity"
        label={t('network.capacity')}
        optional
        value={facts.capacity}
        min={1}
        faults={faults}
        onChange={(capacity) => change({ capacity })}
      />
      {node && <TextInput id="node.reason" label={t('network.reason')} optional value={reason} onChange={setReason} />}
    </ActionModal>
  );
}

/** Only what differs: what is not said stays. */
function editOf(node: ServiceNode, facts: NodeFacts) {
  const { code: _code, level: _level, regionCode: _region, ...said } = facts;
  const before: Record<string, unknown> = factsOf(node);
  return Object.fromEntries(
    Object.entries(said).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field])),
  );
}
