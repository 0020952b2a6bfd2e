import { ChoiceField, IdField, TextField, TextListField } from '@nqi/platform';
import { NAMED_LINKS, type LinkKind } from './link.js';

export class ProgressQuery {
  @IdField()
  requestId!: string;
}

export class UrgeBody {
  @TextField({ optional: true, max: 500 })
  message?: string;
}

export class NoteBody {
  @TextField({ max: 2_000, pattern: /\S/, message: 'text must not be blank' })
  text!: string;
}

export class LinkBody {
  @ChoiceField(NAMED_LINKS)
  kind!: LinkKind;

  @IdField({ description: 'The other ticket' })
  ticketId!: string;
}

export class SplitBody {
  @TextListField({ min: 1, max: 200, maxLength: 40, description: 'JSON pointers into the form: `/instruments/2`' })
  lines!: string[];

  @TextField({ max: 500 })
  reason!: string;
}
