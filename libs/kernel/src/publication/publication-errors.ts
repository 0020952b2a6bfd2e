import { DomainError } from '../domain-error.js';
import type { LocalizedText } from '../localized-text.js';

/** One field of a content that is wrong: where (RFC 6901) and why. */
export interface ContentFault {
  readonly pointer: string;
  readonly detail: string;
  /** The same in Chinese, where it was said. */
  readonly zh?: string;
}

/** As many as anybody corrects before trying again. */
const MOST_TOLD = 50;

export type PublicationStep = 'edit' | 'propose' | 'approve' | 'retire';

/** What goes wrong on the way to a publication, in the words of what is published. */
export class PublicationErrors {
  /** `prefix` begins every code, `noun` names the thing: a rule set, a policy. */
  constructor(
    private readonly prefix: string,
    private readonly noun: LocalizedText,
  ) {}

  /** `pointer` when a field of the caller's body names it. */
  unknown(version: string, pointer?: string): DomainError {
    const { zh, en } = this.noun;
    const text = { zh: `没有${zh} ${version}`, en: `No ${en} ${version}` };
    return new DomainError(this.code('UNKNOWN'), pointer ? 'invalid' : 'not_found', text, { version }, pointer);
  }

  invalid(faults: readonly ContentFault[]): DomainError {
    const { zh, en } = this.noun;
    const told = faults.slice(0, MOST_TOLD);
    const list = (words: (fault: ContentFault) => string) =>
      told.map((fault) => `${fault.pointer}: ${words(fault)}`).join('; ');
    const text = {
      zh: `${zh}内容有误：${list((fault) => fault.zh ?? fault.detail)}`,
      en: `The ${en} is not valid: ${list(({ detail }) => detail)}`,
    };
    return new DomainError(
      this.code('INVALID'),
      'invalid',
      text,
      { faults: told },
      `/content${faults[0]?.pointer ?? ''}`,
    );
  }

  illegalStep(step: PublicationStep, status: string): DomainError {
    const { zh, en } = this.noun;
    const text = { zh: `${zh}状态“${status}”下不能执行“${step}”`, en: `A ${en} that is ${status} allows no "${step}"` };
    return new DomainError(this.code('ILLEGAL_MOVE'), 'conflict', text, { step, status });
  }

  retired(): DomainError {
    const text = { zh: `该${this.noun.zh}已作废`, en: `This ${this.noun.en} is retired` };
    return new DomainError(this.code('RETIRED'), 'conflict', text);
  }

  samePerson(): DomainError {
    const { zh, en } = this.noun;
    const text = {
      zh: `起草人和提请人不能审批自己的${zh}`,
      en: `Whoever drafted or proposed a ${en} cannot approve it`,
    };
    return new DomainError(this.code('SAME_PERSON'), 'conflict', text);
  }

  backdated(effectiveFrom: Date): DomainError {
    const text = { zh: '生效时间不能早于现在', en: `A ${this.noun.en} cannot take effect in the past` };
    const details = { effectiveFrom: effectiveFrom.toISOString() };
    return new DomainError(this.code('BACKDATED'), 'invalid', text, details, '/effectiveFrom');
  }

  badInstant(): DomainError {
    const text = { zh: '生效时间格式有误', en: 'Not an instant' };
    return new DomainError(this.code('BAD_INSTANT'), 'invalid', text, {}, '/effectiveFrom');
  }

  versionTaken(version: string): DomainError {
    const { zh, en } = this.noun;
    const text = { zh: `${zh}版本 ${version} 已存在`, en: `There is a ${en} ${version} already` };
    return new DomainError(this.code('VERSION_TAKEN'), 'conflict', text, { version }, '/version');
  }

  instantTaken(): DomainError {
    const { zh, en } = this.noun;
    const text = { zh: `该生效时间已有${zh}`, en: `Another ${en} takes effect at this very instant` };
    return new DomainError(this.code('INSTANT_TAKEN'), 'conflict', text, {}, '/effectiveFrom');
  }

  private code(name: string): string {
    return `${this.prefix}.${name}`;
  }
}
