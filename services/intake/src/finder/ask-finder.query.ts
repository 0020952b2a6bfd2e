import { Injectable } from '@nestjs/common';
import { Clock, DomainError, shanghaiDate } from '@nqi/kernel';
import type { Catalogue } from '../catalogue/catalogue.js';
import { packageDays } from '../catalogue/catalogue.views.js';
import { CurrentCatalogue } from '../catalogue/current-catalogue.query.js';
import { workingDaysOf } from '../catalogue/service-limit.js';
import { walk, type FinderQuestion, type FinderStep, type Proposed } from './finder.js';
import type { FinderProposalView, FinderQuestionView, FinderView } from './finder.views.js';

/** Leads from answers to the next question, or to services and packages that are on offer today. */
@Injectable()
export class AskFinderQuery {
  constructor(
    private readonly current: CurrentCatalogue,
    private readonly clock: Clock,
  ) {}

  async execute(answers: readonly string[]): Promise<FinderView> {
    const catalogue = await this.current.get();
    const step = catalogue.finder && walk(catalogue.finder, answers);
    if (!step) throw unknownAnswer();
    const { given, question } = step;
    return {
      edition: catalogue.edition,
      answers: given.map((answer) => ({ question: answer.question.text, answer: answer.option.text })),
      ...(question && { question: questionView(question) }),
      ...(step.proposed && { proposals: this.proposals(step.proposed, step, catalogue) }),
    };
  }

  /** In the order of the finder, but what is done in time comes first. */
  private proposals(proposed: readonly Proposed[], { withinWorkingDays }: FinderStep, catalogue: Catalogue) {
    const today = shanghaiDate(this.clock.now());
    const views = proposed.flatMap(({ kind, code, reason }): FinderProposalView[] => {
      const offer = kind === 'service' ? serviceOffer(catalogue, code, today) : packageOffer(catalogue, code);
      if (!offer) return [];
      const inTime = withinWorkingDays === undefined ? {} : { inTime: offer.promisedDays <= withinWorkingDays };
      return [{ kind, code, reason, ...offer, ...inTime }];
    });
    return [...views.filter(({ inTime }) => inTime !== false), ...views.filter(({ inTime }) => inTime === false)];
  }
}

type Offer = Pick<FinderProposalView, 'name' | 'promisedDays'> | undefined;

function serviceOffer(catalogue: Catalogue, code: string, today: string): Offer {
  const service = catalogue.offered(code, today);
  return service && { name: service.name, promisedDays: workingDaysOf(service.limits.promised) };
}

function packageOffer(catalogue: Catalogue, code: string): Offer {
  const group = catalogue.package(code);
  return group && { name: group.name, promisedDays: packageDays(group, catalogue) };
}

function questionView({ id, text, options }: FinderQuestion): FinderQuestionView {
  return { id, text, options: options.map((option) => ({ id: option.id, text: option.text })) };
}

function unknownAnswer(): DomainError {
  const text = { zh: '没有此选项，请重新回答', en: 'There is no such answer; begin again' };
  return new DomainError('FINDER.UNKNOWN_ANSWER', 'invalid', text, {}, '/answers');
}
