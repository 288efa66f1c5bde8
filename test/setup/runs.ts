/** How many runs a property gets: as many as are usual in `npm test`, or what `npm run bench:soak` asks for. */
export const runs = (usual: number): number => Number(process.env.TONGHOP_SOAK ?? usual);

/** How long a property may take, in milliseconds: as long as is usual in `npm test`; a soak as long as it needs. */
export const patience = (usual: number): number => (process.env.TONGHOP_SOAK ? 36_000_000 : usual);
