import { useState } from 'react';
import { setDesignations, type Designation, type Institution } from '../../api/institutions.js';
import { ActionModal } from '../../components/action-modal.js';
import type { FormFault } from '../../components/error-summary.js';
import { faultsOf } from '../../components/faults-of.js';
import { ChoicesInput, TextInput } from '../../components/inputs.js';
import { useChange } from '../../components/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';

interface Props {
  readonly institution: Institution;
  /** The act to say anew; a new one without. */
  readonly act?: Designation;
  readonly etag?: string;
  readonly onClose: () => void;
}

/** What the authority designates bodies for. */
const SERVICES = ['MET-001', 'MET-002'];

/** One act of the authority: for which services, instruments and places, and how long. */
export function DesignationForm({ institution, act, etag, onClose }: Props) {
  const { t } = useTexts();
  const [said, setSaid] = useState({
    documentNumber: act?.documentNumber ?? '',
    services: act?.services ?? [],
    objects: act?.objects ?? [],
    regions: act?.regions ?? [],
    validFrom: act?.validFrom ?? '',
    validUntil: act?.validUntil ?? '',
  });
  const [reason, setReason] = useState('');
  const others = (institution.designations ?? []).filter((each) => each !== act).map(({ demo: _, ...rest }) => rest);
  const { objects, validUntil, ...rest } = said;
  const wanted = { ...rest, ...(objects.length > 0 && { objects }), ...(validUntil && { validUntil }) };
  const body = { designations: [...others, wanted], ...(reason.trim() && { reason: reason.trim() }) };
  const save = useChange(() => setDesignations(institution.id, body, etag), {
    touches: [['institutions']],
    onDone: onClose,
  });
  const faults = ownFaults(faultsOf(save.error, 'designation'), others.length);
  const text = (field: 'documentNumber' | 'validFrom' | 'validUntil') => ({
    id: `designation.${field}`,
    label: t(field === 'documentNumber' ? 'designation.documentNumber' : `qualification.${field}`),
    value: said[field],
    faults,
    onChange: (value: string) => setSaid({ ...said, [field]: value }),
  });
  const list = (field: 'services' | 'regions' | 'objects') => ({
    id: `designation.${field}`,
    label: t(`designation.${field}`),
    value: said[field],
    faults,
    onChange: (value: readonly string[]) => setSaid({ ...said, [field]: value }),
  });
  const missing = said.documentNumber.trim() === '' || !said.validFrom || !said.services.length || !said.regions.length;
  return (
    <ActionModal
      open
      title={act ? `${t('qualification.change')}：${act.documentNumber}` : t('designation.add')}
      confirm={t('network.save')}
      disabled={missing}
      mutation={save}
      onClose={onClose}
    >
      <TextInput {...text('documentNumber')} max={60} />
      <ChoicesInput {...list('services')} options={SERVICES.map((code) => ({ value: code, label: code }))} />
      <ChoicesInput {...list('regions')} hint={t('designation.regionsHint')} />
      <ChoicesInput {...list('objects')} hint={t('designation.objectsHint')} optional />
      <div className="field-pair">
        <TextInput {...text('validFrom')} type="date" />
        <TextInput {...text('validUntil')} type="date" optional />
      </div>
      <TextInput
        id="designation.reason"
        label={t('network.reason')}
        rows={2}
        optional
        value={reason}
        onChange={setReason}
      />
    </ActionModal>
  );
}

/** The service names the act by its place in the list, the form has only this one. */
const ownFaults = (faults: readonly FormFault[], place: number): readonly FormFault[] =>
  faults.map((fault) => ({
    ...fault,
    fieldId: fault.fieldId?.replace(new RegExp(`^designation\\.designations\\.${place}\\.(\\w+).*$`), 'designation.$1'),
  }));
