import { BooleanField, ObjectField, TextField } from '@nqi/platform';
import { TicketFilterQuery } from '../tickets/tickets.requests.js';

export class ChangeViewBody {
  @TextField({ max: 40, pattern: /\S/ })
  name!: string;

  @ObjectField(() => TicketFilterQuery, { description: 'The query of `GET /tickets`' })
  filter!: TicketFilterQuery;
}

export class CreateViewBody extends ChangeViewBody {
  @BooleanField({ optional: true, description: "For everybody at the caller's office; for its lead to make" })
  shared?: boolean;
}

/** As it is kept: a plain object of what was said. */
export const contentOf = ({ name, filter }: ChangeViewBody) => ({ name: name.trim(), filter: { ...filter } });
