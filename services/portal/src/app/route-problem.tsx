import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { ProblemPanel } from '../components/problem-panel.js';

/** What a whole page shows when it cannot be opened. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return <ProblemPanel error={error} onRetry={retry} />;
}
