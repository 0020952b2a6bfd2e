import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';

/** A page that is fetched when it is first wanted. */
export const lazyPage = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazyRouteComponent(async () => {
    const [pages, { dressed, prepareLocale }] = await Promise.all([load(), import('./dress.js')]);
    await prepareLocale();
    return { default: dressed(pages[name]) };
  });
