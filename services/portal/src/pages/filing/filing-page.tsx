import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { packagesQuery, servicesQuery } from '../../app/queries.js';
import { Page } from '../../components/page.js';
import { QueryView } from '../../components/query-view.js';
import type { FormFault } from '../../components/error-summary.js';
import { useTexts } from '../../i18n/use-texts.js';
import { CheckStep } from './check-step.js';
import { ChooseStep } from './choose-step.js';
import { ContactStep } from './contact-step.js';
import { DetailsStep } from './details-step.js';
import { addService, choosePackage, titleOf } from './draft.js';
import { EarlierDraft } from './earlier-draft.js';
import { StepBar } from './step-bar.js';
import { after, before, type FilingStep } from './steps.js';
import { useDraft } from './use-draft.js';
import { useKeptDraft } from './use-kept-draft.js';
import '../../styles/filing.css';

const route = getRouteApi('/file');

export function FilingPage() {
  const { t, name } = useTexts();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const services = useQuery(servicesQuery);
  const { data: packages = [] } = useQuery(packagesQuery);
  const { draft, setDraft, discard: forget } = useDraft(me);
  const kept = useKeptDraft(
    me,
    draft,
    services.data ? titleOf(draft, services.data, name, t('filing.title')) : t('filing.title'),
  );
  const discard = () => {
    kept.removeOwn();
    forget();
  };
  const { earlier } = kept;
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const step: FilingStep = draft.lines.length === 0 ? 'choose' : (search.step ?? 'choose');
  const show = (next: FilingStep) => void navigate({ search: { step: next } });
  const goOn = () => {
    setFaults([]);
    show(after(step));
    window.scrollTo({ top: 0 });
  };
  useEffect(() => {
    if (search.service) setDraft((known) => addService(known, search.service ?? ''));
    const chosen = packages.find(({ code }) => code === search.package);
    if (chosen) setDraft((known) => choosePackage(known, chosen));
    if (search.service || chosen) void navigate({ search: { step: 'details' }, replace: true });
  }, [search.service, search.package, packages, navigate, setDraft]);
  const common = { draft, setDraft, faults, setFaults, onDone: goOn, onBack: () => show(before(step)) };
  return (
    <Page title={t('filing.title')} lead={t(`filing.lead.${step}`)} failed={faults.length > 0}>
      {step === 'choose' && draft.lines.length === 0 && earlier && (
        <EarlierDraft
          draft={earlier}
          onTake={() => void kept.take(earlier.id).then(setDraft)}
          onRemove={() => kept.remove(earlier.id)}
        />
      )}
      <StepBar step={step} onChoose={show} />
      <QueryView query={services} lines={8}>
        {(known) => (
          <>
            {step === 'choose' && <ChooseStep {...common} services={known} packages={packages} />}
            {step === 'details' && <DetailsStep {...common} services={known} />}
            {step === 'contact' && <ContactStep {...common} staff={me.organizationKind !== 'enterprise'} />}
            {step === 'check' && <CheckStep {...common} services={known} me={me} onShow={show} onFiled={discard} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}
