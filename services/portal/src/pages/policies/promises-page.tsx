import { getRouteApi } from '@tanstack/react-router';
import { PolicyRoom } from './policy-room.js';

const route = getRouteApi('/promises');

/** What clients are promised, and what happens when it is not kept. */
export function PromisesPage() {
  return <PolicyRoom kind="promises" to="/promises" version={route.useSearch().version} />;
}
