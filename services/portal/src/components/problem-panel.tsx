import { NotForThisRole } from '../app/guards.js';
import { isApiError } from '../api/problem.js';
import { useTexts, type Texts } from '../i18n/use-texts.js';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What failed, in the service's words, with the number under which operators find it. */
export function ProblemPanel({ error, onRetry }: Props) {
  const texts = useTexts();
  const { title, detail } = describe(error, texts);
  const traceId = isApiError(error) ? error.problem.traceId : undefined;
  return (
    <div className="problem" role="alert">
      <h2>{title}</h2>
      {detail && <p>{detail}</p>}
      {traceId && (
        <p className="soft">
          {texts.t('state.traceId')} <code>{traceId}</code>
        </p>
      )}
      {onRetry && !isFinal(error) && (
        <button type="button" className="plain-button" onClick={onRetry}>
          {texts.t(isApiError(error, 412) ? 'state.reload' : 'state.retry')}
        </button>
      )}
    </div>
  );
}

/** Asking again would change nothing. */
const isFinal = (error: unknown): boolean =>
  error instanceof NotForThisRole || isApiError(error, 404) || isApiError(error, 403);

function describe(error: unknown, { t }: Texts): { title: string; detail?: string } {
  if (error instanceof NotForThisRole) return { title: t('state.forbidden'), detail: t(`needs.${error.ability}`) };
  if (!isApiError(error)) return { title: t('state.bug'), detail: t('state.bugDetail') };
  if (error.status === 0) return { title: t('state.network'), detail: t('state.networkDetail') };
  if (error.status === 412)
    return { title: t('state.changed'), detail: error.problem.detail || t('state.changedDetail') };
  return { title: error.problem.title || t('state.failed'), detail: error.problem.detail };
}
