import { DomainError } from '@nqi/kernel';

/** A place as the register of regions has it. */
export interface Place {
  readonly code: string;
  readonly level: string;
  readonly parentCode?: string;
}

/** The counties, functional zones and parks of the city; only an enterprise in one of them has a station to go to. */
export class ServiceArea {
  private readonly districts: ReadonlySet<string>;
  private readonly parks: ReadonlyMap<string, string>;

  constructor(places: readonly Place[]) {
    const cities = new Set(places.filter(({ level }) => level === 'city').map(({ code }) => code));
    const below = places.filter(({ level }) => level === 'county' || level === 'park');
    const districts = below.filter(({ parentCode }) => cities.has(parentCode ?? ''));
    this.districts = new Set(districts.map(({ code }) => code));
    this.parks = new Map(
      below.filter(({ level }) => level === 'park').map(({ code, parentCode }) => [code, parentCode ?? '']),
    );
  }

  /**
   * The park that the codes name, undefined when they name none; the zone's own code as a park means the zone.
   * Throws `invalid` for a place outside the city and for a park of another district.
   */
  locate(regionCode: string, parkCode: string | undefined): string | undefined {
    if (!this.districts.has(regionCode)) {
      throw new DomainError(
        'REGION.NOT_SERVED',
        'invalid',
        { zh: '所在地须为本市的区(市)或高新区', en: 'The region must be a district of this city' },
        {},
        '/regionCode',
      );
    }
    if (!parkCode || parkCode === regionCode) return undefined;
    if (this.parks.get(parkCode) !== regionCode) {
      throw new DomainError(
        'PARK.NOT_IN_REGION',
        'invalid',
        { zh: '园区不存在或不属于所选区(市)', en: 'There is no such park in the region' },
        {},
        '/parkCode',
      );
    }
    return parkCode;
  }
}
