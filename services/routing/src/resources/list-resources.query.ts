import { Injectable } from '@nestjs/common';
import { Clock } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';
import { PublishedCalendar } from '../clocks/published-calendar.js';
import { NetworkRepository } from '../network/network.repository.js';
import { bookingFrame } from './bookable.js';
import { earliestSlot } from './earliest-slot.js';
import { bookableWindows } from './opening-hours.js';
import { noSuchResource } from './resource.errors.js';
import { ResourceRepository, type ResourceCriteria } from './resource.repository.js';
import { resourceView, slotView, type ResourceView } from './resource.view.js';
import { type Resource } from './resource.js';

export interface ListResources extends Pick<ResourceCriteria, 'kind' | 'serviceCode' | 'ownerId' | 'text'> {
  /** Stands in the territory of this office, or of one below it. */
  readonly node?: string;
  /** Length of the slot asked for; one step of each resource unless said. */
  readonly minutes?: number;
  readonly limit?: number;
  readonly cursor?: string;
}

/** So many resources are compared for the soonest slot; the first by their numbers when more fit. */
const MOST_COMPARED = 1_000;
/** Sorts after every instant. */
const LAST = '~';

/** Who can do this, where, and when the earliest slot is free. */
@Injectable()
export class ListResourcesQuery {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly networks: NetworkRepository,
    private readonly calendar: PublishedCalendar,
    private readonly clock: Clock,
  ) {}

  async execute({ node, minutes, limit = DEFAULT_PAGE, cursor, ...criteria }: ListResources) {
    const network = await this.networks.current();
    const nodeCodes = node && network.subtree(network.requireNode(node, '/node').code).map(({ code }) => code);
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, 1);
    const found = await this.resources.find({
      ...criteria,
      limit,
      ...(nodeCodes && { nodeCodes }),
      ...(after !== undefined && { after }),
    });
    const { items, nextCursor } = toPage(
      found,
      limit,
      ({ no }) => [no],
      (resource) => resource,
    );
    const page: Page<ResourceView> = {
      items: await this.viewsOf(items, minutes),
      ...(nextCursor !== undefined && { nextCursor }),
    };
    return page;
  }

  /** The soonest free of all that fit; those with nothing free come last. Not paged: what is soonest changes by the hour. */
  async soonest({ limit = DEFAULT_PAGE, ...asked }: Omit<ListResources, 'cursor'>): Promise<Page<ResourceView>> {
    const { items } = await this.execute({ ...asked, limit: MOST_COMPARED });
    const startOf = ({ earliestSlot }: ResourceView) => earliestSlot?.start ?? LAST;
    const sorted = [...items].sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0));
    return { items: sorted.slice(0, limit) };
  }

  async one(id: string): Promise<ResourceView> {
    const resource = await this.resources.get(id);
    if (!resource) throw noSuchResource(id);
    const [view] = await this.viewsOf([resource]);
    return view as ResourceView;
  }

  private async viewsOf(resources: readonly Resource[], minutes?: number): Promise<ResourceView[]> {
    const now = this.clock.now();
    const frame = bookingFrame(now);
    const network = await this.networks.lastSeen();
    const taken = await this.resources.taken(
      resources.map(({ id }) => id),
      frame,
    );
    return resources.map((resource) => {
      const slot = earliestSlot({
        open: bookableWindows(resource, this.calendar.working, frame),
        taken: taken.get(resource.id) ?? [],
        frame,
        minutes: wholeSteps(minutes ?? resource.slotMinutes, resource.slotMinutes),
        stepMinutes: resource.slotMinutes,
      });
      return resourceView(resource, network, now, slot && slotView(slot, this.calendar.coverageUntil));
    });
  }
}

/** The shortest booking that is long enough. */
function wholeSteps(minutes: number, step: number): number {
  return Math.ceil(minutes / step) * step;
}
