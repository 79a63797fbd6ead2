import { type ByField, by, type Field, type OnlyField, only } from '@smswire/pdu';

/** A field that 3.0 changed. */
export const since30 = <const Before extends Field, const Since extends Field>(
  before: Before,
  since: Since,
): ByField<{ '2.0': Before; '2.1': Before; '3.0': Since }> => by({ '2.0': before, '2.1': before, '3.0': since });

/** A field that 2.1 changed, as it did in all route messages. */
export const since21 = <const Before extends Field, const Since extends Field>(
  before: Before,
  since: Since,
): ByField<{ '2.0': Before; '2.1': Since; '3.0': Since }> => by({ '2.0': before, '2.1': since, '3.0': since });

export const onlySince30 = <const F extends Field>(field: F): OnlyField<'3.0', F> => only('3.0', field);

export const onlySince21 = <const F extends Field>(field: F): OnlyField<'2.1' | '3.0', F> =>
  only(['2.1', '3.0'], field);

export const onlyBefore30 = <const F extends Field>(field: F): OnlyField<'2.0' | '2.1', F> =>
  only(['2.0', '2.1'], field);
