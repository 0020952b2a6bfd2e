import { getRouteApi } from '@tanstack/react-router';
import { PolicyRoom } from './policy-room.js';

const route = getRouteApi('/rules');

/** The router's rule sets. */
export function RulesPage() {
  return <PolicyRoom kind="rules" to="/rules" version={route.useSearch().version} />;
}
