import { IdField, TextField } from '@nqi/platform';

export class ProgressQuery {
  @IdField()
  requestId!: string;
}

export class UrgeBody {
  @TextField({ optional: true, max: 500 })
  message?: string;
}
