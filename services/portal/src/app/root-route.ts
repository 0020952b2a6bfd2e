import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './not-found.js';
import { RouteProblem } from './route-problem.js';
import { Shell } from './shell.js';

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: RouteProblem });

/** What every page's route says of its place. */
export const under = { getParentRoute: () => root };
