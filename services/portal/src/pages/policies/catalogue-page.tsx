import { getRouteApi } from '@tanstack/react-router';
import { PolicyRoom } from './policy-room.js';

const route = getRouteApi('/catalogue');

/** Editions of the catalogue. */
export function CataloguePage() {
  return <PolicyRoom kind="catalogue" to="/catalogue" version={route.useSearch().version} />;
}
