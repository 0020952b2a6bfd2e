import { Inject, Injectable } from '@nestjs/common';
import { Clock, DomainError, normalizeStandardNumber, shanghaiDate } from '@nqi/kernel';
import { DEFAULT_PAGE, decodeCursor, toPage, type Page } from '@nqi/platform';
import type { Corpus, Standard } from './standard.js';
import { validityOn, type Validity, type ValidityStatus } from './validity.js';

/** Injection token of the corpus. */
export const CORPUS = Symbol('Corpus');

export interface CorpusFilter {
  readonly q?: string;
  readonly status?: ValidityStatus;
  readonly limit?: number;
  readonly cursor?: string;
}

/** A standard with its standing on one day. */
export interface StandardView extends Validity {
  readonly number: string;
  readonly title: { readonly zh: string; readonly en: string | null };
  readonly level: string;
  readonly nature: string;
  readonly issuedOn: string | null;
  readonly implementedOn: string | null;
  readonly replaces: readonly string[];
  readonly asOf: string;
  readonly source: string;
}

/** The corpus, by number or words of the title, as it stands today. */
@Injectable()
export class SearchCorpusQuery {
  constructor(
    @Inject(CORPUS) private readonly corpus: Corpus,
    private readonly clock: Clock,
  ) {}

  search({ q, status, limit = DEFAULT_PAGE, cursor }: CorpusFilter): Page<StandardView> {
    const after = cursor ? decodeCursor(cursor, 1)[0] : undefined;
    const found = this.corpus
      .all()
      .filter((standard) => matches(standard, q))
      .map((standard) => this.view(standard))
      .filter((view) => !status || view.status === status)
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .filter(({ number }) => after === undefined || number > after);
    return toPage(
      found.slice(0, limit + 1),
      limit,
      ({ number }) => [number],
      (view) => view,
    );
  }

  /** Throws `not_found` for a number that the corpus does not have. */
  read(number: string): StandardView {
    const standard = this.corpus.find(normalizeStandardNumber(number));
    if (!standard) {
      const text = { zh: '题录库中没有此标准', en: 'The corpus has no such standard' };
      throw new DomainError('STANDARD.UNKNOWN', 'not_found', text, { number });
    }
    return this.view(standard);
  }

  private view(standard: Standard): StandardView {
    const asOf = shanghaiDate(this.clock.now());
    return {
      number: standard.number,
      title: { zh: standard.titleZh, en: standard.titleEn ?? null },
      level: standard.level,
      nature: standard.nature,
      issuedOn: standard.issuedOn ?? null,
      implementedOn: standard.implementedOn ?? null,
      replaces: standard.replaces,
      ...validityOn(asOf, standard, this.corpus),
      asOf,
      source: this.corpus.source,
    };
  }
}

function matches({ number, titleZh, titleEn }: Standard, q: string | undefined): boolean {
  if (!q) return true;
  const words = q.normalize('NFKC').trim().toLowerCase();
  const text = `${titleZh} ${titleEn ?? ''}`.toLowerCase();
  return text.includes(words) || number.includes(normalizeStandardNumber(q));
}
