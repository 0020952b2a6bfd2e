import { TextField } from '@nqi/platform';

export class ChoiceBody {
  @TextField({ max: 20, example: 'ORG005' })
  institutionId!: string;

  @TextField({ optional: true, max: 500, description: 'Due from an office: how the client’s choice is known' })
  note?: string;
}
