/**
 * Of what an indicator is a part, beside the ratios of the catalogue. Several parts of one whole do not overlap; `all`: together
 * they make it.
 */
export const partsOfWholes: readonly {
  readonly whole: string;
  readonly parts: readonly string[];
  readonly all: boolean;
}[] = [
  { whole: 'htx.count', parts: ['htx.active', 'htx.ceased'], all: true },
  { whole: 'htx.count', parts: ['htx.hitech'], all: false },
  { whole: 'htx.count', parts: ['htx.value_chain'], all: false },
  { whole: 'htx.members', parts: ['htx.members_rural_households'], all: false },
  { whole: 'htx.managers_trained', parts: ['htx.managers_degree', 'htx.managers_vocational'], all: false },
  { whole: 'lh.count', parts: ['lh.hitech'], all: false },
  { whole: 'tht.count', parts: ['tht.hitech'], all: false },
  { whole: 'tht.count', parts: ['tht.registered'], all: false },
  { whole: 'tht.members', parts: ['tht.members_rural_households'], all: false },
  { whole: 'staff.count', parts: ['staff.degree', 'staff.vocational'], all: false },
];
