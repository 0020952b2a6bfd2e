import type { CityCatalogue } from './generated-year.js';

/** What can be asked for, as the catalogue has it; a class, so that it can be handed to whoever needs it. */
export class CityServices implements CityCatalogue {
  constructor(
    readonly services: CityCatalogue['services'],
    readonly productCategories: CityCatalogue['productCategories'],
  ) {}
}
